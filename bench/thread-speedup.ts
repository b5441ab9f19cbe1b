// Two threads against one: the same job on both in turn, after their rows have been found equal, and the median of the
// ratios of their times by the clock. Fails below the least speed-up only with --idle, since a busy machine has no second
// processor to give. Started by
//   npm run bench:threads
//   npm run bench:threads -- --idle
import assert from 'node:assert/strict'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { median } from 'simple-statistics'
import { growthWorkload, simulateOnThreads } from './growth-workload.ts'
import { inUnits, printTable } from './print-table.ts'
import { elapsedIn } from './time-beside-kernel.ts'

const LEAST_SPEED_UP = 1.8
const PAIRS = 5
const RUNS = 8000
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
  one: number
  two: number
}

async function timePairs(): Promise<Pair[]> {
  const pairs: Pair[] = []
  while (pairs.length < PAIRS) {
    const one = (await elapsedIn(() => simulate(RUNS, 1))).wall
    const two = (await elapsedIn(() => simulate(RUNS, 2))).wall
    pairs.push({ one, two })
  }
  return pairs
}

const { values: options } = parseArgs({ options: { idle: { type: 'boolean' } } })
await assertSameRows()
const load = loadavg()[0]
const pairs = await timePairs()
printTable(
  ['pair', '1 thread', '2 threads', 'speed-up'],
  pairs.map(({ one, two }, index) => [`${index + 1}`, inUnits(one), inUnits(two), (one / two).toFixed(2)]),
)
const speedUp = median(pairs.map(({ one, two }) => one / two))
console.log(
  `Two threads: ${speedUp.toFixed(2)} x one, median of ${PAIRS} pairs of ${RUNS.toLocaleString('en-GB')} runs; at least ` +
    `${LEAST_SPEED_UP} on an idle machine; load before: ${load.toFixed(1)}`,
)
if (options.idle && speedUp < LEAST_SPEED_UP) process.exitCode = 1
