import { describe, expect, test } from 'vitest'
import { bisect, type Measure, MOST_STEPS, measureEnds } from '../../../src/study/solve/solve.ts'
import { normalStream } from '../../normal-stream.ts'

/** A measure with the same error everywhere. */
type Law = (value: number) => number

function heldTo(threshold: number, law: Law, mc_error: number): Measure {
  return async (value) => {
    const measure = law(value)
    return { measure, mc_error, holds: measure >= threshold }
  }
}

/** Solves for the value at which a law is at least the threshold. */
async function solve(
  threshold: number,
  law: Law,
  between: number[],
  { error = 0, isWhole = false }: { error?: number; isWhole?: boolean } = {},
) {
  const measure = heldTo(threshold, law, error)
  return bisect(measure, await measureEnds(measure, between), { threshold, isWhole })
}

describe('bisect', () => {
  test('finds the least value at which a rising measure meets its target, to 0.5 % of the distance', async () => {
    const { solution, meetsFrom, isMonotone, steps } = await solve(0.8, (value) => value / 10, [10, 0])
    expect(solution).toBeGreaterThanOrEqual(8)
    expect(solution).toBeLessThan(8 + 10 * 0.005)
    expect({ meetsFrom, isMonotone }).toEqual({ meetsFrom: 'up', isMonotone: true })
    expect(steps.map(({ value }) => value).slice(0, 4)).toEqual([0, 10, 5, 7.5])
    expect(steps).toHaveLength(MOST_STEPS)
  })

  test('finds the largest value at which a falling measure meets its target', async () => {
    const { solution, meetsFrom } = await solve(100, (value) => 1_000 / value, [2, 40])
    expect(solution).toBeLessThanOrEqual(10)
    expect(solution).toBeGreaterThan(10 - 38 * 0.005)
    expect(meetsFrom).toBe('down')
  })

  test('tries whole numbers only, where they are asked for, down to neighbours', async () => {
    const { solution, steps } = await solve(20, (value) => value ** 2, [1, 12], { isWhole: true })
    expect(solution).toBe(5)
    expect(steps.map(({ value }) => value)).toContain(4)
    for (const { value } of steps) expect(Number.isInteger(value)).toBe(true)
  })

  test('tries values of few digits, which can be typed again', async () => {
    const { steps } = await solve(0.7, (value) => value, [0.1, 0.9])
    for (const { value } of steps) expect(String(value).length).toBeLessThanOrEqual('0.1234'.length)
  })

  test('refuses ends on the same side of the target', async () => {
    const measure = heldTo(5, (value) => value, 0)
    const ends = await measureEnds(measure, [9, 6])
    expect(ends.map((end) => end.measure)).toEqual([6, 9])
    await expect(bisect(measure, ends, { threshold: 5, isWhole: false })).rejects.toThrow(RangeError)
  })

  test('stops where the measure changes by less than its error', async () => {
    const { steps } = await solve(0.8, (value) => value / 10, [0, 10], { error: 0.3 })
    // From 5 to 10 it changes by 0.5, from 7.5 to 10 by 0.25.
    expect(steps.map(({ value }) => value)).toEqual([0, 10, 5, 7.5])
  })

  test('has an interval of 1.28 errors over the slope around the crossing, no wider than the ends', async () => {
    const rising: Law = (value) => 5 * value
    const { interval } = await solve(40, rising, [0, 100], { error: 3 })
    const reach = (1.2815515655446004 * 3) / 5
    expect(interval).toMatchObject({ level: 0.8, includes: 'Monte Carlo error only' })
    // Rounded outwards to the values that can be tried.
    for (const distance of [8 - interval!.low, interval!.high - 8]) {
      expect(distance).toBeGreaterThanOrEqual(reach - 1e-9)
      expect(distance).toBeLessThan(reach + 0.01 + 1e-9)
    }
    const wide = await solve(250, rising, [0, 100], { error: 450 })
    expect(wide.interval).toMatchObject({ low: 0, high: 100 })
  })

  test('has an interval of whole numbers where only these can be tried', async () => {
    const { interval } = await solve(40, (value) => 5 * value, [0, 100], { error: 3, isWhole: true })
    expect(interval).toMatchObject({ low: 7, high: 9 })
  })

  test('has no interval where there are too few runs for an error', async () => {
    const solved = await solve(0.8, (value) => value / 10, [0, 10], { error: Number.NaN })
    expect(solved.solution).toBeCloseTo(8, 1)
    expect(solved).not.toHaveProperty('interval')
  })

  test('takes the error beside the solution where all runs agree at the solution', async () => {
    const measure: Measure = async (value) =>
      value >= 6
        ? { measure: 1, mc_error: 0, holds: true }
        : { measure: value / 10, mc_error: 0.05, holds: false }
    const ends = await measureEnds(measure, [0, 10])
    const { solution, interval } = await bisect(measure, ends, { threshold: 1, isWhole: false })
    expect(solution - interval!.low).toBeGreaterThan(0)
  })

  test.each([0.5, 0.8, 1.3])(
    'covers the true value in 80 %% of the searches with an error of %d',
    async (error) => {
      const noise = normalStream('searches')
      const searches = 1_000
      let covered = 0
      for (let search = 0; search < searches; search++) {
        // The same for all values: they are simulated with common random numbers.
        const shift = error * noise()
        const { interval } = await solve(30, (value) => 2 * value + shift, [0, 40], { error })
        if (interval!.low <= 15 && interval!.high >= 15) covered++
      }
      const standardError = Math.sqrt((0.8 * 0.2) / searches)
      // The solution, up to 0.16 from the crossing, is taken in, and ends are rounded outwards by up to 0.01.
      expect(covered / searches).toBeGreaterThan(0.8 - 3 * standardError)
      expect(covered / searches).toBeLessThan(0.83 + 3 * standardError)
    },
  )

  test.each([0.2, 0.5])(
    'covers the true value for 80 in 100 seeds also where this share of the noise is that of each value alone: %d',
    async (own) => {
      const noise = normalStream('own noise')
      const [truth, error, seeds] = [15, 0.2, 200]
      let covered = 0
      for (let seed = 0; seed < seeds; seed++) {
        const shared = Math.sqrt(1 - own) * noise()
        const law: Law = (value) => value + error * (shared + Math.sqrt(own) * noise())
        const { interval } = await solve(truth, law, [5, 60], { error })
        if (interval!.low <= truth && interval!.high >= truth) covered++
      }
      expect(Math.abs(covered / seeds - 0.8)).toBeLessThan(3 * Math.sqrt((0.8 * 0.2) / seeds))
    },
  )

  test('notices a measure that turns round between the ends', async () => {
    const hump: Law = (value) => 10 - (value - 4) ** 2
    const [beyond, within] = await Promise.all([
      solve(-10, hump, [0, 10], { error: 0.1 }),
      solve(-10, hump, [4, 10], { error: 0.1 }),
    ])
    expect([beyond.isMonotone, within.isMonotone]).toEqual([false, true])
  })
})
