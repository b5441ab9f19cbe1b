import { describe, expect, it } from 'vitest'
import { assertResults, slopesOf, steepCosts } from '../../bench/growth-checks.ts'
import type { MeasuredPoint } from '../../bench/growth-point.ts'
import { type AxisName, growthAxes } from '../../bench/growth-points.ts'
import { axisWith } from './linear-axes.ts'

const NAMES: AxisName[] = ['runs', 'years', 'children', 'variants', 'threads']

describe('assertResults', () => {
  it.each(NAMES)('takes results that are as they should be along %s', (name) => {
    expect(() => assertResults(axisWith(name))).not.toThrow()
  })

  it.each<[AxisName, Partial<MeasuredPoint>]>([
    ['runs', { firstRuns: 1 }],
    ['variants', { firstRuns: 365 * 700 * 20 + 1 }],
    ['threads', { rows: 'other' }],
    ['years', { firstYear: { mean: 1.01 * 365 * 700, standardError: 200 } }],
    ['children', { careDays: { mean: 1.02 * 365 * 5 * 80_000, standardError: 10 } }],
    ['runs', { careDays: { mean: 0, standardError: 1 } }],
  ])('refuses results that change along %s', (name, change) => {
    expect(() => assertResults(axisWith(name, change))).toThrow(/care days|rows/)
  })
})

describe('slopesOf', () => {
  it.each(NAMES.slice(0, 4))('is 1 along %s where cost is linear, and nothing is steep', (name) => {
    const axis = axisWith(name)
    for (const slope of Object.values(slopesOf(axis))) expect(slope).toBeCloseTo(1, 10)
    expect(steepCosts(axis)).toEqual([])
  })
})

describe('steepCosts', () => {
  it('names the cost that grows faster than linearly', () => {
    const points = axisWith('children').points.map((point) => ({
      ...point,
      simulate: point.simulate * point.children ** 0.2,
    }))
    expect(steepCosts({ name: 'children', points })).toEqual([
      'children: simulate grows with a slope of 1.20, at most 1.15',
    ])
  })
})

describe('growthAxes', () => {
  it.each(['short', 'full'] as const)(
    'changes only the named size along each axis in the %s form',
    (form) => {
      for (const { name, points } of growthAxes(form)) {
        const others = points.map((point) => JSON.stringify({ ...point, [name]: 0 }))
        expect(new Set(others).size, name).toBe(1)
        const sizes = points.map((point) => point[name]!)
        expect(sizes, name).toEqual(sizes.toSorted((one, other) => one - other))
      }
    },
  )
})
