// A series is one number of every run: the cost of a placement in a month, the exits of a year. RunTable -> columns.
import { PENCE_SEVENTHS_PER_POUND } from '../../domain/pence-sevenths.ts'
import type { RowSum } from '../../money/row-sum.ts'
import { rowsOfRuns, sumInBlock } from '../../money/run-block.ts'
import type { RunTable } from '../../run/run-row.ts'

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

/** Runs whose rows are read before the next series is: few enough that the parts of them in use stay in the cache. */
const RUNS_AT_ONCE = 64

/** Returns the whole number of a series in each run. */
export function valuesOfSeries(table: RunTable, series: Series): Float64Array {
  const values = new Float64Array(table.runs)
  gatherSeries(table, [series], values)
  return values
}

/**
 * Writes the whole number of each series in each run to columns, [series][run]. Series whose numbers stand together in
 * a row should be gathered together: the table is read once for all of them.
 */
export function gatherSeries(table: RunTable, series: Series[], columns: Float64Array): void {
  const { runs } = table
  for (let first = 0; first < runs; first += RUNS_AT_ONCE) {
    const end = Math.min(first + RUNS_AT_ONCE, runs)
    const block = rowsOfRuns(table, first, end)
    for (let index = 0; index < series.length; index++)
      sumInBlock(series[index].sum, block, end - first, columns, index * runs + first)
  }
}
