// The score against closed forms: of the normal distribution (Gneiting and Raftery 2007), computed with SciPy 1.17, and
// of the Poisson distribution (Wei and Held 2014), of which the sum was taken to 45 digits. Tolerances of samples are
// in standard errors.
import { sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { crpsOf } from '../../src/study/crps.ts'
import {
  type PredictiveDistribution,
  poissonOf,
  quantileOf,
  sampleOf,
} from '../../src/study/predictive-distribution.ts'
import { normalStream } from '../normal-stream.ts'
import { uniformStream } from '../uniform-stream.ts'

const normal = (mean: number, sd: number) => ({ kind: 'normal', mean, sd }) as const

/** How many standard errors the average of values lies from a known one. */
function standardErrorsFrom(known: number, values: number[]): number {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.abs(average - known) / (sampleStandardDeviation(values) / Math.sqrt(values.length))
}

/** Averages of the score over outcomes drawn from a truth, for each of some forecasts. */
function averageScores(forecasts: PredictiveDistribution[], draw: () => number, outcomes: number): number[] {
  const drawn = Array.from({ length: outcomes }, draw)
  return forecasts.map(
    (forecast) => drawn.reduce((sum, outcome) => sum + crpsOf(forecast, outcome), 0) / outcomes,
  )
}

describe('the score of a normal distribution', () => {
  test.each([
    [0, 1, 0, 0.23369497725510913],
    [0, 1, 1, 0.6024413576276163],
    [0, 1, -2.5, 1.9398186908105002],
    [0, 1, 9, 8.435810416452243],
    [300, 20, 337, 26.219201967618176],
    [50, 0.5, 43, 6.717905208226122],
  ])('is the known one for mean %f, standard deviation %f and outcome %f', (mean, sd, outcome, known) => {
    expect(crpsOf(normal(mean, sd), outcome) / known).toBeCloseTo(1, 12)
  })

  test('is less than that of a wider, narrower or shifted one where the outcomes come from it', () => {
    const draw = normalStream('proper')
    const [truth, ...others] = averageScores(
      [normal(0, 1), normal(0, 1.5), normal(0, 0.6), normal(0.5, 1)],
      draw,
      4_000,
    )
    for (const other of others) expect(other).toBeGreaterThan(truth)
  })
})

describe('the score of a Poisson distribution', () => {
  test.each([
    [0.5, 0, 0.16316498852832562],
    [4, 7, 2.059224105522532],
    [100, 100, 2.333833027434944],
    [286, 313, 18.31137486420775],
    [1900, 1645, 230.40835521964496],
  ])('is the known one for mean %f and outcome %f', (mean, outcome, known) => {
    expect(crpsOf(poissonOf(mean), outcome) / known).toBeCloseTo(1, 12)
  })

  test('is close to that of a normal distribution of the same mean and variance where the mean is large', () => {
    for (const outcome of [9_700, 10_000, 10_250])
      expect(crpsOf(poissonOf(10_000), outcome) / crpsOf(normal(10_000, 100), outcome)).toBeCloseTo(1, 2)
  })
})

describe('the score of whole numbers', () => {
  test('grows by 1 for each step that the outcome lies further outside', () => {
    const pair = { kind: 'counts', first: 5, shares: new Float64Array([0.5, 0.5]) } as const
    expect([2, 3, 4, 5, 6, 7, 8].map((outcome) => crpsOf(pair, outcome))).toEqual([
      3.25, 2.25, 1.25, 0.25, 0.25, 1.25, 2.25,
    ])
  })
})

describe('the score of runs', () => {
  const pairwise = (values: number[], outcome: number) => {
    const runs = values.length
    const distances = values.map((value) => Math.abs(value - outcome))
    const spreads = values.flatMap((one) => values.map((other) => Math.abs(one - other)))
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
    return sum(distances) / runs - sum(spreads) / (2 * runs * (runs - 1))
  }

  test('is the mean distance from the outcome less half the mean distance of two different runs', () => {
    const uniform = uniformStream('pairs')
    for (const runs of [2, 3, 10, 101]) {
      const values = Array.from({ length: runs }, () => Math.floor(300 + 40 * uniform()))
      for (const outcome of [250, 310, 320, 400])
        expect(crpsOf(sampleOf(values), outcome)).toBeCloseTo(pairwise(values, outcome), 9)
    }
  })

  test.each([2, 5, 50])('is on average that of the distribution they come from, with %i runs', (runs) => {
    const draw = normalStream(`fair ${runs}`)
    for (const outcome of [-2.5, 0, 1]) {
      const scores = Array.from({ length: 4_000 }, () =>
        crpsOf(sampleOf(Array.from({ length: runs }, draw)), outcome),
      )
      expect(standardErrorsFrom(crpsOf(normal(0, 1), outcome), scores)).toBeLessThan(4)
    }
  })

  test('comes near the closed form as the runs become many, the error falling with their square root', () => {
    const draw = normalStream('many')
    const known = crpsOf(normal(0, 1), 0.7)
    const spreadOf = (runs: number) =>
      sampleStandardDeviation(
        Array.from({ length: 300 }, () => crpsOf(sampleOf(Array.from({ length: runs }, draw)), 0.7) - known),
      )
    const ratio = spreadOf(100) / spreadOf(1_600)
    // Each spread is known to 1 / sqrt(2 x 300) = 4.1 %, their ratio to 5.8 %.
    expect(Math.abs(ratio / 4 - 1)).toBeLessThan(4 * 0.058)
  })

  test('is on average that of the Poisson distribution they come from', () => {
    const [distribution, uniform] = [poissonOf(30), uniformStream('poisson')]
    const scores = Array.from({ length: 2_000 }, () => {
      const values = Array.from({ length: 20 }, () => quantileOf(distribution, uniform()))
      return crpsOf(sampleOf(values), 34)
    })
    expect(standardErrorsFrom(crpsOf(distribution, 34), scores)).toBeLessThan(4)
  })
})

describe('the score of a single value', () => {
  test.each<[string, PredictiveDistribution]>([
    ['one run', sampleOf([300])],
    ['runs that are all the same', sampleOf(new Float64Array(50).fill(300))],
    ['a normal distribution without spread', normal(300, 0)],
    ['one whole number', { kind: 'counts', first: 300, shares: new Float64Array([1]) }],
  ])('is the absolute error for %s', (_, distribution) => {
    expect([290, 300, 313].map((outcome) => crpsOf(distribution, outcome))).toEqual([10, 0, 13])
  })
})
