// From the runs to statistics: takes the columns of a few series at a time out of the rows, and describes each series.

import type { RowSum } from '../../money/row-sum.ts'
import {
  columnsOfSums,
  placedSums,
  type RunBlock,
  sumInBlock,
  takeColumns,
  timesOfColumn,
} from '../../money/run-block.ts'
import type { RunTable } from '../../run/run-row.ts'
import {
  describeColumn,
  describeWholeNumbers,
  emptyStatistics,
  type ScaledColumn,
} from './describe-numbers.ts'
import { countsPer, gatherSeries, type Series } from './series.ts'
import type { StatisticsColumns } from './statistics.ts'
import { columnCounts } from './tally.ts'

/** Columns taken at a time: 5 MB of them for 10,000 runs, however many months there are. */
const COLUMNS_AT_ONCE = 128

/** Series that are taken together; one that has too many columns for that is by itself. */
interface SeriesGroup {
  /** Where each stands among all. */
  places: number[]
  columns: Set<number>
}

/** Memory that serves one series after the other. */
interface Memory {
  numbers: Int32Array
  values: Float64Array
  /** See tallyColumn. */
  tallied: Uint32Array
}

/** Describes each series over all runs, in its unit; sd and mc_error are NaN, unknown, where there is only one run. */
export function summariseSeries(table: RunTable, series: Series[]): StatisticsColumns {
  const statistics = emptyStatistics(series.length)
  const groups = groupsOf(series)
  const sizes = groups.map(({ columns }) => columns.size).filter((size) => size <= COLUMNS_AT_ONCE)
  const memory = {
    numbers: new Int32Array(Math.max(0, ...sizes) * table.runs),
    values: new Float64Array(table.runs),
    tallied: columnCounts(table.runs),
  }
  for (const { places, columns } of groups) {
    const own = places.map((place) => series[place])
    if (columns.size <= COLUMNS_AT_ONCE) describeGroup(table, own, memory, statistics, places)
    else {
      gatherSeries(table, own, memory.values)
      describeWholeNumbers(memory.values, countsPer(own[0].unit), statistics, places[0])
    }
  }
  return statistics
}

/** In the order of their columns, so that what is taken together stands together in the rows, too. */
function groupsOf(series: Series[]): SeriesGroup[] {
  const groups: SeriesGroup[] = []
  const order = [...series.keys()].sort((one, other) => firstColumn(series[one]) - firstColumn(series[other]))
  for (const place of order) {
    const own = columnsOfSums([series[place].sum])
    const last = groups.at(-1)
    const added = own.filter((column) => !last?.columns.has(column)).length
    if (last === undefined || last.columns.size + added > COLUMNS_AT_ONCE)
      groups.push({ places: [place], columns: new Set(own) })
    else {
      last.places.push(place)
      for (const column of own) last.columns.add(column)
    }
  }
  return groups
}

function firstColumn({ sum }: Series): number {
  return sum.columns[0] ?? 0
}

function describeGroup(
  table: RunTable,
  series: Series[],
  memory: Memory,
  statistics: StatisticsColumns,
  rows: number[],
): void {
  const sums = series.map(({ sum }) => sum)
  const columns = columnsOfSums(sums)
  const block = takeColumns(table, columns, memory.numbers)
  placedSums(sums, columns).forEach((sum, index) => {
    const counts = countsPer(series[index].unit)
    const column = scaledColumn(sum, block, table.runs)
    if (column !== undefined && describeColumn(column, memory.tallied, counts, statistics, rows[index]))
      return
    sumInBlock(sum, block, table.runs, memory.values, 0)
    describeWholeNumbers(memory.values, counts, statistics, rows[index])
  })
}

/** Most series are one column, or so many times one: then it needs not be copied. */
function scaledColumn(sum: RowSum, block: RunBlock, runs: number): ScaledColumn | undefined {
  const times = timesOfColumn(sum, block, runs)
  if (times === undefined) return undefined
  const from = sum.columns[0] * runs
  return { numbers: block.numbers.subarray(from, from + runs), times }
}
