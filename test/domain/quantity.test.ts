import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatNumber,
  formatPounds,
  formatStandardError,
  formatToError,
  roundToError,
  supportedDecimals,
} from '../../src/domain/quantity.ts'

describe('formatNumber', () => {
  test.each([
    [0, 0, '0'],
    [-0.4, 0, '0'],
    [-1234.5, 1, '-1,234.5'],
    [999.95, 1, '1,000.0'],
    [1234567, 0, '1,234,567'],
    [0.125, 2, '0.13'],
    [Number.NaN, 1, 'n/a'],
  ])('writes %d with %d digits after the point as %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text)
  })
})

describe('formatCount', () => {
  test.each([
    [1, '1 child'],
    [0, '0 children'],
    [1488, '1,488 children'],
  ])('words %d as %s', (count, text) => {
    expect(formatCount(count, 'child', 'children')).toBe(text)
  })
})

describe('supportedDecimals', () => {
  test.each([
    [12, 0],
    [1, 0],
    [0.34, 1],
    [0.1, 1],
    [0.034, 2],
    [0.0034, 2],
    [0, 2],
    [Number.NaN, 0],
  ])('goes down to the first digit of an error of %d: %d, or 2 at most', (error, decimals) => {
    expect(supportedDecimals(error, 2)).toBe(decimals)
  })
})

describe('formatStandardError', () => {
  test.each([
    [12.3, '12'],
    [0.34, '0.3'],
    [0.034, '0.03'],
    [0.004, '<0.01'],
    [0, '0'],
    [Number.NaN, 'n/a'],
  ])('writes %d as %s', (error, text) => {
    expect(formatStandardError(error)).toBe(text)
  })
})

describe('roundToError', () => {
  test.each([
    [104.86, 0.34, 104.9],
    [22_654_321, 1_200, 22_654_000],
    [22_654_321, 18_000, 22_650_000],
    [22_654_321, 99_999, 22_650_000],
    [22_654_321, 100_000, 22_700_000],
    [512.4, 12, 510],
    [3, 12, 0],
    [-25, 10, -30],
    [-4, 10, 0],
    [0.05, 0.012, 0.05],
    [7.25, 0, 7.25],
    [7.25, Number.NaN, 7.25],
    [7.25, Number.POSITIVE_INFINITY, 7.25],
  ])('rounds %d with an error of %d to %d', (value, error, rounded) => {
    expect(roundToError(value, error)).toBe(rounded)
  })

  test('is never finer than asked, whatever the error', () => {
    expect([0, 0.02, 40, 4_000, Number.NaN].map((error) => roundToError(123_456.7, error, 100))).toEqual([
      123_500, 123_500, 123_500, 123_000, 123_500,
    ])
  })

  test('moves no value by more than half of the error, and shows no digit below its first', () => {
    for (let error = 0.013; error < 1e6; error *= 1.7) {
      const rounded = roundToError(98_765.4321, error)
      expect(Math.abs(rounded - 98_765.4321)).toBeLessThanOrEqual(error / 2 + 1e-9)
      const places = rounded / 10 ** Math.floor(Math.log10(error))
      expect(Math.abs(places - Math.round(places))).toBeLessThan(1e-6)
    }
  })
})

describe('formatToError', () => {
  test.each([
    [124.4, 12, 0, '120'],
    [124.5, 1.2, 0, '125'],
    [124.44, 0.2, 1, '124.4'],
    [124.44, 1.2, 1, '124.0'],
    [124.44, 12, 1, '120.0'],
    [1_249, 0, 0, '1,249'],
    [Number.NaN, 1, 0, 'n/a'],
  ])('writes %d with an error of %d and %d digits after the point as %s', (value, error, decimals, text) => {
    expect(formatToError(value, error, decimals)).toBe(text)
  })
})

describe('formatPounds', () => {
  test.each([
    [104_857_412, 170_000, '£104,900,000'],
    [104_857_412, 12, '£104,857,000'],
    [104_857_412, Number.NaN, '£104,857,000'],
    [-1_499, 0, '-£1,000'],
    [-499, 0, '£0'],
  ])('writes %d with an error of %d as %s', (pounds, error, text) => {
    expect(formatPounds(pounds, error)).toBe(text)
  })
})
