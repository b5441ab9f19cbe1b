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
  return gathered(table, seriesOfMonth(table, monthEnding(table, date), 'children').at(-1)!)
}

/** Returns in each run the share of all children who live in the placements on the date; 0 where there are no children. */
export function placementShares(table: RunTable, { of, on }: Of<'placementShare'>): Float64Array {
  const series = seriesOfMonth(table, monthEnding(table, on), 'children')
  const all = gathered(table, series.at(-1)!)
  const shares = new Float64Array(table.runs)
  for (const key of of)
    gathered(table, series[table.axes.placements.indexOf(key)]).forEach((children, run) => {
      shares[run] += children
    })
  return shares.map((children, run) => (all[run] === 0 ? 0 : children / all[run]))
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
