// `npm run bench:threads`: two threads against one, the same job on both in turn, after their rows have been found equal; the
// median of the ratios of their times by the clock. Below the least speed-up it fails only with --idle, since a busy machine
// has no second processor to give.
import assert from 'node:assert/strict'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { median } from 'simple-statistics'
import { growthWorkload, simulateOnThreads } from './growth-workload.ts'
import { inUnits, printTable } from './print-table.ts'
import { type Elapsed, elapsedIn } from './time-beside-kernel.ts'

const LEAST_SPEED_UP = 1.8
const PAIRS = 5
// As much work as 10,000 runs of a baseline and three packages are; starting threads and compiling in each take a fifth of a second.
const RUNS = 20_000
const CHECKED_RUNS = 500

const workload = growthWorkload({ years: 5, children: 700, variants: 1 })
const simulate = (runs: number, threads: number) => simulateOnThreads(workload, runs, threads)

async function assertSameRows(): Promise<void> {
  const [one, two] = [await simulate(CHECKED_RUNS, 1), await simulate(CHECKED_RUNS, 2)]
  assert.ok(
    one.rows.some((value) => value !== 0),
    'the rows are empty',
  )
  assert.deepEqual(one.rows, two.rows, 'threads changed the rows')
}

interface Pair {
  one: Elapsed
  two: Elapsed
}

async function timePairs(): Promise<Pair[]> {
  const pairs: Pair[] = []
  while (pairs.length < PAIRS) {
    const one = await elapsedIn(() => simulate(RUNS, 1))
    const two = await elapsedIn(() => simulate(RUNS, 2))
    pairs.push({ one, two })
  }
  return pairs
}

const { values: options } = parseArgs({ options: { idle: { type: 'boolean' } } })
await assertSameRows()
const load = loadavg()[0]
const pairs = await timePairs()
printTable(
  ['pair', '1 thread', '2 threads', 'speed-up', 'processor time, 2 / 1'],
  pairs.map(({ one, two }, index) => [
    `${index + 1}`,
    inUnits(one.wall),
    inUnits(two.wall),
    (one.wall / two.wall).toFixed(2),
    (two.processor / one.processor).toFixed(2),
  ]),
)
const speedUp = median(pairs.map(({ one, two }) => one.wall / two.wall))
const work = median(pairs.map(({ one, two }) => two.processor / one.processor))
console.log(
  `Two threads: ${speedUp.toFixed(2)} x one, median of ${PAIRS} pairs of ${RUNS.toLocaleString('en-GB')} runs; at least ` +
    `${LEAST_SPEED_UP} on an idle machine. Load before: ${load.toFixed(1)}`,
)
// On a busy machine the clock says what others leave; the processor's time still says what two threads lose to one another.
console.log(
  `They take ${work.toFixed(2)} x the processor time of one: at most ${(2 / work).toFixed(2)} x could be gained`,
)
if (options.idle && speedUp < LEAST_SPEED_UP) process.exitCode = 1
