import { describe, expect, test } from 'vitest'
import { estimatedDefault, parseDefaults } from '../../../src/input/published/estimated-defaults.ts'
import { expectedGrowth } from '../../../src/input/published/expected-growth.ts'

const england = { perYear: 0.02, from: { year: 2015, children: 100 }, to: { year: 2017, children: 104.04 } }
const points = (...stocks: [year: number, children: number][]) =>
  stocks.map(([year, children]) => ({ year, children }))

describe('expectedGrowth', () => {
  test('weighs the last year of a council against England', () => {
    const weight = estimatedDefault('growth.ownWeight').value
    const { perYear, own } = expectedGrowth(points([2015, 90], [2016, 100], [2017, 110]), england, 2017)
    expect(own!.perYear).toBeCloseTo(0.1, 12)
    expect(perYear).toBeCloseTo(0.02 + weight * 0.08, 12)
  })

  test('is that of England where the council of the year before is not known', () => {
    expect(expectedGrowth(points([2017, 110]), england, 2017)).toMatchObject({ perYear: 0.02, ownWeight: 0 })
  })

  test('is none where no growth of England is known', () => {
    expect(expectedGrowth(points([2015, 110]), undefined, 2015)).toMatchObject({ perYear: 0 })
  })
})

describe('estimatedDefault', () => {
  test('has weights and standard deviations with their standard errors', () => {
    const weight = estimatedDefault('growth.ownWeight')
    expect(weight.value).toBeGreaterThanOrEqual(0)
    expect(weight.value).toBeLessThan(0.5)
    expect(estimatedDefault('shocks.entries.local').standardError).toBeGreaterThan(0)
    // One change has no standard error.
    expect(estimatedDefault('shocks.entries.national')).toMatchObject({ standardError: Number.NaN, n: 1 })
  })

  test('is refused where the file lacks one', () => {
    expect(() => parseDefaults('name,value,standard_error,n,derivation\n')).toThrow(
      'published/defaults.csv has no number shocks.entries.local',
    )
  })
})
