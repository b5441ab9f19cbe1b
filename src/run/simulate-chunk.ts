// A few runs one after another, into the rows that all threads share. Called by the worker, for each task of the pool.
import type { Assumed } from '../model/assumptions.ts'
import type { Model } from '../model/compile-model.ts'
import { type Key, type RunKeys, runKeys } from './addresses.ts'
import { prepareRunModel } from './run-model.ts'
import { rowLayout } from './run-row.ts'
import { simulateRun } from './simulate-run.ts'
import { createWorkspace } from './workspace.ts'

/** What every worker is given once: the model, the seed's key, and memory shared with the main thread. */
export interface SharedWork {
  model: Model
  /** What differs between the models of the runs; absent where nothing does. */
  assumed?: Assumed
  seed: Key
  /** Domains whose index is not the run's own, see runKeys; left out, all are. */
  fresh?: readonly (keyof RunKeys)[]
  /** Rows of all runs, see RunTable; zeros at first. */
  rows: Int32Array
  /** [RUNS_DONE] counts finished runs of all threads; [CANCELLED] is 1 once nobody wants the rest. */
  control: Int32Array
}

/** One task of the pool: runs `from` up to, not including, `to`. */
export interface ChunkTask {
  from: number
  to: number
}

export const RUNS_DONE = 0
export const CANCELLED = 1

/** Makes a function that simulates the runs from `from` up to, not including, `to`; it stops early once cancelled. */
export function chunkSimulator({
  model,
  assumed,
  seed,
  fresh,
  rows,
  control,
}: SharedWork): (from: number, to: number) => void {
  const layout = rowLayout(model.axes)
  const runModel = prepareRunModel(model, assumed)
  const space = createWorkspace(runModel.model)
  return (from, to) => {
    for (let run = from; run < to && Atomics.load(control, CANCELLED) === 0; run++) {
      const keys = runKeys(seed, run, fresh)
      runModel.turnInto(keys.assumptions, space)
      simulateRun(runModel.model, space, layout, keys, rows, run * layout.length)
      Atomics.add(control, RUNS_DONE, 1)
    }
  }
}
