import { describe, expect, test } from 'vitest'
import { forecastDrift, forecastLastTrend, forecastLastValue } from '../../src/study/naive-forecasts.ts'
import { meanOf, poissonOf } from '../../src/study/predictive-distribution.ts'
import { fitDrift, yearlyChanges } from '../../src/study/yearly-changes.ts'

const smallshire = { authority: 'Smallshire', region: 'North', stocks: { 2015: 80, 2016: 100 } }
const ONE_YEAR = { origin: 2016, target: 2017 }
const TWO_YEARS = { origin: 2016, target: 2018 }
const DRIFT = { growth: 0.1, baseVariance: 0.0024, variancePerChild: 0.4 }

describe('forecastLastValue', () => {
  test('is a Poisson number around the last value however far ahead', () => {
    expect(forecastLastValue(smallshire, ONE_YEAR)).toEqual(poissonOf(100))
    expect(forecastLastValue(smallshire, TWO_YEARS)).toEqual(poissonOf(100))
  })
})

describe('forecastLastTrend', () => {
  test('is a Poisson number around the last value and its change for each year ahead', () => {
    expect(forecastLastTrend(smallshire, ONE_YEAR)).toEqual(poissonOf(120))
    expect(forecastLastTrend(smallshire, TWO_YEARS)).toEqual(poissonOf(140))
  })

  test('does not fall below 0', () => {
    const falling = { ...smallshire, stocks: { 2015: 100, 2016: 30 } }
    expect(meanOf(forecastLastTrend(falling, ONE_YEAR))).toBe(0)
  })
})

describe('forecastDrift', () => {
  test('grows by the compound drift, and its variance with the years', () => {
    const [one, two] = [ONE_YEAR, TWO_YEARS].map((horizon) => forecastDrift(smallshire, horizon, DRIFT))
    expect(one.mean).toBeCloseTo(110, 12)
    expect(two.mean).toBeCloseTo(121, 12)
    // 0.0024 + 0.4 / 100 = 0.0064 = 0.08 ** 2.
    expect(one.sd).toBeCloseTo(8, 12)
    expect(two.sd).toBeCloseTo(8 * Math.SQRT2, 12)
  })

  test('is wider in proportion for a smaller number', () => {
    const smaller = { ...smallshire, stocks: { 2016: 25 } }
    expect(forecastDrift(smaller, ONE_YEAR, DRIFT).sd / 25).toBeCloseTo(Math.sqrt(0.0024 + 0.4 / 25), 12)
  })
})

describe('the naive forecasts', () => {
  test('say the same whatever comes after the origin', () => {
    const forecasts = (stocks: Record<number, number>) => {
      const history = { ...smallshire, stocks }
      const other = { ...smallshire, stocks: { 2015: 300, 2016: 290, ...stocks } }
      const drift = fitDrift(yearlyChanges([history, other], 2016))
      return [
        forecastLastValue(history, TWO_YEARS),
        forecastLastTrend(history, TWO_YEARS),
        forecastDrift(history, TWO_YEARS, drift),
      ]
    }
    const known = { 2015: 80, 2016: 100 }
    expect(forecasts({ ...known, 2017: 500, 2018: 3 })).toEqual(forecasts(known))
  })

  test('say which number they miss', () => {
    expect(() => forecastLastValue(smallshire, { origin: 2017, target: 2018 })).toThrow('March 2017')
    expect(() => forecastLastTrend(smallshire, { origin: 2015, target: 2018 })).toThrow('March 2014')
    expect(() => forecastDrift(smallshire, { origin: 2014, target: 2018 }, DRIFT)).toThrow('March 2014')
  })
})
