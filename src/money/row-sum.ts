// Sums over the numbers of one run's row. Every line of every result is one, so that costs and counts are summed by the
// same few lines of code; placement-cost.ts multiplies by the prices that stand in the row too.
import { type RunTable, WIDE } from '../run/run-row.ts'

/** Stands for no price: the number itself is summed. */
export const UNPRICED = -1

/**
 * The sum of row[columns[i]] x row[prices[i]] x factors[i], or of row[columns[i]] x factors[i] alone, and a constant;
 * rounded to a whole number, and exact in any order below 2^53 where the factors are whole.
 */
export interface RowSum {
  columns: Int32Array
  prices: Int32Array
  factors: Float64Array
  constant: number
}

/** Sums the given columns, each times the same column of a price where one is given. */
export function sumOfColumns(columns: number[], price = UNPRICED, factor = 1): RowSum {
  return {
    columns: Int32Array.from(columns),
    prices: new Int32Array(columns.length).fill(price),
    factors: new Float64Array(columns.length).fill(factor),
    constant: 0,
  }
}

/** Returns a sum that is the same in every run. */
export function constantSum(constant: number): RowSum {
  return { ...sumOfColumns([]), constant }
}

/** Returns a number too large for one column: the first counts 2^30s, the second the rest. */
export function wideNumber(column: number): RowSum {
  return joinSums([sumOfColumns([column], undefined, WIDE), sumOfColumns([column + 1])])
}

/** Adds several sums up into one. */
export function joinSums(sums: RowSum[]): RowSum {
  const joined = sumOfColumns(new Array(sums.reduce((terms, { columns }) => terms + columns.length, 0)))
  let first = 0
  for (const { columns, prices, factors, constant } of sums) {
    joined.columns.set(columns, first)
    joined.prices.set(prices, first)
    joined.factors.set(factors, first)
    joined.constant += constant
    first += columns.length
  }
  return joined
}

/** Multiplies a sum. */
export function scaledSum(sum: RowSum, by: number): RowSum {
  return { ...sum, factors: sum.factors.map((factor) => factor * by), constant: sum.constant * by }
}

/** Returns the value of a sum in the row that starts at the given index of rows. */
export function sumInRow(
  { columns, prices, factors, constant }: RowSum,
  rows: Int32Array,
  start: number,
): number {
  let total = constant
  for (let term = 0; term < columns.length; term++) {
    const price = prices[term]
    total += rows[start + columns[term]] * (price === UNPRICED ? 1 : rows[start + price]) * factors[term]
  }
  return Math.round(total)
}

/** Tells whether a sum is a whole number in every run, before it is rounded. */
export function hasWholeFactors({ factors, constant }: Pick<RowSum, 'factors' | 'constant'>): boolean {
  for (let term = 0; term < factors.length; term++) if (!Number.isInteger(factors[term])) return false
  return Number.isInteger(constant)
}

/** Returns the value of a sum in a run of the table. */
export function sumInRun(sum: RowSum, table: RunTable, run: number): number {
  return sumInRow(sum, table.rows, run * table.layout.length)
}
