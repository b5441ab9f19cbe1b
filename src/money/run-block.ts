// Sums over the rows of many runs at once. The columns that the sums are made of are taken out of the rows first, since what
// is read again and again should stand close together. RunTable and sums -> values by run.
import type { RunTable } from '../run/run-row.ts'
import { hasWholeFactors, type RowSum, UNPRICED } from './row-sum.ts'

/** Some columns of the rows of some runs, one column after the other. */
export interface RunBlock {
  /** Columns of the rows, upwards, each once. */
  columns: Int32Array
  /** Runs that each column has room for. */
  room: number
  /** [column][run] */
  numbers: Int32Array
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
const ROWS_AT_ONCE = 64

/** Fills a block with the runs from `first` up to, not including, `end`. */
export function fillBlock(
  block: RunBlock,
  { rows, layout: { length } }: RunTable,
  first: number,
  end: number,
): void {
  for (let run = first; run < end; run += ROWS_AT_ONCE) {
    const last = Math.min(run + ROWS_AT_ONCE, end)
    takeColumns(rows.subarray(run * length, last * length), length, block, run - first)
  }
}

/** Counted from the first of a few rows, places in them are small whole numbers in tables of any size. */
function takeColumns(
  rows: Int32Array,
  length: number,
  { columns, room, numbers }: RunBlock,
  firstRun: number,
): void {
  const runs = (rows.length / length) | 0
  for (let column = 0; column < columns.length; column++) {
    let cell = columns[column] | 0
    let at = (column * room + firstRun) | 0
    for (const end = (at + runs) | 0; at < end; at = (at + 1) | 0) {
      numbers[at] = rows[cell]
      cell = (cell + length) | 0
    }
  }
}

/** Writes the value of a placed sum in the first runs of a block to values: what sumInRow gives, but term by term. */
export function sumInBlock(sum: RowSum, { room, numbers }: RunBlock, values: Float64Array): void {
  const { columns, prices, factors, constant } = sum
  const columnOf = (place: number) => numbers.subarray(place * room, place * room + values.length)
  if (isOneColumn(sum)) {
    values.set(columnOf(columns[0]))
    return
  }
  values.fill(constant)
  for (let term = 0; term < columns.length; term++)
    if (prices[term] === UNPRICED) addTerm(columnOf(columns[term]), factors[term], values)
    else addPricedTerm(columnOf(columns[term]), columnOf(prices[term]), factors[term], values)
  if (!hasWholeFactors(sum))
    for (let run = 0; run < values.length; run++) values[run] = Math.round(values[run])
}

/** Tells whether a sum is one number of the row as it stands. */
export function isOneColumn({ columns, prices, factors, constant }: RowSum): boolean {
  return columns.length === 1 && prices[0] === UNPRICED && factors[0] === 1 && constant === 0
}

function addTerm(numbers: Int32Array, factor: number, values: Float64Array): void {
  for (let run = 0; run < values.length; run++) values[run] += numbers[run] * factor
}

function addPricedTerm(numbers: Int32Array, prices: Int32Array, factor: number, values: Float64Array): void {
  for (let run = 0; run < values.length; run++) values[run] += numbers[run] * prices[run] * factor
}
