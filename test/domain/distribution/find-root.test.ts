import { describe, expect, test } from 'vitest'
import { findPeak, findRoot } from '../../../src/domain/distribution/find-root.ts'

describe('findRoot', () => {
  test.each([
    ['a line', (x: number) => 3 * x - 1, 1 / 3],
    ['a falling line', (x: number) => 1 - 4 * x, 0.25],
    ['a steep power', (x: number) => x ** 20 - 0.5 ** 20, 0.5],
    ['an infinite slope', (x: number) => Math.sqrt(x) - 0.01, 0.0001],
    ['a step', (x: number) => (x < 0.7 ? -1 : 1e9), 0.7],
  ])('finds the root of %s to 1e-15', (_, f, root) => {
    expect(Math.abs(findRoot(f, 0, 1) - root)).toBeLessThan(2e-15)
  })

  test('gives the nearer end when the function does not cross zero, and stops whatever the function', () => {
    expect(findRoot((x) => x + 1, 0, 1)).toBe(0)
    expect(findRoot((x) => x - 2, 0, 1)).toBe(1)
    let calls = 0
    const step = (x: number) => {
      calls++
      return x < 0.5 ? -1e-300 : 1e300
    }
    findRoot(step, 0, 1)
    expect(calls).toBeLessThanOrEqual(202)
  })
})

describe('findPeak', () => {
  test('finds the largest value inside and at an end', () => {
    expect(findPeak((x) => -(x - 0.3) * (x - 0.3), 0, 1)).toBeCloseTo(0.3, 7)
    expect(findPeak((x) => x, 0, 1)).toBeCloseTo(1, 7)
  })
})
