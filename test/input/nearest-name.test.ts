import { describe, expect, it } from 'vitest'
import { nearestName } from '../../src/input/nearest-name.ts'

const known = ['kinship', 'inHouseFoster', 'ifa', 'weeklyPrice', 'upliftPerYear']

describe('nearestName', () => {
  it.each([
    ['kinshp', 'kinship'],
    ['if', 'ifa'],
    ['weekly_price', 'weeklyPrice'],
    ['WeeklyPrcie', 'weeklyPrice'],
    ['price', 'weeklyPrice'],
    ['secure', undefined],
    ['x'.repeat(100_000), undefined],
  ])('finds for %s the name %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest)
  })
})
