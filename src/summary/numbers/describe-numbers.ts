// The statistics of the whole numbers of a series. Values of runs -> one row of a table; tally.ts counts numbers that lie
// close together, sort-whole-numbers.ts sorts the others.
import { quantileOfSorted } from './quantile-of-sorted.ts'
import { sortWide, spanOf } from './sort-whole-numbers.ts'
import {
  STATISTICS,
  type Statistic,
  type Statistics,
  type StatisticsColumns,
  statisticsAt,
} from './statistics.ts'
import {
  clearTally,
  meanOfTally,
  quantilesOfTally,
  squaresOfTally,
  type Tally,
  tallyColumn,
  tallyValues,
} from './tally.ts'

const QUANTILES: [Statistic, number][] = [
  ['q05', 0.05],
  ['q10', 0.1],
  ['q25', 0.25],
  ['q50', 0.5],
  ['q75', 0.75],
  ['q80', 0.8],
  ['q90', 0.9],
  ['q95', 0.95],
]
const SHARES = QUANTILES.map(([, share]) => share)

/** Returns columns of statistics for so many rows, all 0. */
export function emptyStatistics(length: number): StatisticsColumns {
  return Object.fromEntries(STATISTICS.map((name) => [name, new Float64Array(length)])) as StatisticsColumns
}

/** Describes whole numbers, each divided by `counts`; they are left in their order. */
export function statisticsOfWholeNumbers(values: Float64Array, counts: number): Statistics {
  const statistics = emptyStatistics(1)
  describeWholeNumbers(values.slice(), counts, statistics, 0)
  return statisticsAt(statistics, 0)
}

/** A column of whole numbers, and how many times each counts. */
export interface ScaledColumn {
  numbers: Int32Array
  times: number
}

/**
 * Writes the statistics of so many times the numbers of a column, each divided by `counts`, to a row; `tallied` is all 0.
 * Returns whether they were small enough for that.
 */
export function describeColumn(
  { numbers, times }: ScaledColumn,
  tallied: Uint32Array,
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): boolean {
  const tally = tallyColumn(numbers, times, tallied)
  if (tally === undefined) return false
  describeTally(tally, counts, statistics, row)
  clearTally(tally)
  return true
}

/** Writes the statistics of whole numbers, each divided by `counts`, to a row; may sort them. */
export function describeWholeNumbers(
  values: Float64Array,
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): void {
  const { smallest, span, isNarrow } = spanOf(values)
  if (isNarrow) describeTally(tallyValues(values, smallest, span), counts, statistics, row)
  else describeSorted(sortWide(values, smallest, span), counts, statistics, row)
}

function describeTally(tally: Tally, counts: number, statistics: StatisticsColumns, row: number): void {
  const mean = meanOfTally(tally)
  const sd = Math.sqrt(squaresOfTally(tally, mean) / (tally.size - 1))
  writeRow(tally.size, { mean, sd, quantiles: quantilesOfTally(tally, SHARES) }, counts, statistics, row)
}

/**
 * Taken from the sorted numbers, statistics do not depend on the order of the runs. Quantiles are type 7 of Hyndman and Fan
 * (1996), Excel's PERCENTILE.INC: simple-statistics takes the place (n - 1) p and interpolates linearly between its
 * neighbours.
 */
function describeSorted(
  sorted: Float64Array,
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): void {
  const mean = meanOfSorted(sorted)
  const sd = sampleSd(sorted, mean)
  const quantiles = SHARES.map((share) => quantileOfSorted(sorted, share))
  writeRow(sorted.length, { mean, sd, quantiles }, counts, statistics, row)
}

function writeRow(
  size: number,
  { mean, sd, quantiles }: { mean: number; sd: number; quantiles: number[] },
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): void {
  statistics.mean[row] = mean / counts
  statistics.sd[row] = sd / counts
  statistics.mc_error[row] = sd / Math.sqrt(size) / counts
  QUANTILES.forEach(([name], index) => {
    statistics[name][row] = quantiles[index] / counts
  })
}

// Counted from the smallest number, the sum stays exact for longer, and a constant has its own value as its mean.
function meanOfSorted(sorted: Float64Array): number {
  const smallest = sorted[0]
  let sum = 0
  for (let index = 0; index < sorted.length; index++) sum += sorted[index] - smallest
  return smallest + sum / sorted.length
}

function sampleSd(values: Float64Array, mean: number): number {
  let squares = 0
  for (let index = 0; index < values.length; index++) {
    const difference = values[index] - mean
    squares += difference * difference
  }
  return Math.sqrt(squares / (values.length - 1))
}
