import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../src/input/reading/ranges.ts'
import { runKeys, seedKey } from '../../src/run/addresses.ts'
import { drawAssumptions, sameStream, valuesOfRun } from '../../src/run/draws.ts'

const SEED = seedKey('draws')
const RUNS = 20_000
const STANDARD_ERRORS = 4

const PRICE: Assumption = {
  path: 'placements.ifa.weeklyPrice',
  range: { central: 900, low: 800, high: 1000, level: 0.8, shape: 'normal' },
  least: 0,
  most: 1_000_000,
}
const PLACES: Assumption = {
  path: 'placements.ifa.places',
  range: { central: 40, low: 30, high: 50, level: 1, shape: 'uniform' },
  least: 0,
  most: 45,
  isWhole: true,
}

describe('drawAssumptions', () => {
  const { paths, values, runs } = drawAssumptions([PRICE, PLACES], SEED, RUNS)
  const prices = [...values.subarray(0, RUNS)]
  const places = [...values.subarray(RUNS)]

  test('lists the values of every run, path by path', () => {
    expect({ paths, runs, length: values.length }).toEqual({
      paths: ['placements.ifa.weeklyPrice', 'placements.ifa.places'],
      runs: RUNS,
      length: 2 * RUNS,
    })
    expect([...valuesOfRun([PRICE, PLACES], runKeys(SEED, 7))]).toEqual([prices[7], places[7]])
  })

  test('has the mean and the spread of the range over the runs', () => {
    const sd = 100 / 1.2815515655446004
    expect(Math.abs(mean(prices) - 900)).toBeLessThan((STANDARD_ERRORS * sd) / Math.sqrt(RUNS))
    expect(Math.abs(sampleStandardDeviation(prices) - sd)).toBeLessThan(
      (STANDARD_ERRORS * sd) / Math.sqrt(2 * RUNS),
    )
  })

  test('rounds numbers that must be whole, and moves values beyond a limit to it', () => {
    expect(places.every(Number.isInteger)).toBe(true)
    expect(Math.max(...places)).toBe(45)
    const share = places.filter((value) => value === 45).length / RUNS
    const expected = 5.5 / 20
    expect(Math.abs(share - expected)).toBeLessThan(
      STANDARD_ERRORS * Math.sqrt((expected * (1 - expected)) / RUNS),
    )
  })

  test('leaves the values of a range as they are when another is added', () => {
    const alone = drawAssumptions([PRICE], SEED, 50)
    const second = drawAssumptions([PLACES, PRICE], SEED, 50)
    expect(second.values.subarray(50)).toEqual(alone.values)
  })
})

describe('sameStream', () => {
  test('finds two paths with one hash, and none where there are none', () => {
    // Known collisions of the 32-bit FNV-1a hash.
    expect(sameStream(['prices', 'costarring', 'liquid'])).toEqual(['costarring', 'liquid'])
    expect(sameStream(['placements.a.weeklyPrice', 'placements.b.weeklyPrice'])).toBeUndefined()
  })
})
