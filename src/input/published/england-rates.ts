// Rates to leave care by reason and age, from England's own ends in an edition: what a council's counts lean on.
import { AGE_BANDS, type AgeBand } from '../../domain/age-band.ts'
import { EXIT_REASONS, type ExitReason } from '../../domain/exit-reason.ts'
import { fitMargins } from '../../domain/margins.ts'
import { sum } from '../../domain/sum.ts'
import { ENGLAND, figuresOf, type NamedReason } from './council-figures.ts'
import { MOVE_SHAPES } from './default-shapes.ts'
import { type FigureName, type PublishedTable, rowOf, STOCK_AGES } from './published-table.ts'

/** [reason] how the ends by reason lean over the ages, a judgement; the sums by age and by reason are published. */
const LEANING: Record<NamedReason | 'rest', readonly number[]> = {
  reunification: [1, 1, 1, 1, 1],
  specialGuardianship: [1, 1.6, 1, 0.2, 0.02],
  childArrangements: [1, 1, 0.7, 0.3, 0.05],
  adoption: [1, 2, 0.25, 0, 0],
  rest: [0.6, 0.6, 0.5, 0.7, 1.2],
}

/**
 * [reason][age] how many ends a rate of 1 makes: the mean of the factors by placement and time over the children of an
 * age, in a replay of England's year 2014/15. A rate divided by it gives the ends that it was made from.
 */
const ENDS_FOR_RATE_1: Record<Exclude<ExitReason, 'adoption'>, readonly number[]> = {
  reunification: [4.1, 1.7, 1.4, 1.3, 1.2],
  specialGuardianship: [0.8, 0.73, 0.84, 0.73, 0.46],
  childArrangements: [1.2, 0.77, 0.93, 0.92, 0.82],
  independence: [1, 1, 1, 1, 0.93],
  other: [1.6, 0.82, 0.94, 0.92, 0.84],
}

/**
 * [edition][reason] what replays of England's later years make with these factors, over the ends published: the children
 * of other years are others. Each is of its own edition alone.
 */
const ENDS_OVER_PUBLISHED: Record<number, Record<NamedReason | 'rest', number>> = {
  2016: {
    reunification: 1.023,
    specialGuardianship: 1.018,
    childArrangements: 1.044,
    adoption: 1.11,
    rest: 0.991,
  },
  2017: {
    reunification: 1.034,
    specialGuardianship: 1.035,
    childArrangements: 1.039,
    adoption: 0.972,
    rest: 0.995,
  },
  2018: {
    reunification: 1.009,
    specialGuardianship: 1.041,
    childArrangements: 1.048,
    adoption: 0.979,
    rest: 0.993,
  },
}

/** Adoptions for each child under 5 that the move adoptive makes at its shape's own level, from the same replay. */
const ADOPTIONS_FOR_SHAPE = 0.48

export interface EnglandRates {
  /** [reason][age] hazards a child-year before the factors of the shapes; that of adoption is of the move adoptive. */
  perYear: Record<ExitReason, Record<AgeBand, number>>
  /** [age] ends before 18 for each child looked after at the end of the year. */
  endsPerChild: number[]
  /** Of those who cease at 16 and over, the share on their 18th birthday or after it. */
  at18Share: number
  /** Whether the edition does not say how many are 18, so that half of the children aged 16 and 17 are taken. */
  isAt18Assumed: boolean
}

/** Works out England's rates from its row in an edition; throws where the table lacks it. */
export function englandRates(table: PublishedTable, edition: number): EnglandRates {
  const england = figuresOf(table, edition, ENGLAND)!
  const { ceases18over, ceases16over, stockByAge, reasons } = england
  const at18 = ceases18over?.value ?? stockByAge[4].value / 2
  const cells = rowOf(table, edition, ENGLAND)!.figures
  const younger: FigureName[] = ['ceasesUnder1', 'ceases1to4', 'ceases5to9', 'ceases10to15']
  const byAge = [...younger.map((name) => Number(cells[name])), ceases16over.value - at18]
  const named = Object.entries(reasons).map(([reason, { value }]) => ({ reason, ends: value }))
  const rest = sum(byAge) - sum(named.map(({ ends }) => ends))
  const groups = [...named, { reason: 'rest', ends: rest }]
  const table5 = fitMargins(
    groups.map(({ reason }) => [...LEANING[reason as keyof typeof LEANING]]),
    groups.map(({ ends }) => ends),
    byAge,
  )
  const endsOf = (reason: ExitReason) => table5[groups.findIndex((group) => group.reason === groupOf(reason))]
  const children = stockByAge.map(({ value }) => value)
  const adoptions = reasons.adoption.value / (children[0] + children[1]) / ADOPTIONS_FOR_SHAPE
  const rateOf = (reason: ExitReason, age: number) =>
    uncorrectedRate(reason, age) / (ENDS_OVER_PUBLISHED[edition]?.[groupOf(reason)] ?? 1)
  const uncorrectedRate = (reason: ExitReason, age: number) =>
    reason === 'adoption'
      ? MOVE_SHAPES.adoptive.perYear[age] * adoptions
      : (shareOfRest(reason, age) * endsOf(reason)[age]) / children[age] / ENDS_FOR_RATE_1[reason][age]
  return {
    perYear: Object.fromEntries(
      EXIT_REASONS.map((reason) => [
        reason,
        Object.fromEntries(AGE_BANDS.map((band, age) => [band, rateOf(reason, age)])),
      ]),
    ) as EnglandRates['perYear'],
    endsPerChild: byAge.map((ends, age) => ends / children[age]),
    at18Share: at18 / ceases16over.value,
    isAt18Assumed: ceases18over === undefined,
  }
}

function groupOf(reason: ExitReason): NamedReason | 'rest' {
  return reason === 'independence' || reason === 'other' ? 'rest' : reason
}

/** Nobody under 16 leaves for independence; of those of 16 and 17 without another reason half do, a judgement. */
function shareOfRest(reason: ExitReason, age: number): number {
  if (groupOf(reason) !== 'rest') return 1
  const isOld = age === STOCK_AGES.length - 1
  if (reason === 'independence') return isOld ? 0.5 : 0
  return isOld ? 0.5 : 1
}
