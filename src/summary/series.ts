// A series is one number of every run: the cost of a placement in a month, the exits of a year. RunTable -> columns.
import { PENCE_SEVENTHS_PER_POUND } from '../money/placement-cost.ts'
import type { RowSum } from '../money/row-sum.ts'
import { columnsOfSums, fillBlock, placedSums, sumInBlock } from '../money/run-block.ts'
import type { RunTable } from '../run/run-row.ts'

/** The units of results. */
export type Unit = '£' | 'children' | 'days' | 'moves' | 'places'

/** A number of every run, counted in whole units, or in sevenths of a penny where the unit is £. */
export interface Series {
  unit: Unit
  sum: RowSum
}

/** Returns how many of a series' whole numbers make one of its unit. */
export function countsPer(unit: Unit): number {
  return unit === '£' ? PENCE_SEVENTHS_PER_POUND : 1
}

/** Runs that are read before the next are: few enough that what is taken from their rows stays in the cache. */
const RUNS_AT_ONCE = 500

/**
 * Writes the whole number of each series in each run to columns, [series][run]. Series whose numbers stand together in
 * a row should be gathered together: the table is read once for all of them.
 */
export function gatherSeries(table: RunTable, series: Series[], columns: Float64Array): void {
  const { runs } = table
  const sums = series.map(({ sum }) => sum)
  const taken = columnsOfSums(sums)
  const room = Math.min(runs, RUNS_AT_ONCE)
  const block = { columns: taken, room, numbers: new Int32Array(taken.length * room) }
  const placed = placedSums(sums, taken)
  for (let first = 0; first < runs; first += room) {
    const end = Math.min(first + room, runs)
    fillBlock(block, table, first, end)
    placed.forEach((sum, index) => {
      sumInBlock(sum, block, columns.subarray(index * runs + first, index * runs + end))
    })
  }
}
