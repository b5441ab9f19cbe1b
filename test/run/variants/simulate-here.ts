// Runs of a scenario and its packages in this thread, for tests: as the pool gives them, without waiting for its threads.
import { packagePlans } from '../../../src/input/packages.ts'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { compilePackages } from '../../../src/model/packages/compile-packages.ts'
import { seedKey } from '../../../src/run/addresses.ts'
import { type AllRuns, type RunTable, rowLayout } from '../../../src/run/run-row.ts'
import { chunkSimulator } from '../../../src/run/threads/simulate-chunk.ts'

/** Simulates so many runs of a scenario, and of all of its packages beside it; assumptions are drawn for each. */
export function simulateHere(
  scenario: Scenario,
  runs: number,
  seed = 'here',
  assumptions: Assumption[] = [],
): AllRuns {
  const model = compileModel(scenario)
  const packages = compilePackages(scenario, model.axes, packagePlans(scenario))
  const [baseline, ...own] = [model.axes, ...packages.axes].map((axes): RunTable => {
    const layout = rowLayout(axes)
    return { axes, layout, runs, rows: new Int32Array(layout.length * runs) }
  })
  const tables = [baseline, ...own].map(({ rows }) => rows)
  const variants = own.length > 0 ? { packages } : {}
  const assumed = assumptions.length > 0 ? { assumed: { scenario, assumptions } } : {}
  chunkSimulator({
    model,
    seed: seedKey(seed),
    ...assumed,
    ...variants,
    tables,
    control: new Int32Array(2),
  })(0, runs)
  return {
    ...baseline,
    packages: packages.plans.map(({ key, label }, index) => ({ key, label, table: own[index] })),
  }
}
