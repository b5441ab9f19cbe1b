// The drift and its spread, recovered from changes that were drawn with known ones. Tolerances are in standard errors.
import { sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import {
  type Drift,
  fitDrift,
  varianceOfChange,
  type YearlyChange,
  yearlyChanges,
} from '../../src/study/yearly-changes.ts'
import { normalStream } from '../normal-stream.ts'

const history = (authority: string, stocks: Record<number, number>) => ({
  authority,
  region: 'North',
  stocks,
})

/** Changes of numbers from 25 to 2,000 with a drift. */
function changesWith(drift: Drift, seed: string, count: number): YearlyChange[] {
  const draw = normalStream(seed)
  return Array.from({ length: count }, (_, at) => {
    const before = 25 * 80 ** (at / count)
    const sd = Math.sqrt(varianceOfChange(drift, before))
    return { before, after: before * (1 + drift.growth + sd * draw()) }
  })
}

describe('yearlyChanges', () => {
  test('pairs each March with the next up to the origin', () => {
    const histories = [history('a', { 2015: 100, 2016: 110, 2017: 99 }), history('b', { 2014: 50, 2016: 60 })]
    expect(yearlyChanges(histories, 2016)).toEqual([{ before: 100, after: 110 }])
    expect(yearlyChanges(histories, 2017)).toEqual([
      { before: 100, after: 110 },
      { before: 110, after: 99 },
    ])
  })

  test('leaves out numbers of 20 and less at the start, and 0 at the end', () => {
    const histories = [history('a', { 2015: 20, 2016: 40 }), history('b', { 2015: 21, 2016: 0 })]
    expect(yearlyChanges(histories, 2016)).toEqual([])
    expect(yearlyChanges([history('c', { 2015: 21, 2016: 1 })], 2016)).toHaveLength(1)
  })
})

describe('fitDrift', () => {
  test('has the growth that compounds to what happened', () => {
    const { growth } = fitDrift(yearlyChanges([history('a', { 2014: 100, 2015: 150, 2016: 121 })], 2016))
    expect(growth).toBeCloseTo(0.1, 12)
  })

  test('finds no variance where all grow alike', () => {
    const fit = fitDrift([
      { before: 100, after: 125 },
      { before: 200, after: 250 },
    ])
    expect(fit.growth).toBeCloseTo(0.25, 12)
    expect(varianceOfChange(fit, 100)).toBeLessThan(1e-25)
  })

  test('gives all variance to the base where numbers are all the same', () => {
    const fit = fitDrift([
      { before: 100, after: 110 },
      { before: 100, after: 100 / 1.1 },
    ])
    expect(fit.growth).toBeCloseTo(0, 12)
    expect(fit.baseVariance).toBeCloseTo((0.1 ** 2 + (1 / 11) ** 2) / 2, 12)
    expect(fit.variancePerChild).toBe(0)
  })

  test('recovers both parts of the variance', () => {
    const truth = { growth: 0.02, baseVariance: 0.004, variancePerChild: 0.8 }
    const fits = Array.from({ length: 60 }, (_, set) => fitDrift(changesWith(truth, `set ${set}`, 1_500)))
    for (const name of ['baseVariance', 'variancePerChild'] as const) {
      const values = fits.map((fit) => fit[name])
      const average = values.reduce((sum, value) => sum + value, 0) / values.length
      const error = sampleStandardDeviation(values) / Math.sqrt(values.length)
      expect(Math.abs(average - truth[name]) / error).toBeLessThan(4)
    }
  })

  test('is where the likelihood is greatest', () => {
    const changes = changesWith({ growth: 0.01, baseVariance: 0.003, variancePerChild: 1 }, 'peak', 300)
    const fit = fitDrift(changes)
    const deviance = (variance: Drift) =>
      changes.reduce((sum, { before, after }) => {
        const spread = varianceOfChange(variance, before)
        return sum + Math.log(spread) + (after / before - 1 - fit.growth) ** 2 / spread
      }, 0)
    for (const name of ['baseVariance', 'variancePerChild'] as const)
      for (const factor of [0.99, 1.01])
        expect(deviance({ ...fit, [name]: fit[name] * factor })).toBeGreaterThan(deviance(fit))
  })

  test.each([
    ['baseVariance', { growth: 0, baseVariance: 0, variancePerChild: 1 }],
    ['variancePerChild', { growth: 0, baseVariance: 0.004, variancePerChild: 0 }],
  ] as const)('never has a %s below 0 where there is none', (name, truth) => {
    const fits = Array.from({ length: 20 }, (_, set) => fitDrift(changesWith(truth, `edge ${set}`, 150)))
    for (const fit of fits) expect(fit[name]).toBeGreaterThanOrEqual(0)
    expect(fits.some((fit) => fit[name] === 0)).toBe(true)
  })

  test('refuses to fit nothing', () => {
    expect(() => fitDrift([])).toThrow(RangeError)
  })
})
