import { describe, expect, test } from 'vitest'
import {
  formatCount,
  formatNumber,
  formatStandardError,
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
