import { describe, expect, test } from 'vitest'
import { crpsOf } from '../../src/study/crps.ts'
import { type PredictiveDistribution, poissonOf, sampleOf } from '../../src/study/predictive-distribution.ts'
import { averageScores, SCORES, scoreForecast } from '../../src/study/scores.ts'
import { normalStream } from '../normal-stream.ts'

/** Scores a forecast of Smallshire, which had 100 children. */
const score = (distribution: PredictiveDistribution, outcome: number) =>
  scoreForecast({ authority: 'Smallshire', region: 'North', lastValue: 100, distribution, outcome })

/** 101 runs with 200 to 300 children, so that quantiles are whole: 225 and 275, 210 and 290, 205 and 295. */
const runs = sampleOf(Array.from({ length: 101 }, (_, run) => 200 + run))

const covered = (distribution: PredictiveDistribution, outcome: number) => {
  const { covered50, covered80, covered90 } = score(distribution, outcome)
  return [covered50, covered80, covered90]
}

describe('scoreForecast', () => {
  test.each([
    [204, [0, 0, 0]],
    [205, [0, 0, 1]],
    [209, [0, 0, 1]],
    [210, [0, 1, 1]],
    [224, [0, 1, 1]],
    [225, [1, 1, 1]],
    [250, [1, 1, 1]],
    [275, [1, 1, 1]],
    [276, [0, 1, 1]],
    [290, [0, 1, 1]],
    [291, [0, 0, 1]],
    [295, [0, 0, 1]],
    [296, [0, 0, 0]],
  ])('finds %i children inside the intervals of 50, 80 and 90 %, ends included: %j', (outcome, known) => {
    expect(covered(runs, outcome)).toEqual(known)
  })

  test('finds both ends of a Poisson interval inside', () => {
    // Quantiles of the mean 100: 84, 87, 93, 107, 113 and 117.
    const poisson = poissonOf(100)
    expect([83, 84, 86, 87, 92, 93].map((outcome) => covered(poisson, outcome).join(''))).toEqual([
      '000',
      '001',
      '001',
      '011',
      '011',
      '111',
    ])
    expect([107, 108, 113, 114, 117, 118].map((outcome) => covered(poisson, outcome).join(''))).toEqual([
      '111',
      '011',
      '011',
      '001',
      '001',
      '000',
    ])
  })

  test.each([
    [100, 2],
    [400, 1],
  ])(
    'covers somewhat more than 80 %% where a Poisson forecast around %i is right: %i points',
    (mean, points) => {
      const excess = Array.from({ length: 21 }, (_, step) => {
        const poisson = poissonOf(mean * (0.9 + step / 100))
        const inside = [...poisson.shares].map((share, step) => {
          const outcome = poisson.first + step
          return outcome > 0 ? share * score(poisson, outcome).covered80 : 0
        })
        return 100 * inside.reduce((sum, share) => sum + share, 0) - 80
      })
      expect(Math.round(excess.reduce((sum, value) => sum + value, 0) / excess.length)).toBe(points)
    },
  )

  test('states the ranked probability score as a share of the last value', () => {
    expect(score(runs, 260).crps).toBe(crpsOf(runs, 260) / 100)
    expect(score(sampleOf([120]), 150).crps).toBe(0.3)
  })

  test('states bias from the mean and the absolute error from the median, in % of the outcome', () => {
    const skewed = sampleOf([80, 100, 150])
    expect(score(skewed, 125).bias).toBeCloseTo(-12, 12)
    expect(score(skewed, 125).absoluteError).toBeCloseTo(20, 12)
    expect(score(skewed, 100).bias).toBeCloseTo(10, 12)
    expect(score(skewed, 100).absoluteError).toBe(0)
  })

  test('refuses numbers that percentages cannot be taken of', () => {
    expect(() => score(runs, 0)).toThrow('Smallshire')
    expect(() => score(runs, 1.5)).toThrow(RangeError)
    const empty = { authority: 'Nowhere', region: 'North', lastValue: 0, distribution: runs, outcome: 1 }
    expect(() => scoreForecast(empty)).toThrow('Nowhere')
  })
})

describe('averageScores', () => {
  test('gives each forecast the same weight, and counts them', () => {
    const [good, bad] = [score(runs, 250), score(runs, 305)]
    const averages = averageScores([good, bad, bad, bad])
    expect(averages.forecasts).toBe(4)
    expect([averages.covered50, averages.covered80, averages.covered90]).toEqual([0.25, 0.25, 0.25])
    for (const name of SCORES) expect(averages[name]).toBeCloseTo((good[name] + 3 * bad[name]) / 4, 12)
  })

  test('finds coverage at the level and no bias where the forecasts are right', () => {
    const [draw, forecasts] = [normalStream('right'), 4_000]
    const averages = averageScores(
      Array.from({ length: forecasts }, () => {
        const mean = 1_000_000 + 1_000 * draw()
        const outcome = Math.round(mean + 10_000 * draw())
        return score({ kind: 'normal', mean, sd: 10_000 }, outcome)
      }),
    )
    const coverage = [
      [averages.covered50, 0.5],
      [averages.covered80, 0.8],
      [averages.covered90, 0.9],
    ]
    for (const [found, level] of coverage)
      expect(Math.abs(found - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / forecasts))
    // 1 % of the outcome is the spread; taken in % of the outcome, an unbiased mean is 0.01 % too high.
    expect(Math.abs(averages.bias - 0.01)).toBeLessThan(4 / Math.sqrt(forecasts))
  })

  test('refuses to average nothing', () => {
    expect(() => averageScores([])).toThrow(RangeError)
  })
})
