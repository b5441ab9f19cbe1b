// What a package costs beside the baseline: the yardstick with 20 % more reunification, alone and with one to four packages
// in the pass, timed in turn so that a busy machine slows all alike. Exits with 1 where a row of the baseline differs from
// simulateRun's, or where a further package costs more than 0.5 of a run of the baseline.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from 'simple-statistics'
import { packagePlans } from '../src/input/packages.ts'
import { compileModel } from '../src/model/compile-model.ts'
import { compilePackages } from '../src/model/packages/compile-packages.ts'
import { runKeys, seedKey } from '../src/run/addresses.ts'
import { rowLayout } from '../src/run/run-row.ts'
import { simulateRun } from '../src/run/simulate-run.ts'
import { simulateVariants } from '../src/run/variants/simulate-variants.ts'
import { createVariantSpace } from '../src/run/variants/variant-space.ts'
import { createWorkspace } from '../src/run/workspace.ts'
import { withReunification, yardstickScenario } from './yardstick-scenario.ts'

const LARGEST_SHARE = 0.5
const MOST_PACKAGES = 4
const CHECKED_RUNS = 100
const ROUNDS = 15
const RUNS_A_ROUND = 100
const PROCESSES = 3
/** Asks for one measurement in this process. */
const ONCE = '--once'
const SEED = seedKey('yardstick')

type Simulate = (run: number) => Int32Array

function baselineAlone(): Simulate {
  const model = compileModel(yardstickScenario())
  const layout = rowLayout(model.axes)
  const space = createWorkspace(model)
  const row = new Int32Array(layout.length)
  return (run) => {
    simulateRun(space, runKeys(SEED, run), row, 0)
    return row
  }
}

/** Returns the row of the baseline beside which the packages were simulated. */
function besidePackages(count: number): Simulate {
  const scenario = withReunification(yardstickScenario(), count)
  const model = compileModel(scenario)
  const { programme, axes } = compilePackages(scenario, model.axes, packagePlans(scenario))
  const space = createVariantSpace(model, programme, axes)
  const places = [model.axes, ...axes].map((own) => ({
    rows: new Int32Array(rowLayout(own).length),
    start: 0,
  }))
  return (run) => {
    simulateVariants(space, programme, runKeys(SEED, run), places)
    return places[0].rows
  }
}

interface Ratios {
  baseline: number
  first: number
  further: number
}

/** Processor time, in which others' work does not count as far as a machine allows. */
function microsecondsOf(simulate: Simulate, round: number): number {
  const start = process.cpuUsage()
  for (let run = 0; run < RUNS_A_ROUND; run++) simulate(round * RUNS_A_ROUND + run)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / RUNS_A_ROUND
}

/** Checks the rows, then times the three in turn. */
function measure(): Ratios {
  const alone = baselineAlone()
  const beside = [1, MOST_PACKAGES].map(besidePackages)
  for (let run = 0; run < CHECKED_RUNS; run++)
    for (const simulate of beside) assert.deepEqual(simulate(run), alone(run), `the baseline of run ${run}`)
  const rounds = Array.from({ length: ROUNDS }, (_, round): Ratios => {
    const [baseline, one, all] = [alone, ...beside].map((simulate) => microsecondsOf(simulate, round))
    return { baseline, first: one / baseline, further: (all - one) / (MOST_PACKAGES - 1) / baseline }
  })
  return medians(rounds)
}

function medians(all: Ratios[]): Ratios {
  const middle = (of: keyof Ratios) => median(all.map((ratios) => ratios[of]))
  return { baseline: middle('baseline'), first: middle('first'), further: middle('further') }
}

/** The compiler of the JavaScript engine does not come to the same code in every process: the middle one of three counts. */
function measureInProcesses(): Ratios {
  const script = fileURLToPath(import.meta.url)
  return medians(
    Array.from({ length: PROCESSES }, () => {
      const output = execFileSync(process.execPath, [...process.execArgv, script, ONCE], { encoding: 'utf8' })
      return JSON.parse(output) as Ratios
    }),
  )
}

if (process.argv.includes(ONCE)) console.log(JSON.stringify(measure()))
else {
  const { baseline, first, further } = measureInProcesses()
  console.log(`baseline alone: ${baseline.toFixed(0)} µs a run`)
  console.log(`baseline and one package: ${first.toFixed(2)} x that`)
  console.log(
    `each further package: ${further.toFixed(2)} x that, at most ${LARGEST_SHARE} (median of ${PROCESSES} processes)`,
  )
  if (further > LARGEST_SHARE) process.exitCode = 1
}
