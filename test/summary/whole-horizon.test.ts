import { expect, test } from 'vitest'
import { summariseTotalCost } from '../../src/summary/whole-horizon.ts'
import { smallTable } from './small-table.ts'

test('summariseTotalCost ranks the sums of all years, run by run', () => {
  // Run r: 60 days at £100 and 30 at £101 for each of its 10 + r children, and residential care of 14 days at £500 and
  // 7 at £505.01, the same in all runs.
  const costOfRun = (run: number) => (10 + run) * (60 * 100 + 30 * 101) + 14 * 500 + 7 * 505.01
  const { mean, q50, q10, q90 } = summariseTotalCost(smallTable())
  expect(mean).toBeCloseTo(costOfRun(2), 6)
  expect(q50).toBeCloseTo(costOfRun(2), 6)
  expect(q10).toBeCloseTo(costOfRun(0.4), 6)
  expect(q90).toBeCloseTo(costOfRun(3.6), 6)
})
