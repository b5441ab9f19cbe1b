// years.arrow as columns: the lines of every financial year, described over the runs.
import type { RunTable } from '../run/run-row.ts'
import type { YearsSummary } from './statistics.ts'
import { summariseSeries } from './summarise-series.ts'
import { yearLines } from './year-lines.ts'

/** Summarises the lines of every financial year, year by year. */
export function summariseYears(table: RunTable, variant: string): YearsSummary {
  const rows = table.axes.years.flatMap((name, year) => {
    return yearLines(table, year).map((line) => ({ ...line, year: name }))
  })
  return {
    variant: rows.map(() => variant),
    financial_year: rows.map(({ year }) => year),
    line: rows.map(({ line }) => line),
    unit: rows.map(({ unit }) => unit),
    statistics: summariseSeries(table, rows),
  }
}
