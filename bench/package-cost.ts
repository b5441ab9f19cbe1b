// What a package costs beside the baseline: the yardstick with 20 % more reunification, alone and with one to four packages
// in the pass, timed in turn so that a busy machine slows all alike. Exits with 1 where a row of the baseline differs from
// simulateRun's, or where a further package costs more than half of a run of the baseline.
import assert from 'node:assert/strict'
import { median } from 'simple-statistics'
import { packagePlans } from '../src/input/packages.ts'
import type { Scenario } from '../src/input/scenario-schema.ts'
import { compileModel } from '../src/model/compile-model.ts'
import { compilePackages } from '../src/model/compile-packages.ts'
import { runKeys, seedKey } from '../src/run/addresses.ts'
import { rowLayout } from '../src/run/run-row.ts'
import { simulateRun } from '../src/run/simulate-run.ts'
import { simulateVariants } from '../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../src/run/variants/variant-space.ts'
import { createWorkspace } from '../src/run/workspace.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const LARGEST_SHARE = 0.5
const MOST_PACKAGES = 4
const CHECKED_RUNS = 100
const ROUNDS = 15
const RUNS_A_ROUND = 100
const SEED = seedKey('yardstick')

/** The yardstick with so many packages of one intervention each: none shares its random numbers with another. */
function withPackages(count: number): Scenario {
  const scenario = yardstickScenario()
  const keys = Array.from({ length: count }, (_, index) => `more-reunification-${index}`)
  const intervention = {
    label: 'More reunification',
    start: { date: scenario.start },
    effects: [{ raiseExits: { reason: 'reunification' as const, hazardRatio: 1.2 } }],
  }
  return {
    ...scenario,
    interventions: Object.fromEntries(keys.map((key) => [key, intervention])),
    packages: Object.fromEntries(keys.map((key) => [key, { interventions: [key] }])),
  }
}

type Simulate = (run: number) => Int32Array

function baselineAlone(): Simulate {
  const model = compileModel(yardstickScenario())
  const layout = rowLayout(model.axes)
  const space = createWorkspace(model)
  const row = new Int32Array(layout.length)
  return (run) => {
    row.fill(0)
    simulateRun(model, space, layout, runKeys(SEED, run), row, 0)
    return row
  }
}

/** Returns the row of the baseline beside which the packages were simulated. */
function besidePackages(count: number): Simulate {
  const scenario = withPackages(count)
  const model = compileModel(scenario)
  const { programme, axes } = compilePackages(scenario, model.axes, packagePlans(scenario))
  const space = createVariantSpace(model, programme, axes)
  const places = [model.axes, ...axes].map((own) => ({
    rows: new Int32Array(rowLayout(own).length),
    start: 0,
  }))
  return (run) => {
    simulateVariants(model, programme, space, runKeys(SEED, run), places)
    return places[0].rows
  }
}

const alone = baselineAlone()
const beside = [1, MOST_PACKAGES].map(besidePackages)
for (let run = 0; run < CHECKED_RUNS; run++)
  for (const simulate of beside) assert.deepEqual(simulate(run), alone(run), `the baseline of run ${run}`)

function microsecondsOf(simulate: Simulate, round: number): number {
  const start = performance.now()
  for (let run = 0; run < RUNS_A_ROUND; run++) simulate(round * RUNS_A_ROUND + run)
  return ((performance.now() - start) * 1000) / RUNS_A_ROUND
}

const rounds = Array.from({ length: ROUNDS }, (_, round) => {
  const [baseline, one, all] = [alone, ...beside].map((simulate) => microsecondsOf(simulate, round))
  return { baseline, first: one / baseline, further: (all - one) / (MOST_PACKAGES - 1) / baseline }
})
const middle = (of: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[of]))
console.log(`baseline alone: ${middle('baseline').toFixed(0)} µs a run`)
console.log(`baseline and one package: ${middle('first').toFixed(2)} x that`)
console.log(
  `each further package: ${middle('further').toFixed(2)} x that, at most ${LARGEST_SHARE} (median of ${ROUNDS} rounds)`,
)
if (middle('further') > LARGEST_SHARE) process.exitCode = 1
