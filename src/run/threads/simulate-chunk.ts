// A few runs one after another, into the rows that all threads share. Called by the worker, for each task of the pool.
import type { Assumed } from '../../model/assumptions.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Packages } from '../../model/packages/compile-packages.ts'
import type { Programme } from '../../model/packages/programme.ts'
import { type DomainName, type RunKeys, runKeys, type SeedKey } from '../addresses.ts'
import { rowLayout } from '../run-row.ts'
import { simulateRun } from '../simulate-run.ts'
import { simulateVariants } from '../variants/simulate-variants.ts'
import { createVariantSpace } from '../variants/variant-space.ts'
import { createWorkspace, type Workspace } from '../workspace.ts'
import { prepareRunModel, type RunModel } from './run-model.ts'

/** What every thread is given once for a pass: the model, the seed's key, and memory shared with the main thread. */
export interface SharedWork {
  model: Model
  /** What differs between the models of the runs; absent where nothing does. */
  assumed?: Assumed
  seed: SeedKey
  /** Domains whose index is not the run's own, see runKeys; left out, all are. */
  fresh?: readonly DomainName[]
  /** Absent where the baseline is simulated alone. */
  packages?: Packages
  /** [variant] rows of all runs, see RunTable; zeros at first, the baseline's first. */
  tables: Int32Array[]
  /** [RUNS_DONE] counts finished runs of all threads; [CANCELLED] is 1 once nobody wants the rest. */
  control: Int32Array
}

/** One task of the pool: runs `from` up to, not including, `to` of a pass. */
export interface ChunkTask {
  pass: number
  /** Sent to threads that do not have it yet, its tables as their buffers. */
  work?: Omit<SharedWork, 'tables'> & { tables: SharedArrayBuffer[] }
  from: number
  to: number
}

export const RUNS_DONE = 0
export const CANCELLED = 1

/** Packages in one pass with the baseline: more would make each slower, and cost its memory. */
const MOST_PER_PASS = 12

/** Makes a function that simulates the runs from `from` up to, not including, `to`; it stops early once cancelled. */
export function chunkSimulator(work: SharedWork): (from: number, to: number) => void {
  const { model, assumed, packages, seed, fresh, control } = work
  const runModel = prepareRunModel(model, assumed, packages)
  const { spaces, simulate } = packages ? allVariants(work, runModel, packages) : alone(work, runModel)
  return (from, to) => {
    for (let run = from; run < to && Atomics.load(control, CANCELLED) === 0; run++) {
      const keys = runKeys(seed, run, fresh)
      runModel.turnInto(keys, spaces)
      simulate(keys, run)
      Atomics.add(control, RUNS_DONE, 1)
    }
  }
}

interface Simulator {
  /** What the model of a run is fitted to. */
  spaces: Workspace[]
  simulate: (keys: RunKeys, run: number) => void
}

function alone({ tables: [rows] }: SharedWork, runModel: RunModel): Simulator {
  const space = createWorkspace(runModel.model)
  const { length } = space.layout
  return {
    spaces: [space],
    simulate: (keys, run) => simulateRun(space, keys, rows, run * length),
  }
}

/** A few packages to a pass; each pass simulates the baseline, which is kept of the first. */
function allVariants({ tables }: SharedWork, runModel: RunModel, { axes, programme }: Packages): Simulator {
  const { model } = runModel
  const first = Array.from(
    { length: Math.ceil(axes.length / MOST_PER_PASS) },
    (_, pass) => pass * MOST_PER_PASS,
  )
  const passOf = ({ interventions, packages }: Programme, from: number): Programme => ({
    interventions,
    packages: packages.slice(from, from + MOST_PER_PASS),
  })
  const baselineLength = rowLayout(model.axes).length
  const dropped = { rows: new Int32Array(baselineLength), start: 0 }
  const lengths = axes.map((own) => rowLayout(own).length)
  const passes = first.map((from) => {
    const ownAxes = axes.slice(from, from + MOST_PER_PASS)
    return { from, space: createVariantSpace(model, passOf(programme, from), ownAxes) }
  })
  return {
    spaces: passes.map(({ space }) => space.base),
    simulate: (keys, run) => {
      for (const { from, space } of passes) {
        const baseline = from === 0 ? { rows: tables[0], start: run * baselineLength } : dropped
        const ofPackages = lengths
          .slice(from, from + MOST_PER_PASS)
          .map((length, index) => ({ rows: tables[1 + from + index], start: run * length }))
        const pass = passOf(runModel.programme, from)
        simulateVariants(space, pass, keys, [baseline, ...ofPackages])
      }
    },
  }
}
