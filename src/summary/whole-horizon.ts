// What the whole horizon costs, ranked over the runs on its own: the quantiles of the years do not add up to it.
import { joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import type { Series } from './series.ts'
import { type Statistics, statisticsAt } from './statistics.ts'
import { summariseSeries } from './summarise-series.ts'
import { type YearLine, yearLines } from './year-lines.ts'

/** Describes the cost in £ of all financial years together. */
export function summariseTotalCost(table: RunTable): Statistics {
  return statisticsAt(summariseSeries(table, [totalCost(table)]), 0)
}

/** Returns the cost of all financial years together. */
export function totalCost(table: RunTable): Series {
  const totals = table.axes.years.map(
    (_, year) => yearLines(table, year).find(({ line }) => line === 'total')!,
  )
  return { unit: '£', sum: joinSums(totals.map(({ sum }) => sum)) }
}

/** Returns the lines of all financial years together; the children at the end are those of the last year. */
export function linesOfAllYears(table: RunTable): YearLine[] {
  const years = table.axes.years.map((_, year) => yearLines(table, year))
  return years.at(-1)!.map((last, index) => {
    if (last.line === 'children_end') return last
    return { ...last, sum: joinSums(years.map((lines) => lines[index].sum)) }
  })
}
