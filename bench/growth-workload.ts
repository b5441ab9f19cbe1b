// The work of a point of growth-points.ts: the yardstick, as large and as long as asked, with so many packages beside it.
import { packagePlans } from '../src/input/packages.ts'
import { compileModel, type Model } from '../src/model/compile-model.ts'
import { compilePackages, type Packages } from '../src/model/packages/compile-packages.ts'
import { seedKey } from '../src/run/addresses.ts'
import { type AllRuns, rowLayout } from '../src/run/run-row.ts'
import { simulateRuns } from '../src/run/threads/pool.ts'
import { chunkSimulator } from '../src/run/threads/simulate-chunk.ts'
import type { Point } from './growth-points.ts'
import { withReunification, yardstickScenario } from './yardstick-scenario.ts'

const SEED = 'growth'
const YARDSTICK_CHILDREN = 680
const FIRST_YEAR = 2015
/** The compiler of the JavaScript engine is done with the simulation after so many. */
const WARM_UP_RUNS = 100

/** What is simulated, compiled. */
export interface Workload {
  model: Model
  packages: Packages
}

/** Builds and compiles the work of a point. */
export function growthWorkload({ years, children, variants }: Omit<Point, 'runs'>): Workload {
  const scenario = withReunification(
    { ...yardstickScenario(children / YARDSTICK_CHILDREN), end: `${FIRST_YEAR + years}-03-30` },
    variants - 1,
  )
  const model = compileModel(scenario)
  return { model, packages: compilePackages(scenario, model.axes, packagePlans(scenario)) }
}

/** Simulates on so many threads of a pool, as `carecast run` does. */
export function simulateOnThreads(
  { model, packages }: Workload,
  runs: number,
  threads: number,
): Promise<AllRuns> {
  return simulateRuns(model, { runs, seed: SEED, threads, packages })
}

/** Makes a function, warm already, that simulates one run after another in this thread, into the same rows each time. */
export function simulatorHere({ model, packages }: Workload, runs: number): () => AllRuns {
  const [baseline, ...tables] = [model.axes, ...packages.axes].map((axes) => {
    const layout = rowLayout(axes)
    return { axes, layout, runs, rows: new Int32Array(layout.length * runs) }
  })
  const table = {
    ...baseline,
    packages: packages.plans.map(({ key, label }, index) => ({ key, label, table: tables[index] })),
  }
  const rows = [baseline, ...tables].map((own) => own.rows)
  const simulate = chunkSimulator({
    model,
    seed: seedKey(SEED),
    ...(packages.plans.length > 0 && { packages }),
    tables: rows,
    control: new Int32Array(2),
  })
  simulate(0, Math.min(runs, WARM_UP_RUNS))
  return () => {
    for (const ofVariant of rows) ofVariant.fill(0)
    simulate(0, runs)
    return table
  }
}
