// Runs a model some thousand times in this thread and keeps what a test asks for.
import type { Model } from '../../src/model/compile-model.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { type CountedMeasure, type RowLayout, rowLayout } from '../../src/run/run-row.ts'
import { simulateRun } from '../../src/run/simulate-run.ts'
import { createWorkspace } from '../../src/run/workspace.ts'

/** Returns what `take` makes of each run's row. */
export function runMany<Kept>(
  model: Model,
  runs: number,
  take: (row: Int32Array, layout: RowLayout) => Kept,
  seed = 'test',
): Kept[] {
  const layout = rowLayout(model.axes)
  const space = createWorkspace(model)
  const row = new Int32Array(layout.length)
  return Array.from({ length: runs }, (_, run) => {
    simulateRun(space, runKeys(seedKey(seed), run), row, 0)
    return take(row, layout)
  })
}

/** Sum of a measure over placements in one month, or over all months where month is undefined. */
export function measured(
  row: Int32Array,
  layout: RowLayout,
  measure: CountedMeasure,
  month?: number,
): number {
  const first = layout.offset[measure] + (month ?? 0) * layout.placements
  const length = (month === undefined ? layout.months : 1) * layout.placements
  return row.subarray(first, first + length).reduce((sum, value) => sum + value, 0)
}

/** Exits for a reason over all months. */
export function exitsFor(row: Int32Array, layout: RowLayout, reason: number): number {
  let exits = 0
  for (let month = 0; month < layout.months; month++)
    exits += row[layout.exitsByReason + month * layout.reasons + reason]
  return exits
}
