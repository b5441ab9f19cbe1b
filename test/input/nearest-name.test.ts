import { describe, expect, it } from 'vitest'
import { nameSuggester, nearestName } from '../../src/input/nearest-name.ts'

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

it('nameSuggester stops after fifty wrong names, which nobody reads', () => {
  const suggest = nameSuggester(['ifa'])
  const suggested = Array.from({ length: 60 }, () => suggest('ifaa'))
  expect(suggested.filter((text) => text === '; did you mean ifa?')).toHaveLength(50)
})
