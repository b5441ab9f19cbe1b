// Quantiles and means of what forecasts say. Known quantiles from SciPy 1.17 (poisson.ppf), known probabilities from 50
// digits.
import { describe, expect, test } from 'vitest'
import {
  meanOf,
  type PredictiveDistribution,
  poissonOf,
  quantileOf,
  sampleOf,
} from '../../src/study/predictive-distribution.ts'

const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
const quantilesOf = (distribution: PredictiveDistribution) =>
  SHARES.map((share) => quantileOf(distribution, share))

describe('poissonOf', () => {
  test.each([
    [0.5, [0, 0, 0, 0, 1, 1, 2], 0.6065306597126334],
    [4, [1, 2, 3, 4, 5, 7, 8], 0.1953668148131646],
    [100, [84, 87, 93, 100, 107, 113, 117], 0.039860996809147134],
    [1900, [1829, 1844, 1871, 1900, 1929, 1956, 1972], 0.009151962192379235],
  ])(
    'has the known quantiles and the known probability of its mode for a mean of %f',
    (mean, known, peak) => {
      const distribution = poissonOf(mean)
      expect(quantilesOf(distribution)).toEqual(known)
      expect(distribution.shares[Math.floor(mean) - distribution.first] / peak).toBeCloseTo(1, 13)
    },
  )

  test.each([0.01, 1, 7.3, 286, 20_000])('has mean and variance %f', (mean) => {
    const { first, shares } = poissonOf(mean)
    const variance = shares.reduce((sum, share, step) => sum + share * (first + step - mean) ** 2, 0)
    expect(meanOf({ kind: 'counts', first, shares }) / mean).toBeCloseTo(1, 12)
    expect(variance / mean).toBeCloseTo(1, 12)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  test('is certainly 0 for a mean of 0, and refuses what is no mean', () => {
    expect(poissonOf(0)).toEqual({ kind: 'counts', first: 0, shares: new Float64Array([1]) })
    for (const mean of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => poissonOf(mean)).toThrow(RangeError)
  })
})

describe('sampleOf', () => {
  test('takes runs in any order, leaves them as they are, and refuses none', () => {
    const values = [10, 9, 100, 1]
    expect([...sampleOf(values).sorted]).toEqual([1, 9, 10, 100])
    expect(values).toEqual([10, 9, 100, 1])
    expect(() => sampleOf([])).toThrow(RangeError)
  })
})

describe('quantileOf', () => {
  test('is type 7 for runs: the place (n - 1) p, and a straight line between neighbours', () => {
    const distribution = sampleOf([0, 10, 20, 40])
    expect(quantileOf(distribution, 0.5)).toBe(15)
    expect(quantileOf(distribution, 0.9)).toBeCloseTo(34, 12)
    expect(quantileOf(distribution, 1 / 3)).toBeCloseTo(10, 12)
  })

  test('is mean and standard deviations for a normal distribution', () => {
    const distribution = { kind: 'normal', mean: 300, sd: 20 } as const
    expect(quantileOf(distribution, 0.5)).toBe(300)
    expect(quantileOf(distribution, 0.9)).toBeCloseTo(300 + 20 * 1.2815515655446004, 12)
  })

  test('is the smallest number with the share at or below it for whole numbers, and the last one at most', () => {
    const dice = { kind: 'counts', first: 1, shares: new Float64Array([0.25, 0.25, 0.25, 0.2499]) } as const
    expect([0.25, 0.2501, 0.5, 0.75, 0.76, 0.99999].map((share) => quantileOf(dice, share))).toEqual([
      1, 2, 2, 3, 4, 4,
    ])
  })
})

describe('meanOf', () => {
  test('is that of the runs, of the normal distribution and of the probabilities', () => {
    expect(meanOf(sampleOf([1, 2, 6]))).toBe(3)
    expect(meanOf({ kind: 'normal', mean: 3, sd: 5 })).toBe(3)
    expect(meanOf({ kind: 'counts', first: 2, shares: new Float64Array([0.5, 0, 0.5]) })).toBe(3)
  })
})
