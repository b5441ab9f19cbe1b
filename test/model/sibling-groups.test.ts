import { describe, expect, test } from 'vitest'
import { compileSiblingGroups, groupSize } from '../../src/model/sibling-groups.ts'
import { simpleScenario } from '../simple-scenario.ts'

const groups = (groupSizes?: Record<string, number>) => {
  const scenario = simpleScenario()
  const siblings = groupSizes && { groupSizes }
  return compileSiblingGroups({ ...scenario, entries: { ...scenario.entries, siblings } })
}

describe('compileSiblingGroups', () => {
  test('lets every child come alone where a scenario says nothing', () => {
    expect(groups()).toEqual({ groupCumulative: Float64Array.of(1), meanGroupSize: 1, dispersion: 1 })
  })

  test('has the shares cumulative, the mean size, and mean square over mean', () => {
    const { groupCumulative, meanGroupSize, dispersion } = groups({ 1: 0.5, 2: 0.25, 4: 0.25 })
    expect([...groupCumulative]).toEqual([0.5, 0.75, 0.75, 1])
    expect(meanGroupSize).toBe(2)
    expect(dispersion).toBe((0.5 + 1 + 4) / 2)
  })

  test('mends shares that are off 1 by a rounding, and leaves out sizes without a share', () => {
    expect(groups({ 1: 0.9995, 8: 0 })).toEqual(groups())
    const { groupCumulative } = groups({ 2: 0.333, 3: 0.333, 4: 0.333 })
    expect([...groupCumulative]).toEqual([0, expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12), 1])
  })
})

describe('groupSize', () => {
  test('gives each size its share of the uniform numbers, and no other', () => {
    const some = groups({ 1: 0.5, 2: 0.25, 4: 0.25 })
    expect([0, 0.499, 0.5, 0.749, 0.75, 1 - 2 ** -32].map((uniform) => groupSize(some, uniform))).toEqual([
      1, 1, 2, 2, 4, 4,
    ])
    expect(groupSize(groups({ 8: 1 }), 0)).toBe(8)
  })
})
