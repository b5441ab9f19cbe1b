// The cost of some lines of a financial year together, as a series over the runs.
import { joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import type { Series } from './numbers/series.ts'
import { yearLines } from './year-lines.ts'

/** Adds up lines of money of a financial year; lines that the year does not have count as nothing. */
export function costOfLines(table: RunTable, year: number, lines: readonly string[]): Series {
  const covered = yearLines(table, year).filter(({ line, unit }) => unit === '£' && lines.includes(line))
  return { unit: '£', sum: joinSums(covered.map(({ sum }) => sum)) }
}

/** Adds up series in £. */
export function joinCosts(series: Series[]): Series {
  return { unit: '£', sum: joinSums(series.map(({ sum }) => sum)) }
}
