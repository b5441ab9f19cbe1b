// When the mean number of children is largest, as a text.
import type { RunTable } from '../run/run-row.ts'
import { childrenByMonth } from './peak.ts'

/** Names the month with the largest mean number of children at its end, YYYY-MM; the first of several. */
export function peakMonth(table: RunTable): string {
  const { sums } = childrenByMonth(table)
  return table.axes.months[sums.indexOf(Math.max(...sums))]
}
