import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../../../src/domain/distribution/normal-quantile.ts'
import { betaQuantile, gammaQuantile } from '../../../src/domain/distribution/quantiles.ts'

const relativeError = (value: number, known: number) => Math.abs(value - known) / Math.abs(known)

// Known values of all three from SciPy 1.17 (ndtri, gammaincinv, betaincinv).
describe('normalQuantile', () => {
  test.each([
    [1e-12, -7.034483825301131],
    [1e-5, -4.264890793922825],
    [0.01, -2.3263478740408408],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080409],
    [0.8, 0.8416212335729143],
    [0.95, 1.6448536269514722],
    [0.999, 3.090232306167813],
  ])('is exact to 1e-15 of itself at %f', (share, known) => {
    expect(relativeError(normalQuantile(share), known)).toBeLessThan(2e-15)
  })

  test('is 0 in the middle and finite next to both ends', () => {
    expect(normalQuantile(0.5)).toBe(0)
    expect(normalQuantile(2 ** -54)).toBeCloseTo(-8.293, 2)
    expect(normalQuantile(1 - 2 ** -53)).toBeCloseTo(8.21, 2)
  })
})

describe('gammaQuantile', () => {
  test.each([
    [0.2, 0.9, 0.6049023209865736],
    [0.5, 0.95, 1.920729410347062],
    [1, 0.1, 0.10536051565782636],
    [2.5, 0.005, 0.20587095191624943],
    [10, 0.9, 14.205990292152816],
    [300, 0.1, 278.0279971525585],
    [10_000, 0.975, 10196.941824999883],
  ])('is exact to 1e-12 for shape %f at %f', (shape, share, known) => {
    expect(relativeError(gammaQuantile(shape, share), known)).toBeLessThan(1e-12)
  })

  test('is that of the exponential distribution for shape 1', () => {
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.999])
      expect(relativeError(gammaQuantile(1, share), -Math.log1p(-share))).toBeLessThan(1e-11)
  })
})

describe('betaQuantile', () => {
  test.each([
    [0.5, 0.5, 0.1, 0.024471741852423214],
    [0.5, 30, 0.9, 0.044450074431959835],
    [1, 5, 0.1, 0.020851637639023212],
    [3, 3, 0.95, 0.8107446225622291],
    [2, 98, 0.9, 0.03872111896922208],
    [40, 60, 0.005, 0.27929980762022066],
    [3, 1e6, 0.9, 5.322300852029894e-6],
    [10_000, 300, 0.9, 0.9729766560045527],
  ])('is exact to 1e-9 for parameters %f and %f at %f', (a, b, share, known) => {
    expect(relativeError(betaQuantile(a, b, share), known)).toBeLessThan(1e-9)
  })

  test('is the share itself for parameters 1 and 1, and mirrored when they change places', () => {
    for (const share of [0.001, 0.1, 0.5, 0.77, 0.999]) {
      expect(betaQuantile(1, 1, share)).toBeCloseTo(share, 13)
      expect(betaQuantile(2.5, 7, share)).toBeCloseTo(1 - betaQuantile(7, 2.5, 1 - share), 13)
    }
  })
})
