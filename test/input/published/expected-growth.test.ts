import { describe, expect, test } from 'vitest'
import { estimatedDefault, parseDefaults } from '../../../src/input/published/estimated-defaults.ts'
import { expectedGrowth, meanGrowth } from '../../../src/input/published/expected-growth.ts'

const councils = { perYear: 0.02, fromYear: 2015, toYear: 2017, changes: 300 }
const points = (...stocks: [year: number, children: number][]) =>
  stocks.map(([year, children]) => ({ year, children }))

describe('expectedGrowth', () => {
  test('weighs the last year of a council against that of all', () => {
    const weight = estimatedDefault('growth.ownWeight').value
    const { perYear, own } = expectedGrowth(points([2015, 90], [2016, 100], [2017, 110]), councils, 2017)
    expect(own!.perYear).toBeCloseTo(0.1, 12)
    expect(perYear).toBeCloseTo(0.02 + weight * 0.08, 12)
  })

  test('is that of all councils where the council of the year before is not known', () => {
    expect(expectedGrowth(points([2017, 110]), councils, 2017)).toMatchObject({ perYear: 0.02, ownWeight: 0 })
  })

  test('is none where no growth is known', () => {
    expect(expectedGrowth(points([2015, 110]), undefined, 2015)).toMatchObject({ perYear: 0 })
  })
})

describe('meanGrowth', () => {
  test('counts every council and year the same, however many children they have', () => {
    const growth = meanGrowth([
      points([2015, 1_000], [2016, 1_100]),
      points([2015, 50], [2016, 50], [2017, 45]),
    ])
    expect(growth).toMatchObject({ fromYear: 2015, toYear: 2017, changes: 3 })
    expect(growth!.perYear).toBeCloseTo((1.1 * 1 * 0.9) ** (1 / 3) - 1, 12)
  })

  test('leaves out gaps between years and numbers of 20 or fewer, and is unknown without a change', () => {
    expect(meanGrowth([points([2015, 100], [2017, 110]), points([2016, 20], [2017, 40])])).toBeUndefined()
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
