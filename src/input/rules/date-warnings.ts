// Dates that do not belong together, where a result would be right for another day than the one it is printed for: the children
// of one day taken for those of another, counts and prices of years ago. scenario-reader.ts asks for them.
import { DAYS_PER_YEAR, parseDate } from '../../domain/calendar.ts'
import { financialYearName, financialYearOf, parseFinancialYear } from '../../domain/financial-year.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

/** What a reader of the result must know before its numbers. */
export interface InputWarning {
  code: 'stock-of-another-day' | 'old-facts' | 'old-prices' | 'scaled-shares'
  /** A sentence without its full stop. */
  text: string
}

/** The start that some files or sets moved away from the day of the opening stock that they left as it was. */
export interface MovedStart {
  from: string
  to: string
}

/** One layer of a scenario: a file's own data, or what is set over it. */
export interface DatedLayer {
  start?: unknown
  hasStock: boolean
}

const LONGEST_DAYS = 366
const OLDEST_PRICES = 5

/** Finds the move of the start, in layers from the oldest file to the sets; undefined where the stock is stated with it. */
export function movedStart(layers: readonly DatedLayer[]): MovedStart | undefined {
  let stockDay: string | undefined
  let start: string | undefined
  for (const layer of layers) {
    if (typeof layer.start === 'string') start = layer.start
    if (layer.hasStock) stockDay = start
  }
  return stockDay === undefined || start === undefined || stockDay === start
    ? undefined
    : { from: stockDay, to: start }
}

/** Refuses a stock that is more than a year from the start. */
export function movedStartProblems(moved: MovedStart | undefined): FieldProblem[] {
  if (moved === undefined || !(Math.abs(daysBetween(moved.from, moved.to)) > LONGEST_DAYS)) return []
  const { from, to } = moved
  const message = `${to} is not the day of the opening stock, which is stated for ${from} and not anew; state openingStock for ${to} where the start is moved`
  return [{ path: ['start'], message }]
}

/** Says what of a scenario is of another time than its start. */
export function dateWarnings(scenario: Scenario, moved: MovedStart | undefined): InputWarning[] {
  return [
    ...(moved ? [movedWarning(scenario, moved)] : []),
    ...factsWarnings(scenario),
    ...priceWarnings(scenario),
  ]
}

function movedWarning({ openingStock }: Scenario, { from, to }: MovedStart): InputWarning {
  const text = `the ${openingStock.children} children of ${from} are taken for those of ${to}: the start was moved and openingStock was not stated anew`
  return { code: 'stock-of-another-day', text }
}

function factsWarnings({ facts = [], start }: Scenario): InputWarning[] {
  const latest = facts
    .map(({ period }) => period.to)
    .sort()
    .at(-1)
  if (latest === undefined || !(daysBetween(latest, start) > LONGEST_DAYS)) return []
  const years = (daysBetween(latest, start) / DAYS_PER_YEAR).toFixed(1)
  const text = `the rates are fitted to counts up to ${latest}, ${years} years before the start, ${start}; state later facts, or none`
  return [{ code: 'old-facts', text }]
}

function priceWarnings({ priceBase, start }: Scenario): InputWarning[] {
  const first = financialYearOf(parseDate(start)! + 1)
  const years = first - parseFinancialYear(priceBase)!
  if (years <= OLDEST_PRICES) return []
  const text = `the prices are of ${priceBase}, and upliftPerYear alone carries them over the ${years} years to ${financialYearName(first)}; state prices of a later priceBase`
  return [{ code: 'old-prices', text }]
}

function daysBetween(from: string, to: string): number {
  return (parseDate(to) ?? Number.NaN) - (parseDate(from) ?? Number.NaN)
}
