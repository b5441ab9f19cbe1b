// Prints the yardstick's figures as one line of JSON; see bench/yardstick-scenario.ts.
import { compileModel } from '../src/model/compile-model.ts'
import { Domain, runKey, seedKey } from '../src/run/addresses.ts'
import { rowLayout } from '../src/run/run-row.ts'
import { simulateRun } from '../src/run/simulate-run.ts'
import { createWorkspace } from '../src/run/workspace.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const WARM_UP_RUNS = 200
const runs = Number(process.argv[2] ?? 5000)
const model = compileModel(yardstickScenario())
const layout = rowLayout(model.axes)
const space = createWorkspace(model)
const seed = seedKey('yardstick')
const row = new Int32Array(layout.length)

/** Simulates one run into `row`; returns its cost in £ and the children in care at its end. */
function oneRun(run: number): { cost: number; children: number } {
  row.fill(0)
  simulateRun(model, space, layout, runKey(seed, Domain.chance, run), row, 0)
  let pence = 0
  let children = 0
  for (let month = 0; month < layout.months; month++)
    for (let placement = 0; placement < layout.placements; placement++) {
      const at = month * layout.placements + placement
      const year = model.axes.yearOfMonth[month]
      pence += row[layout.offset.care_days + at] * model.weeklyPence[year * layout.placements + placement]
      if (month === layout.months - 1) children += row[layout.offset.children + at]
    }
  return { cost: pence / 700, children }
}

for (let run = 0; run < WARM_UP_RUNS; run++) oneRun(runs + run)
let cost = 0
let children = 0
const start = performance.now()
for (let run = 0; run < runs; run++) {
  const result = oneRun(run)
  cost += result.cost
  children += result.children
}
const microseconds = ((performance.now() - start) * 1000) / runs
console.log(
  JSON.stringify({
    us_per_run: Number(microseconds.toFixed(1)),
    cost_mean: Math.round(cost / runs),
    children_end: Number((children / runs).toFixed(2)),
    runs,
  }),
)
