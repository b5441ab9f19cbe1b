// The headlines of a result: children at the end of each financial year, its cost, and the cost of all years together.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { RunTable } from '../../run/run-row.ts'
import { countsPer, gatherSeries, type Series } from '../numbers/series.ts'
import { totalCost } from '../whole-horizon.ts'
import { yearLines } from '../year-lines.ts'

/** Lines of a financial year that are headlines. */
const HEADLINES = ['children_end', 'total']

/** A headline as a series over the runs. */
export interface Headline extends Series {
  /** '2017/18', or 'all'. */
  financial_year: string
  line: string
}

/** Lists the headlines year by year, children before cost, with the cost of all years last. */
export function headlinesOf(table: RunTable): Headline[] {
  const ofYears = table.axes.years.flatMap((financial_year, year) => {
    const lines = yearLines(table, year)
    return HEADLINES.map((name) => ({ ...lines.find(({ line }) => line === name)!, financial_year }))
  })
  return [...ofYears, { ...totalCost(table), financial_year: ALL_YEARS, line: 'total' }]
}

/** Lists the two headlines that stand for the result: children at the end of the last year, cost of all years. */
export function mainHeadlinesOf(table: RunTable): Headline[] {
  return headlinesOf(table)
    .slice(-3)
    .filter(({ line, financial_year }) => line === 'children_end' || financial_year === ALL_YEARS)
}

/** Returns the values of each headline in the first so many runs, in its unit. */
export function headlineValues(table: RunTable, headlines: Headline[], runs = table.runs): Float64Array[] {
  const columns = new Float64Array(headlines.length * runs)
  gatherSeries({ ...table, runs }, headlines, columns)
  return headlines.map(({ unit }, index) => {
    const counts = countsPer(unit)
    return columns.subarray(index * runs, (index + 1) * runs).map((value) => value / counts)
  })
}
