import { expect, test } from 'vitest'
import { claimScale } from '../../../src/report/charts/claim-scale.ts'
import type { TestedClaim } from '../../../src/summary/targets/claims.ts'

const HORIZON = { start: '2024-03-31', end: '2027-03-31' }
const numbers = (q10: number | null, q50: number | null, q90: number | null, value: number, unit = '£') =>
  ({ q10, q50, q90, value, unit }) as TestedClaim

test('claimScale spans the interval and the claimed number', () => {
  expect(claimScale(numbers(10, 20, 50, 0), HORIZON)).toEqual({ low: 0.2, median: 0.4, high: 1, claimed: 0 })
  expect(claimScale(numbers(-50, 0, 50, 0), HORIZON)).toEqual({ low: 0, median: 0.5, high: 1, claimed: 0.5 })
})

test('claimScale puts a number that is the same in all runs, and claimed, in the middle', () => {
  expect(claimScale(numbers(7, 7, 7, 7), HORIZON)).toEqual({ low: 0.5, median: 0.5, high: 0.5, claimed: 0.5 })
})

test('claimScale spans all years of the scenario, and puts what comes later at the end', () => {
  expect(claimScale(numbers(2025, 2026, null, 2024, 'year'), HORIZON)).toEqual({
    low: 1 / 3,
    median: 2 / 3,
    high: 1,
    claimed: 0,
  })
})
