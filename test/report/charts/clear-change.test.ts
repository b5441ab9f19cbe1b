import { expect, test } from 'vitest'
import { LEAST, wayOf } from '../../../src/report/charts/clear-change.ts'

test('wayOf tells a way only of what is beyond two standard errors and shows in print', () => {
  expect(wayOf({ mean: 2.1, mc_error: 1 }, 0.5)).toBe('up')
  expect(wayOf({ mean: -2.1, mc_error: 1 }, 0.5)).toBe('down')
  expect(wayOf({ mean: -2, mc_error: 1 }, 0.5)).toBe('near')
  expect(wayOf({ mean: 0.4, mc_error: 0.01 }, LEAST.children)).toBe('near')
  expect(wayOf({ mean: -4_000, mc_error: 1 }, LEAST['£'])).toBe('near')
})

test('wayOf knows nothing without an error, as of a single run, read back or not', () => {
  expect(wayOf({ mean: 100, mc_error: null }, 0.5)).toBe('unknown')
  expect(wayOf({ mean: 100, mc_error: Number.NaN }, 0.5)).toBe('unknown')
})
