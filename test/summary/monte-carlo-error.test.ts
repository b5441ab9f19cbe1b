import alea from 'seedrandom/lib/alea.js'
import { describe, expect, test } from 'vitest'
import { quantileError, totalCostErrors } from '../../src/summary/monte-carlo-error.ts'
import { summariseTotalCost } from '../../src/summary/whole-horizon.ts'
import { smallTable } from './small-table.ts'

describe('quantileError', () => {
  test('is half the distance between the order statistics one binomial standard deviation from the quantile', () => {
    // np = 90 and sqrt(np(1 - p)) = 3: the 87th and the 93rd of 100.
    const squares = Float64Array.from({ length: 100 }, (_, index) => (index + 1) ** 2)
    expect(quantileError(squares, 0.9)).toBe((93 ** 2 - 87 ** 2) / 2)
  })

  test('is unknown where the values do not reach so far', () => {
    const values = (length: number) => Float64Array.from({ length }, (_, index) => index)
    expect(quantileError(values(8), 0.9)).toBeNaN()
    expect(quantileError(values(8), 0.1)).toBeNaN()
    expect(quantileError(values(20), 0.9)).toBeGreaterThan(0)
  })

  test('is the spread of quantiles over many sets of values', () => {
    const draw = alea('quantiles')
    const sets = 2_000
    const estimates = Array.from({ length: sets }, () => {
      const sorted = Float64Array.from({ length: 1_000 }, () => -Math.log(1 - draw())).sort()
      return { quantile: (sorted[899] + sorted[900]) / 2, error: quantileError(sorted, 0.9) }
    })
    const mean = (of: (one: (typeof estimates)[number]) => number) =>
      estimates.reduce((sum, one) => sum + of(one), 0) / sets
    const centre = mean(({ quantile }) => quantile)
    const spread = Math.sqrt(mean(({ quantile }) => (quantile - centre) ** 2))
    // The spread is known to 1 / sqrt(2 sets) = 1.6 %; places rounded outwards make the error up to 1 / 9.5 larger.
    const ratio = mean(({ error }) => error) / spread
    expect(ratio).toBeGreaterThan(1 - 4 * 0.016)
    expect(ratio).toBeLessThan(1 + 1 / 9.5 + 4 * 0.016)
  })
})

describe('totalCostErrors', () => {
  test('is in % of the value, and unknown for the quantile of five runs', () => {
    const { mean, mc_error } = summariseTotalCost(smallTable())
    const errors = totalCostErrors(smallTable())
    expect(errors.mean_error_percent).toBe((100 * mc_error) / mean)
    expect(errors.q90_error_percent).toBeNaN()
  })

  test('is 0 where all runs cost the same, even nothing', () => {
    const table = smallTable()
    table.rows.fill(0)
    expect(totalCostErrors(table).mean_error_percent).toBe(0)
  })
})
