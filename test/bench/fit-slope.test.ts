import { describe, expect, it } from 'vitest'
import { fitSlope } from '../../bench/fit-slope.ts'

const SIZES = [1, 7, 30, 800]
const slopeOf = (cost: (size: number) => number) => fitSlope(SIZES.map((x) => ({ x, y: cost(x) })))

describe('fitSlope', () => {
  it('is the power of a cost that is a power of the size, whatever the unit', () => {
    expect(slopeOf((size) => 3 * size)).toBeCloseTo(1, 12)
    expect(slopeOf((size) => 0.001 * size ** 2)).toBeCloseTo(2, 12)
    expect(slopeOf(() => 5)).toBeCloseTo(0, 12)
    expect(slopeOf((size) => 12 / size)).toBeCloseTo(-1, 12)
  })

  it('lies below 1 where a fixed cost comes before a linear one', () => {
    expect(slopeOf((size) => 100 + size)).toBeLessThan(0.9)
  })

  it('refuses a cost of zero, which has no logarithm', () => {
    expect(() => slopeOf((size) => size - 1)).toThrow(/positive/)
  })
})
