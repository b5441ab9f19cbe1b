// From the runs to statistics: takes the columns of a few series at a time out of the rows, and describes each series.
import { columnsOfSums, isOneColumn, placedSums, sumInBlock, takeColumns } from '../money/run-block.ts'
import type { RunTable } from '../run/run-row.ts'
import { describeColumn, describeWholeNumbers, emptyStatistics } from './describe-numbers.ts'
import { countsPer, gatherSeries, type Series } from './series.ts'
import type { StatisticsColumns } from './statistics.ts'
import { columnCounts } from './tally.ts'

/** Columns taken at a time: 5 MB of them for 10,000 runs, however many months there are. */
const COLUMNS_AT_ONCE = 128

/** Series that are taken together. */
interface SeriesGroup {
  /** Where each stands among all. */
  places: number[]
  columns: Set<number>
}

/** Describes each series over all runs, in its unit; sd and mc_error are NaN, unknown, where there is only one run. */
export function summariseSeries(table: RunTable, series: Series[]): StatisticsColumns {
  const statistics = emptyStatistics(series.length)
  const groups = groupsOf(series)
  const most = Math.max(
    0,
    ...groups.map(({ columns }) => (columns.size > COLUMNS_AT_ONCE ? 0 : columns.size)),
  )
  const memory = {
    numbers: new Int32Array(most * table.runs),
    values: new Float64Array(table.runs),
    tallied: columnCounts(),
  }
  for (const { places, columns } of groups) {
    const own = places.map((place) => series[place])
    if (columns.size > COLUMNS_AT_ONCE) {
      gatherSeries(table, own, memory.values)
      describeWholeNumbers(memory.values, countsPer(own[0].unit), statistics, places[0])
    } else {
      describeGroup(table, own, places, memory, statistics)
    }
  }
  return statistics
}

function describeGroup(
  table: RunTable,
  series: Series[],
  rows: number[],
  { numbers, values, tallied }: { numbers: Int32Array; values: Float64Array; tallied: Uint32Array },
  statistics: StatisticsColumns,
): void {
  const { runs } = table
  const sums = series.map(({ sum }) => sum)
  const columns = columnsOfSums(sums)
  const block = takeColumns(table, columns, numbers)
  placedSums(sums, columns).forEach((sum, index) => {
    const per = countsPer(series[index].unit)
    const from = sum.columns[0] * runs
    if (
      isOneColumn(sum) &&
      describeColumn(numbers.subarray(from, from + runs), tallied, per, statistics, rows[index])
    )
      return
    sumInBlock(sum, block, runs, values, 0)
    describeWholeNumbers(values, per, statistics, rows[index])
  })
}

/** In the order of their columns, so that what is taken together stands together in the rows, too. */
function groupsOf(series: Series[]): SeriesGroup[] {
  const groups: SeriesGroup[] = []
  const order = [...series.keys()].sort((one, other) => firstColumn(series[one]) - firstColumn(series[other]))
  for (const place of order) {
    const own = columnsOfSums([series[place].sum])
    const last = groups.at(-1)
    const added = last === undefined ? 0 : own.filter((column) => !last.columns.has(column)).length
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
