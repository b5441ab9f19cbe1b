// Prints the yardstick's figures as one line of JSON; see bench/yardstick-scenario.ts. A second argument is printed when the
// runs to warm up are over.
import { yardstickRunner } from './yardstick-runner.ts'

const WARM_UP_RUNS = 200
const runs = Number(process.argv[2] ?? 5000)
const whenWarm = process.argv[3]
const oneRun = yardstickRunner()

for (let run = 0; run < WARM_UP_RUNS; run++) oneRun(runs + run)
if (whenWarm !== undefined) console.log(whenWarm)
let cost = 0
let children = 0
const start = performance.now()
for (let run = 0; run < runs; run++) {
  const totals = oneRun(run)
  cost += totals.cost
  children += totals.children
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
