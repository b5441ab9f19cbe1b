import { describe, expect, test } from 'vitest'
import { compoundGrowth, expMinusOne, exponentialOf, logarithm } from '../../src/domain/exact-math.ts'

const relativeError = (value: number, known: number) => Math.abs(value - known) / Math.abs(known)

describe('expMinusOne', () => {
  test.each([1e-12, -1e-9, 0.001, -0.3, 0.5, -1, 2, -5, 20, -30, 300])(
    'is exact to 1e-15 of itself at %f',
    (x) => {
      expect(relativeError(expMinusOne(x), Math.expm1(x))).toBeLessThan(2e-15)
    },
  )

  test('is 0 at 0 and -1 far below', () => {
    expect(expMinusOne(0)).toBe(0)
    expect(expMinusOne(-1000)).toBe(-1)
  })
})

describe('exponentialOf', () => {
  test.each([0, 1e-12, -0.3, 0.5, 1, -1, 5, -30, 300, -690, 700])(
    'is exact to 1e-15 of itself at %f',
    (x) => {
      expect(relativeError(exponentialOf(x), Math.exp(x))).toBeLessThan(2e-15)
    },
  )

  test('is 0 far below, infinite far above, and undoes the logarithm', () => {
    expect(exponentialOf(-1e300)).toBe(0)
    expect(exponentialOf(1e300)).toBe(Number.POSITIVE_INFINITY)
    for (const x of [1e-200, 0.02, 1, 3, 1e9])
      expect(relativeError(exponentialOf(logarithm(x)), x)).toBeLessThan(2e-13)
  })
})

describe('logarithm', () => {
  test.each([1e-300, 1e-9, 0.3, 0.7072, 0.9999999, 1.0000001, 1.42, 2, 3.7, 1e6, 1e300])(
    'is exact to 1e-15 of itself at %f',
    (x) => {
      expect(relativeError(logarithm(x), Math.log(x))).toBeLessThan(2e-15)
    },
  )

  test('is 0 at 1', () => {
    expect(logarithm(1)).toBe(0)
  })
})

describe('compoundGrowth', () => {
  test('multiplies year by year, and divides for years gone by', () => {
    expect(compoundGrowth(0.1, 2)).toBeCloseTo(1.21, 12)
    expect(compoundGrowth(0.25, -1)).toBe(0.8)
    expect(compoundGrowth(0.3, 0)).toBe(1)
  })
})
