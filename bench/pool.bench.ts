// The whole job as `carecast run` does it: start the pool, simulate all runs, end the pool.
import assert from 'node:assert/strict'
import { compileModel } from '../src/model/compile-model.ts'
import { simulateRuns } from '../src/run/threads/pool.ts'
import type { Benchmark } from './benchmark.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const SHORT_RUNS = 300
const FULL_RUNS = 4000

/** Prepares the job on one and on two threads; both must give the same bytes. */
export async function preparePool(short: boolean): Promise<Benchmark[]> {
  const runs = short ? SHORT_RUNS : FULL_RUNS
  const model = compileModel(yardstickScenario())
  const simulate = (threads: number) => simulateRuns(model, { runs, seed: 'yardstick', threads })
  const [one, two] = [await simulate(1), await simulate(2)]
  assert.ok(Buffer.from(one.rows.buffer).equals(Buffer.from(two.rows.buffer)), 'threads changed the rows')
  assert.ok(
    one.rows.some((value) => value !== 0),
    'the rows are empty',
  )
  return [1, 2].map((threads) => ({
    name: `simulateRuns, ${runs.toLocaleString('en-GB')} runs, ${threads} thread${threads > 1 ? 's' : ''}`,
    operations: 1,
    call: () => simulate(threads),
  }))
}
