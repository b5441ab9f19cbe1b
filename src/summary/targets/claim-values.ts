// What a claim is about, as one number of every run: one function for each kind of claim.
import { parseDate } from '../../domain/calendar.ts'
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { Claim } from '../../input/schema/claim-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { RunTable } from '../../run/run-row.ts'
import { seriesOfMonth } from '../months.ts'
import { countsPer, gatherSeries, type Series } from '../numbers/series.ts'
import { lastingPaybackYears } from '../packages/payback.ts'
import { savingsOfRuns } from '../packages/savings.ts'
import { lineOfAllYears } from '../whole-horizon.ts'
import { yearLines } from '../year-lines.ts'

/** The runs that a claim is tested on. */
export interface TestedRuns {
  own: RunTable
  /** Those of the baseline, the same as own where no package is tested. */
  baseline: RunTable
}

type Of<Kind extends keyof Claim> = NonNullable<Claim[Kind]>

/** Returns the children of each run at the close of the start or of a date that ends a month. */
export function childrenOn(
  table: RunTable,
  date: string,
  { start, openingStock }: Pick<Scenario, 'start' | 'openingStock'>,
): Float64Array {
  if (date === start) return new Float64Array(table.runs).fill(openingStock.children)
  return childrenInMonth(table, monthEnding(table, date))
}

/** Returns the children of each run who live in some placements on a date that ends a month. */
export function childrenIn(table: RunTable, date: string, placements: readonly string[]): Float64Array {
  const series = seriesOfMonth(table, monthEnding(table, date), 'children')
  const children = new Float64Array(table.runs)
  for (const key of placements)
    gathered(table, series[table.axes.placements.indexOf(key)]).forEach((count, run) => {
      children[run] += count
    })
  return children
}

/**
 * Returns in each run the share of the children in some placements, or of all, who live in others of them on the date; 0 where
 * there are no children to have a share of.
 */
export function placementShares(
  table: RunTable,
  { of, among = table.axes.placements, on }: Of<'placementShare'>,
): Float64Array {
  const base = childrenIn(table, on, among)
  return childrenIn(table, on, of).map((children, run) => (base[run] === 0 ? 0 : children / base[run]))
}

/** Returns the largest number of children of each run at the ends of the months of a time, its first day with it. */
export function highestChildren(
  table: RunTable,
  { from, to }: Pick<Of<'highestChildren'>, 'from' | 'to'>,
  scenario: Pick<Scenario, 'start' | 'openingStock'>,
): Float64Array {
  const path = childrenPath(table, from, to, scenario)
  return Float64Array.from({ length: table.runs }, (_, run) => Math.max(...path.map((month) => month[run])))
}

/** Returns how much the children of each run fall most, from the end of a month to that of a later one; 0 where they never do. */
export function largestFalls(
  table: RunTable,
  { from, to, withinMonths }: Pick<Of<'largestFall'>, 'from' | 'to' | 'withinMonths'>,
  scenario: Pick<Scenario, 'start' | 'openingStock'>,
): Float64Array {
  const path = childrenPath(table, from, to, scenario)
  return Float64Array.from({ length: table.runs }, (_, run) => {
    let largest = 0
    for (let later = 1; later < path.length; later++)
      for (let before = Math.max(0, later - withinMonths); before < later; before++)
        largest = Math.max(largest, path[before][run] - path[later][run])
    return largest
  })
}

/** Returns the month of each run that ends with its largest number of children, the first of several, as the number 201803. */
export function peakMonths(table: RunTable): Float64Array {
  const path = table.axes.months.map((_, month) => childrenInMonth(table, month))
  return Float64Array.from({ length: table.runs }, (_, run) => {
    const highest = Math.max(...path.map((month) => month[run]))
    return monthNumber(table.axes.months[path.findIndex((month) => month[run] === highest)])
  })
}

/** Returns '2018-03', with or without a day, as the number 201803. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4) + month.slice(5, 7))
}

/** [month][run] children from one date to another. */
function childrenPath(
  table: RunTable,
  from: string,
  to: string,
  scenario: Pick<Scenario, 'start' | 'openingStock'>,
): Float64Array[] {
  const first = from === scenario.start ? -1 : monthEnding(table, from)
  const last = monthEnding(table, to)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    first + index < 0 ? childrenOn(table, scenario.start, scenario) : childrenInMonth(table, first + index),
  )
}

function childrenInMonth(table: RunTable, month: number): Float64Array {
  return gathered(table, seriesOfMonth(table, month, 'children').at(-1)!)
}

/** Returns the children on a date less those on the earlier one, in each run. */
export function childrenChanges(
  table: RunTable,
  { from, to }: Of<'childrenChange'>,
  scenario: Pick<Scenario, 'start' | 'openingStock'>,
): Float64Array {
  const before = childrenOn(table, from, scenario)
  return childrenOn(table, to, scenario).map((children, run) => children - before[run])
}

/** Returns a line of years.arrow in each run, with its unit; one that the variant lacks is 0. */
export function lineValues(
  table: RunTable,
  { name, financialYear }: Of<'line'>,
): { unit: string; values: Float64Array } {
  const found =
    financialYear === ALL_YEARS
      ? lineOfAllYears(table, name)
      : yearLines(table, table.axes.years.indexOf(financialYear)).find(({ line }) => line === name)
  if (found === undefined) return { unit: '£', values: new Float64Array(table.runs) }
  const counts = countsPer(found.unit)
  return { unit: found.unit, values: gathered(table, found).map((value) => value / counts) }
}

/** Returns £ saved in each run. */
export function savingValues({ own, baseline }: TestedRuns, { financialYear, gross }: Of<'saving'>) {
  return savingsOfRuns(baseline, own, financialYear, gross)
}

/**
 * Returns in each run the first calendar year of the financial year of payback; Infinity where there is none, or where it is
 * taken back by the end of the horizon.
 */
export function paybackValues({ own, baseline }: TestedRuns, { definition }: Of<'payback'>): Float64Array {
  const first = Number(own.axes.years[0].slice(0, 4))
  return lastingPaybackYears(baseline, own, definition).map((year) => first + year)
}

function monthEnding(table: RunTable, date: string): number {
  return table.axes.monthEnd.indexOf(parseDate(date)! - table.axes.startDay)
}

function gathered(table: RunTable, series: Series): Float64Array {
  const values = new Float64Array(table.runs)
  gatherSeries(table, [{ unit: series.unit, sum: series.sum }], values)
  return values
}
