// Sums over the rows of many runs at once. RunTable, or columns taken out of it -> values by run; row-sum.ts says what a sum is.
import type { RunTable } from '../run/run-row.ts'
import { hasWholeFactors, type RowSum, UNPRICED } from './row-sum.ts'

/** Numbers of some runs: those of a run stand `columnStep` apart, those of a column `runStep`. */
export interface RunBlock {
  numbers: Int32Array
  columnStep: number
  runStep: number
}

/** Returns the rows of the runs from `first` up to, not including, `end` as a block of all columns. */
export function rowsOfRuns({ rows, layout: { length } }: RunTable, first: number, end: number): RunBlock {
  // Counted from the first of these rows, places are small whole numbers in tables of any size.
  return { numbers: rows.subarray(first * length, end * length), columnStep: 1, runStep: length }
}

/** Lists the columns that sums are made of, upwards, each once. */
export function columnsOfSums(sums: readonly RowSum[]): Int32Array {
  const used = new Set<number>()
  for (const { columns, prices } of sums) {
    for (const column of columns) used.add(column)
    for (const price of prices) if (price !== UNPRICED) used.add(price)
  }
  return Int32Array.from(used).sort()
}

/** Returns sums whose columns are places in a list of columns instead of places in a row. */
export function placedSums(sums: readonly RowSum[], columns: Int32Array): RowSum[] {
  const placeOf = new Map(Array.from(columns, (column, place) => [column, place]))
  return sums.map((sum) => ({
    ...sum,
    columns: sum.columns.map((column) => placeOf.get(column)!),
    prices: sum.prices.map((price) => placeOf.get(price) ?? UNPRICED),
  }))
}

/** Rows that are read at a time: few enough to stay in the cache while one column after the other is taken from them. */
const ROWS_AT_ONCE = 32

/** Takes columns of all runs out of a table: writes them to numbers, one after the other, and returns them as a block. */
export function takeColumns(table: RunTable, columns: Int32Array, numbers: Int32Array): RunBlock {
  const { runs } = table
  for (let first = 0; first < runs; first += ROWS_AT_ONCE) {
    const some = rowsOfRuns(table, first, Math.min(first + ROWS_AT_ONCE, runs))
    for (let place = 0; place < columns.length; place++)
      takeColumn(some, columns[place], numbers, place * runs + first)
  }
  return { numbers, columnStep: runs, runStep: 1 }
}

function takeColumn(
  { numbers: rows, runStep }: RunBlock,
  column: number,
  numbers: Int32Array,
  from: number,
): void {
  let at = from | 0
  let cell = column | 0
  for (const end = (at + rows.length / runStep) | 0; at < end; at = (at + 1) | 0) {
    numbers[at] = rows[cell]
    cell = (cell + runStep) | 0
  }
}

/**
 * Returns how many times one column a sum is, a whole number that is not below 0 and the same in the first so many runs of a
 * block; undefined where it is something else.
 */
export function timesOfColumn(
  { columns, prices, factors, constant }: RowSum,
  block: RunBlock,
  runs: number,
): number | undefined {
  if (columns.length !== 1 || constant !== 0) return undefined
  const price = prices[0] === UNPRICED ? 1 : commonNumber(prices[0], block, runs)
  const times = factors[0] * (price ?? Number.NaN)
  return Number.isInteger(times) && times >= 0 ? times : undefined
}

/** The number that a column has in every run; undefined where it has several. */
function commonNumber(
  column: number,
  { numbers, columnStep, runStep }: RunBlock,
  runs: number,
): number | undefined {
  const from = column * columnStep
  const end = from + runs * runStep
  for (let cell = from; cell < end; cell += runStep) if (numbers[cell] !== numbers[from]) return undefined
  return numbers[from]
}

/**
 * Writes the value of a sum in so many runs of a block to values, from an index on: what sumInRow gives, but a few terms at
 * a time over all of these runs, which is several times faster. Whole numbers are exact in any order.
 */
export function sumInBlock(
  sum: RowSum,
  block: RunBlock,
  runs: number,
  values: Float64Array,
  from: number,
): void {
  const isWhole = hasWholeFactors(sum)
  const { length } = sum.columns
  values.fill(sum.constant, from, from + runs)
  for (let term = 0; term < length; )
    if (isWhole && areFourAlike(sum, term)) {
      addFourTerms(sum, term, block, runs, values, from)
      term += 4
    } else {
      addTerm(sum, term, block, runs, values, from)
      term++
    }
  if (!isWhole) for (let at = from; at < from + runs; at++) values[at] = Math.round(values[at])
}

/** Whether a term and the three after it have one price and one factor. */
function areFourAlike({ columns, prices, factors }: RowSum, term: number): boolean {
  if (term + 4 > columns.length) return false
  for (let next = term + 1; next < term + 4; next++)
    if (prices[next] !== prices[term] || factors[next] !== factors[term]) return false
  return true
}

function addFourTerms(
  { columns, prices, factors }: RowSum,
  term: number,
  { numbers, columnStep, runStep }: RunBlock,
  runs: number,
  values: Float64Array,
  from: number,
): void {
  const factor = factors[term]
  let first = (columns[term] * columnStep) | 0
  const [second, third, fourth] = [1, 2, 3].map((next) => (columns[term + next] - columns[term]) * columnStep)
  const price = ((prices[term] - columns[term]) * columnStep) | 0
  const end = from + runs
  if (prices[term] === UNPRICED)
    for (let at = from; at < end; at++, first = (first + runStep) | 0)
      values[at] +=
        (numbers[first] + numbers[first + second] + numbers[first + third] + numbers[first + fourth]) * factor
  else
    for (let at = from; at < end; at++, first = (first + runStep) | 0)
      values[at] +=
        (numbers[first] + numbers[first + second] + numbers[first + third] + numbers[first + fourth]) *
        numbers[first + price] *
        factor
}

function addTerm(
  { columns, prices, factors }: RowSum,
  term: number,
  { numbers, columnStep, runStep }: RunBlock,
  runs: number,
  values: Float64Array,
  from: number,
): void {
  const factor = factors[term]
  let cell = (columns[term] * columnStep) | 0
  const price = ((prices[term] - columns[term]) * columnStep) | 0
  const end = from + runs
  if (prices[term] === UNPRICED)
    for (let at = from; at < end; at++, cell = (cell + runStep) | 0) values[at] += numbers[cell] * factor
  else
    for (let at = from; at < end; at++, cell = (cell + runStep) | 0)
      values[at] += numbers[cell] * numbers[cell + price] * factor
}
