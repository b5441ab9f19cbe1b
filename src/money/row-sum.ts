// Weighted sums over the numbers of one run's row. Every line of every result is one, so that costs and counts are
// summed by the same few lines of code; placement-cost.ts puts the prices in as weights.
import type { RunTable } from '../run/run-row.ts'

/** The sum of weights[i] x row[columns[i]]; exact in any order while weights are whole and the sum is below 2^53. */
export interface RowSum {
  columns: Int32Array
  weights: Float64Array
}

/** Sums the given columns, each times the same weight. */
export function sumOfColumns(columns: number[], weight = 1): RowSum {
  return { columns: Int32Array.from(columns), weights: new Float64Array(columns.length).fill(weight) }
}

/** Adds several sums up into one. */
export function joinSums(sums: RowSum[]): RowSum {
  return {
    columns: Int32Array.from(sums.flatMap((sum) => [...sum.columns])),
    weights: Float64Array.from(sums.flatMap((sum) => [...sum.weights])),
  }
}

/** Returns the value of a sum in the row that starts at the given index of rows. */
export function sumInRow(sum: RowSum, rows: Int32Array, start: number): number {
  const { columns, weights } = sum
  let total = 0
  for (let term = 0; term < columns.length; term++) total += weights[term] * rows[start + columns[term]]
  return total
}

/** Returns the value of a sum in a run of the table. */
export function sumInRun(sum: RowSum, table: RunTable, run: number): number {
  return sumInRow(sum, table.rows, run * table.layout.length)
}
