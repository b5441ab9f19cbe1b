// What the whole horizon costs, ranked over the runs on its own: the quantiles of the years do not add up to it.
import { joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import { statisticsOfWholeNumbers } from './numbers/describe-numbers.ts'
import { countsPer, type Series, valuesOfSeries } from './numbers/series.ts'
import type { Statistics } from './numbers/statistics.ts'
import { isAtYearEnd, type YearLine, yearLines } from './year-lines.ts'

/** Describes the cost in £ of all financial years together; its values may have been gathered before. */
export function summariseTotalCost(table: RunTable, values = totalCostValues(table)): Statistics {
  return statisticsOfWholeNumbers(values, countsPer('£'))
}

/** Returns the cost of all financial years together in each run, as a series of £ counts it. */
export function totalCostValues(table: RunTable): Float64Array {
  return valuesOfSeries(table, totalCost(table))
}

/** Returns the cost of all financial years together. */
export function totalCost(table: RunTable): Series {
  return lineOfAllYears(table, 'total')!
}

/**
 * Returns a line of all financial years together, undefined where there is none of that name; the children at the end are
 * those of the last year.
 */
export function lineOfAllYears(table: RunTable, name: string): YearLine | undefined {
  const years = table.axes.years.map((_, year) => yearLines(table, year).find(({ line }) => line === name)!)
  const last = years.at(-1)
  if (last === undefined || isAtYearEnd(name)) return last
  return { line: name, unit: last.unit, sum: joinSums(years.map(({ sum }) => sum)) }
}
