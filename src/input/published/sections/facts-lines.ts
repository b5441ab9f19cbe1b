// What was counted in the year that ended on the start date: the facts that the rates are fitted to, part of the way.
import type { CouncilContext } from '../council-context.ts'
import { type CouncilFigures, NAMED_REASONS, type NamedReason } from '../council-figures.ts'
import { REASON_WORDS } from '../figures-put-right.ts'
import type { Count } from '../suppressed-cells.ts'
import {
  comparison,
  countFigure,
  countNote,
  countWords,
  editionName,
  percent,
  twoDecimals,
} from './provenance-words.ts'
import { ageShares } from './stock-lines.ts'
import { comment, type Figure, figureLine, heading, textLine } from './yaml-lines.ts'

/** Writes the facts; nothing where the edition has no child of the council. */
export function factsLines(context: CouncilContext): string[] {
  const { figures, previous, year } = context
  if (figures === undefined) return []
  return [
    ...heading(`What was counted in ${year - 1}/${String(year).slice(2)}`),
    ...comment(
      'The level of every rate below is fitted to these counts on a replay of the year, part of the way from the rates of ' +
        'England: the more children a count has, the nearer (mode: shrink). Reasons without a count of their own, ' +
        'independence and other, share what is left of the ends.',
    ),
    ...comment(`Ends for each child looked after: ${endsCompared(context)}.`),
    ...(figures.ceases18over ? comment(`Of the ends, at 18: ${at18Compared(context)}.`) : []),
    ...reasonComments(context),
    'facts:',
    `  - period: { from: ${year - 1}-04-01, to: ${year}-03-31 }`,
    '    mode: shrink',
    ...startLines(previous, year),
    ...figureLine('    ', 'entries', countFigure(figures.starts, 'started to be looked after', year)),
    ...figureLine('    ', 'exits', countFigure(figures.ceases, 'ceased to be looked after', year)),
    '    exitsByReason:',
    ...reasonsOf(figures).flatMap((reason) => reasonLines(reason, figures.reasons[reason], year)),
    ...figureLine('    ', 'exitsAt18', exitsAt18(context, figures)),
    ...threePlacementsLines(context, figures),
    ...figureLine('    ', 'childrenAtEnd', countFigure(figures.stock, `on 31 March ${year}`, year)),
  ]
}

function reasonsOf({ reasons }: CouncilFigures): NamedReason[] {
  return Object.keys(reasons) as NamedReason[]
}

function endsCompared(context: CouncilContext): string {
  return comparison(context, (its) => its.ceases.value / its.stock.value, twoDecimals)
}

function at18Compared(context: CouncilContext): string {
  return comparison(context, (its) => its.ceases18over && its.ceases18over.value / its.ceases.value, percent)
}

function reasonComments(context: CouncilContext): string[] {
  return (Object.keys(NAMED_REASONS) as NamedReason[]).flatMap((reason) => {
    const compared = comparison(context, (its) => its.reasons[reason].value / its.ceases.value, percent)
    return comment(`Of the ends, ${REASON_WORDS[reason]}: ${compared}.`)
  })
}

function startLines(previous: CouncilFigures | undefined, year: number): string[] {
  if (previous === undefined)
    return comment(
      `no edition at hand has the children of 31 March ${year - 1}; their number follows from the counts, their ages are those of ${year}`,
      '    ',
    )
  return ageShares(
    'agesAtStart',
    previous.stockByAge,
    `of the ${previous.stock.value} children on 31 March ${year - 1}`,
    year - 1,
    '    ',
  )
}

function reasonLines(reason: NamedReason, count: Count, year: number): string[] {
  const { kind, text } = countNote(
    [count],
    `${editionName(year)}: ${countWords(count)} ${REASON_WORDS[reason]}`,
  )
  const line = `      - { reasons: [${reason}], children: ${count.value}, ${kind}: '${text}' }`
  if (line.length <= 120) return [line]
  return [
    `      - reasons: [${reason}]`,
    `        children: ${count.value}`,
    ...textLine('        ', kind, text),
  ]
}

/** At most what the named reasons leave of all ends: who leaves at 18 may have one of them too. */
function exitsAt18({ rates, year }: CouncilContext, figures: CouncilFigures): Figure {
  const named = reasonsOf(figures).reduce((sum, reason) => sum + figures.reasons[reason].value, 0)
  const left = figures.ceases.value - named
  if (rates.isAt18Assumed)
    return {
      value: Math.min(left, Math.round(rates.at18Share * figures.ceases16over.value)),
      kind: 'assumed',
      text:
        `${editionName(year)} has ${countWords(figures.ceases16over)} who ceased at 16 and over, in one; ` +
        `${percent(rates.at18Share)} of them are taken, as in England if half of those aged 16 and 17 turn 18 in a year`,
    }
  const at18 = figures.ceases18over!
  const written = countFigure(at18, 'of those who ceased were 18 or over', year)
  if (at18.value <= left) return written
  return {
    value: left,
    kind: 'assumed',
    text: `${written.text}; ${left} are left beside the reasons above, which some of them had`,
  }
}

function threePlacementsLines(context: CouncilContext, { threePlacements }: CouncilFigures): string[] {
  const { year } = context
  if (threePlacements === undefined)
    return comment(
      'how many had three or more placements in the year is not in this edition by council; moves keep their shape',
      '    ',
    )
  const compared = comparison(
    context,
    (its) => its.threePlacements && its.threePlacements.value / its.stock.value,
    percent,
  )
  return [
    ...comment(`three or more placements: ${compared} of the children`, '    '),
    ...figureLine(
      '    ',
      'childrenWith3Placements',
      countFigure(threePlacements, 'had three or more placements in the year', year),
    ),
  ]
}
