// Sums over the numbers of one run's row. Every line of every result is one, so that costs and counts are summed by the
// same few lines of code; placement-cost.ts multiplies by the prices that stand in the row too.
import type { RunTable } from '../run/run-row.ts'

/** Stands for no price: the number itself is summed. */
const UNPRICED = -1

/** The sum of row[columns[i]] x row[prices[i]], or of row[columns[i]] alone; exact in any order below 2^53. */
export interface RowSum {
  columns: Int32Array
  prices: Int32Array
}

/** Sums the given columns, each times the same column of a price where one is given. */
export function sumOfColumns(columns: number[], price = UNPRICED): RowSum {
  return { columns: Int32Array.from(columns), prices: new Int32Array(columns.length).fill(price) }
}

/** Adds several sums up into one. */
export function joinSums(sums: RowSum[]): RowSum {
  return {
    columns: Int32Array.from(sums.flatMap((sum) => [...sum.columns])),
    prices: Int32Array.from(sums.flatMap((sum) => [...sum.prices])),
  }
}

/** Returns the value of a sum in the row that starts at the given index of rows. */
export function sumInRow({ columns, prices }: RowSum, rows: Int32Array, start: number): number {
  let total = 0
  for (let term = 0; term < columns.length; term++) {
    const price = prices[term]
    total += rows[start + columns[term]] * (price === UNPRICED ? 1 : rows[start + price])
  }
  return total
}

/** Returns the value of a sum in a run of the table. */
export function sumInRun(sum: RowSum, table: RunTable, run: number): number {
  return sumInRow(sum, table.rows, run * table.layout.length)
}
