// What an intervention costs, as the engine takes it: prices by financial year, uplifted from the price base unless they are
// cash. A year of a post or a place is the financial year, so that a whole one comes to what is printed (A25).
import { parseDate } from '../../domain/calendar.ts'
import {
  daysInFinancialYear,
  financialYearOf,
  parseFinancialYear,
  startOfFinancialYear,
} from '../../domain/financial-year.ts'
import { PENCE_SEVENTHS_PER_POUND } from '../../domain/pence-sevenths.ts'
import { servedPerYear } from '../../input/number-served.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes } from '../axes.ts'
import { poundsOf } from '../ledger-lines.ts'
import { upliftByYear } from '../prices.ts'

/** Prices in sevenths of a penny, [year]. */
export interface Investment {
  /** On the simulated days of the year, whatever happens. */
  amount: Float64Array
  perPostDay: Float64Array
  perPlaceDay: Float64Array
  /** For each child in whom it worked. */
  perCase: Float64Array
  /** For each child or family served. */
  perServed: Float64Array
  /** [year] served on a day at full strength. */
  servedPerDay: Float64Array
  /** Whether those whom the first gate of a review decides about are served too. */
  servesReviewed: boolean
  /** The last day on which posts, places and who is served are paid for; before day 1 where none is. */
  lastPaidDay: number
}

/** Compiles what an intervention costs; undefined where nothing is said of it. */
export function compileInvestment(
  { investment, effects, start, end }: Intervention,
  scenario: Pick<Scenario, 'priceBase' | 'upliftPerYear'>,
  axes: Pick<Axes, 'startDay' | 'days' | 'years' | 'yearEnd'>,
): Investment | undefined {
  if (investment === undefined) return undefined
  const { cash = false, perFinancialYear = {}, perPostYear = 0, perPlaceYear = 0 } = investment
  const { oneOff = 0, perCase = 0, perServed = 0, serves, paidWhilePersisting = false } = investment
  const begins = parseDate(start.date)!
  const uplift = cash ? axes.years.map(() => 1) : upliftByYear(scenario, axes)
  const days = axes.years.map((name) => daysInFinancialYear(parseFinancialYear(name)!))
  const perDay = (perYear: number) => Float64Array.from(days, (count) => perYear / count)
  const priced = (price: (year: number) => number) =>
    Float64Array.from(uplift, (factor, year) => price(year) * factor * PENCE_SEVENTHS_PER_POUND)
  const amounts = amountsByYear(perFinancialYear, begins, axes)
  const beginsIn = axes.years.findIndex((name) => parseFinancialYear(name) === financialYearOf(begins))
  const isWithin = begins > axes.startDay && begins <= axes.startDay + axes.days
  if (isWithin) amounts[beginsIn] += oneOff
  return {
    amount: priced((year) => amounts[year]),
    perPostDay: priced((year) => perPostYear / days[year]),
    perPlaceDay: priced((year) => perPlaceYear / days[year]),
    perCase: priced(() => perCase),
    perServed: priced(() => perServed),
    servedPerDay: perDay(servedPerYear({ investment, effects }) ?? 0),
    servesReviewed: serves === undefined,
    lastPaidDay: end === undefined || paidWhilePersisting ? axes.days : parseDate(end)! - axes.startDay,
  }
}

/**
 * Returns £ that were paid before the start for what is running by then: the rest of its sum of the financial year that the start
 * cuts, and what is paid once. What earlier financial years cost is not stated.
 */
export function paidBeforeStart(
  { investment, start }: Intervention,
  scenario: Pick<Scenario, 'priceBase' | 'upliftPerYear'>,
  axes: Pick<Axes, 'startDay' | 'days' | 'years' | 'yearEnd'>,
): number {
  if (investment === undefined || parseDate(start.date)! > axes.startDay) return 0
  const { cash = false, perFinancialYear = {}, oneOff = 0 } = investment
  const [first] = axes.years
  const year = parseFinancialYear(first)!
  const gone = axes.startDay + 1 - startOfFinancialYear(year)
  const sums = (perFinancialYear[first] ?? 0) * (gone / daysInFinancialYear(year)) + oneOff
  return sums * (cash ? 1 : upliftByYear(scenario, axes)[0])
}

/**
 * Returns [year] £ of the sums of whole financial years. In the year of the start, what is running by then is paid for from day 0
 * on by days; what begins later has the whole sum still before it. In a year that the horizon cuts off, all go by days.
 */
function amountsByYear(
  perFinancialYear: Record<string, number>,
  begins: number,
  axes: Pick<Axes, 'startDay' | 'years' | 'yearEnd'>,
): number[] {
  const amounts = poundsOf(perFinancialYear, axes)
  if (begins <= axes.startDay) return amounts
  const [first] = axes.years
  const year = parseFinancialYear(first)!
  const left = startOfFinancialYear(year + 1) - 1 - axes.startDay
  amounts[0] = (perFinancialYear[first] ?? 0) * (axes.yearEnd[0] / left)
  return amounts
}
