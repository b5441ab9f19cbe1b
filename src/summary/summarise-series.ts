// From the runs to statistics: gathers a few series at a time, sorts each, describes it.
import { quantileSorted } from 'simple-statistics'
import type { RunTable } from '../run/run-row.ts'
import { countsPer, gatherSeries, type Series } from './series.ts'
import { sortWholeNumbers } from './sort-whole-numbers.ts'
import {
  STATISTICS,
  type Statistic,
  type Statistics,
  type StatisticsColumns,
  statisticsAt,
} from './statistics.ts'

/** Series gathered at a time, about a month of them: 5 MB of columns for 10,000 runs, however many months there are. */
const SERIES_AT_ONCE = 64

const QUANTILES: [Statistic, number][] = [
  ['q05', 0.05],
  ['q10', 0.1],
  ['q25', 0.25],
  ['q50', 0.5],
  ['q75', 0.75],
  ['q90', 0.9],
  ['q95', 0.95],
]

/** Describes each series over all runs, in its unit; sd and mc_error are NaN, unknown, where there is only one run. */
export function summariseSeries(table: RunTable, series: Series[]): StatisticsColumns {
  const { runs } = table
  const statistics = emptyStatistics(series.length)
  const columns = new Float64Array(Math.min(SERIES_AT_ONCE, series.length) * runs)
  for (let first = 0; first < series.length; first += SERIES_AT_ONCE) {
    const gathered = series.slice(first, first + SERIES_AT_ONCE)
    gatherSeries(table, gathered, columns)
    for (let index = 0; index < gathered.length; index++) {
      const values = columns.subarray(index * runs, (index + 1) * runs)
      describeWholeNumbers(values, countsPer(gathered[index].unit), statistics, first + index)
    }
  }
  return statistics
}

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

/** Sorts whole numbers, and writes their statistics, each divided by `counts`, to a row. */
export function describeWholeNumbers(
  values: Float64Array,
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): void {
  describeSorted(sortWholeNumbers(values), counts, statistics, row)
}

/**
 * Writes the statistics of sorted whole numbers, each divided by `counts`, to a row. Taken from the sorted numbers, they
 * do not depend on the order of the runs. Quantiles are type 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC:
 * simple-statistics takes the place (n - 1) p and interpolates linearly between its neighbours.
 */
function describeSorted(
  sorted: Float64Array,
  counts: number,
  statistics: StatisticsColumns,
  row: number,
): void {
  const mean = meanOfSorted(sorted)
  const sd = sampleSd(sorted, mean)
  statistics.mean[row] = mean / counts
  statistics.sd[row] = sd / counts
  statistics.mc_error[row] = sd / Math.sqrt(sorted.length) / counts
  // quantileSorted is declared for arrays, but only reads length and elements.
  const numbers = sorted as unknown as number[]
  for (const [name, share] of QUANTILES) statistics[name][row] = quantileSorted(numbers, share) / counts
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
