import { describe, expect, test } from 'vitest'
import { changeOfMedian, directionOf } from '../../../src/report/charts/change.ts'

describe('a change', () => {
  test('goes where the value goes', () => {
    expect([directionOf(100, 110, 1), directionOf(100, 90, 1)]).toEqual(['rise', 'fall'])
  })

  test('is none below two per cent, and unclear below two standard errors', () => {
    expect([directionOf(100, 110, 5.1), directionOf(100, 101.9, 0)]).toEqual(['unclear', 'none'])
    expect(directionOf(100, 101.9, 5)).toBe('none')
    expect([directionOf(100, 110, 4.9), directionOf(100, 102.1, 0)]).toEqual(['rise', 'rise'])
  })

  test('is none from 0 to 0', () => {
    expect(directionOf(0, 0, 0)).toBe('none')
  })

  test('has the errors of both medians, which are 1.25 times those of means', () => {
    const to = { q50: 110, mc_error: 3 }
    // 2 x 1.2533 x 5 is 12.5, 2 x 1.2533 x 3 is 7.5.
    expect(changeOfMedian({ q50: 100, mc_error: 4 }, to)).toBe('unclear')
    expect(changeOfMedian({ q50: 100, mc_error: 0 }, to)).toBe('rise')
  })

  test('takes an unknown error for 0', () => {
    expect(changeOfMedian({ q50: 100, mc_error: Number.NaN }, { q50: 110, mc_error: Number.NaN })).toBe(
      'rise',
    )
  })
})
