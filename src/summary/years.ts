// years.arrow as columns: the lines of every financial year, described over the runs.
import type { RunTable } from '../run/run-row.ts'
import { describeWholeNumbers, emptyStatistics } from './numbers/describe-numbers.ts'
import { countsPer } from './numbers/series.ts'
import type { YearsSummary } from './numbers/statistics.ts'
import { gatherYears } from './year-values.ts'

/** Summarises the lines of every financial year, year by year; they may have been gathered before. */
export function summariseYears(table: RunTable, variant: string, years = gatherYears(table)): YearsSummary {
  const rows = years.flatMap((lines, year) =>
    lines.map((line) => ({ ...line, financial_year: table.axes.years[year] })),
  )
  const statistics = emptyStatistics(rows.length)
  rows.forEach(({ unit, values }, row) => {
    describeWholeNumbers(values.slice(), countsPer(unit), statistics, row)
  })
  return {
    variant: rows.map(() => variant),
    financial_year: rows.map(({ financial_year }) => financial_year),
    line: rows.map(({ line }) => line),
    unit: rows.map(({ unit }) => unit),
    statistics,
  }
}
