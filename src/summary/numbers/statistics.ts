// The statistics columns that every table of results has.
import type { CodedTexts } from './coded-texts.ts'

/** Names of the statistics in the order of the columns; mc_error is the Monte Carlo standard error of the mean. */
export const STATISTICS = [
  'mean',
  'sd',
  'q05',
  'q10',
  'q25',
  'q50',
  'q75',
  'q80',
  'q90',
  'q95',
  'mc_error',
] as const

export type Statistic = (typeof STATISTICS)[number]

/** Columns of statistics, one value for each row of a table. */
export type StatisticsColumns = Record<Statistic, Float64Array>

/** The statistics of one row of a table. */
export type Statistics = Record<Statistic, number>

/** Reads one row out of the columns. */
export function statisticsAt(columns: StatisticsColumns, row: number): Statistics {
  return Object.fromEntries(STATISTICS.map((name) => [name, columns[name][row]])) as Statistics
}

/** Puts columns of statistics one under the other. */
export function joinStatistics(parts: readonly StatisticsColumns[]): StatisticsColumns {
  const rows = parts.reduce((sum, { mean }) => sum + mean.length, 0)
  const columns = STATISTICS.map((name) => {
    const column = new Float64Array(rows)
    let from = 0
    for (const part of parts) {
      column.set(part[name], from)
      from += part[name].length
    }
    return [name, column]
  })
  return Object.fromEntries(columns)
}

/** One row for each variant, month, measure and placement; placement null means all placements together. */
export interface MonthlySummary {
  variant: string[]
  month: string[]
  measure: string[]
  placement: (string | null)[]
  unit: string[]
  statistics: StatisticsColumns
}

/** One row for each variant, financial year and line: money lines in £, counts in children or days. */
export interface YearsSummary {
  variant: string[]
  financial_year: string[]
  line: string[]
  unit: string[]
  statistics: StatisticsColumns
}

/** One value for each variant, run, financial year and line. */
export interface RunValues {
  variant: CodedTexts
  run: Int32Array
  financial_year: CodedTexts
  line: CodedTexts
  unit: CodedTexts
  value: Float64Array
}
