// Who leaves and who moves: England's rates and shapes, which the facts turn towards the council; what nobody publishes.
import { AGE_BANDS } from '../../../domain/age-band.ts'
import { EXIT_REASONS, type ExitReason } from '../../../domain/exit-reason.ts'
import type { CouncilContext } from '../council-context.ts'
import { ADOPTION_HAZARD, EXIT_SHAPES, MOVE_SHAPES, type Placement } from '../default-shapes.ts'
import { leantShares } from '../placement-mix.ts'
import { editionName } from './provenance-words.ts'
import { comment, heading, noteLine, tableLine } from './yaml-lines.ts'

/** Writes the hazards to exit. */
export function exitLines(context: CouncilContext): string[] {
  const { year } = context
  return [
    ...heading('Children who cease to be looked after'),
    ...comment(
      `Rates a child-year by age, times factors by placement and by months. The level is England's in ${editionName(year)}, ` +
        'its ends by age and its ends by reason, put together by judgement, over its children; the shapes are judgements too.',
    ),
    ...levelComment(context),
    'exits:',
    ...EXIT_REASONS.flatMap((reason) => exitLinesOf(reason, context)),
  ]
}

function levelComment(context: CouncilContext): string[] {
  const { endsBefore18 } = context
  if (endsBefore18 === undefined) return []
  const [own, expected] = [endsBefore18.own, endsBefore18.expected].map(Math.round)
  return comment(
    `All but that of adoption are times ${levelOf(context).toFixed(2)}: ${own} ceased before 18, where England's rates make ${expected} of this ` +
      "council's children; most of the way is taken, since one year's count is partly chance.",
  )
}

function exitLinesOf(reason: ExitReason, context: CouncilContext): string[] {
  const { rates, year } = context
  const { byPlacement, byMonthsInCare, byMonthsInPlacement, why } = EXIT_SHAPES[reason]
  const perYear =
    reason === 'adoption'
      ? byAge([ADOPTION_HAZARD, ADOPTION_HAZARD, ADOPTION_HAZARD, 0, 0])
      : scaled(rates.perYear[reason], levelOf(context))
  return [
    `  ${reason}:`,
    ...(reason === 'adoption' ? ['    fittedWith: adoptive'] : []),
    ...noteLine('    ', {
      kind: 'assumed',
      text:
        reason === 'adoption' ? `a shape; ${why}` : `${editionName(year)} for England, by judgement; ${why}`,
    }),
    ...tableLine('    ', 'perYear', perYear),
    ...optionalTable('byPlacement', byPlacement),
    ...optionalTable('byMonthsInCare', byMonthsInCare),
    ...optionalTable('byMonthsInPlacement', byMonthsInPlacement),
  ]
}

/** Writes the moves between placements. */
export function moveLines(context: CouncilContext): string[] {
  return [
    ...heading('Moves between placements'),
    ...comment(
      'Shapes, about 0.6 moves a child-year, of which a fifth are breakdowns. Ways are judgements for English councils, leant ' +
        'towards the placements that are common in this one, as first placements are.',
    ),
    'moves:',
    ...(['planned', 'adoptive', 'breakdown'] as const).flatMap((kind) => moveLinesOf(kind, context)),
  ]
}

function moveLinesOf(kind: keyof typeof MOVE_SHAPES, context: CouncilContext): string[] {
  const { rates, factors, year } = context
  const shape = MOVE_SHAPES[kind]
  const perYear =
    kind === 'adoptive' ? scaled(rates.perYear.adoption, levelOf(context)) : byAge(shape.perYear)
  const source =
    kind === 'adoptive'
      ? `${editionName(year)}: adoptions in England over its children, by judgement`
      : 'a shape'
  return [
    `  ${kind}:`,
    ...noteLine('    ', { kind: 'assumed', text: `${source}; ${shape.why}` }),
    ...tableLine('    ', 'perYear', perYear),
    ...optionalTable('byPlacement', shape.byPlacement),
    ...optionalTable('byMonthsInCare', shape.byMonthsInCare),
    ...optionalTable('byMonthsInPlacement', shape.byMonthsInPlacement),
    '    destinations:',
    ...Object.entries(shape.destinations).flatMap(([origin, shares]) =>
      tableLine('      ', origin, leantShares(shares, factors)),
    ),
  ]
}

function optionalTable(
  key: string,
  table: Partial<Record<Placement | number, number>> | undefined,
): string[] {
  return table === undefined ? [] : tableLine('    ', key, table as Record<string, number>)
}

function byAge(values: readonly number[]): Record<string, number> {
  return Object.fromEntries(AGE_BANDS.map((band, age) => [band, values[age]]))
}

/** How many more or fewer ends before 18 the council has than England's rates make of its children. */
function levelOf({ endsBefore18 }: CouncilContext): number {
  return endsBefore18 === undefined ? 1 : endsBefore18.value / endsBefore18.expected
}

function scaled(rates: Record<string, number>, by: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(rates).map(([band, rate]) => [band, Number((rate * by).toFixed(4))]),
  )
}
