// Intervals of averages over blocks, against cases that can be worked out. Tolerances are in standard errors.
import { describe, expect, test } from 'vitest'
import { blockInterval, blockIntervalOfDifference } from '../../src/study/block-interval.ts'
import { normalStream } from '../normal-stream.ts'

/** Scores of blocks named by their place. */
const scoresOf = (...blocks: number[][]) =>
  blocks.flatMap((scores, place) => scores.map((score) => ({ block: `block ${place}`, score })))

/** Scores of as many regions, each with a shock of its own and three authorities. */
function regionsOf(regions: number, seed: string) {
  const draw = normalStream(seed)
  return scoresOf(
    ...Array.from({ length: regions }, () => {
      const shock = draw()
      return [1, 2, 3].map(() => shock + 0.1 * draw())
    }),
  )
}

describe('blockInterval', () => {
  test('gives each score the same weight, whatever the size of its block', () => {
    const { average, blocks } = blockInterval(scoresOf([1, 2, 3], [10]), { seed: 'a' })
    expect(average).toBe(4)
    expect(blocks).toBe(2)
  })

  test('draws both blocks of two in half of all cases, and either alone in a quarter', () => {
    const scores = scoresOf([0, 0], [1, 1])
    const ends = (level: number) => {
      const { low, high } = blockInterval(scores, { seed: 'two', level })
      return [low, high]
    }
    expect(ends(0.8)).toEqual([0, 1])
    expect(ends(0.55)).toEqual([0, 1])
    expect(ends(0.45)).toEqual([0.5, 0.5])
  })

  test('has no width where there is one block, or all blocks are the same', () => {
    for (const scores of [scoresOf([1, 5, 6]), scoresOf([3, 5], [5, 3], [4])]) {
      const { low, average, high } = blockInterval(scores, { seed: 'b' })
      expect([low, average, high]).toEqual([4, 4, 4])
    }
  })

  test('has the spread of the average of blocks drawn anew', () => {
    const values = Array.from({ length: 100 }, (_, place) => place)
    const { low, high } = blockInterval(scoresOf(...values.map((value) => [value, value])), { seed: 'c' })
    const sd = Math.sqrt((100 ** 2 - 1) / 12 / 100)
    // The 10 % quantile of 10,000 normal numbers is known to sqrt(0.1 x 0.9) / 0.1755 / 100 = 1.7 % of their spread.
    expect(Math.abs((high - 49.5) / sd - 1.2816)).toBeLessThan(4 * 0.017)
    expect(Math.abs((49.5 - low) / sd - 1.2816)).toBeLessThan(4 * 0.017)
  })

  test('is the same for the same seed, in any order within blocks, and another for another', () => {
    const scores = regionsOf(9, 'seeds')
    const interval = blockInterval(scores, { seed: 'd' })
    expect(blockInterval(scores, { seed: 'd' })).toEqual(interval)
    expect(blockInterval(scores, { seed: 'e' })).not.toEqual(interval)
    expect(blockInterval(scores, { seed: 'e' }).average).toBe(interval.average)
  })

  test('is wider than one that takes authorities of a region for independent', () => {
    const scores = regionsOf(30, 'width')
    const width = (of: typeof scores) => {
      const { low, high } = blockInterval(of, { seed: 'f' })
      return high - low
    }
    const alone = scores.map(({ score }, at) => ({ block: String(at), score }))
    // Three authorities that are almost the same count for one: the width differs by sqrt(3).
    expect(width(scores) / width(alone)).toBeGreaterThan(1.5)
  })

  test('of nine blocks holds the true average in about 74 % of all cases where it says 80 %', () => {
    const cases = 1_500
    const held = Array.from({ length: cases }, (_, at) => {
      const { low, high } = blockInterval(regionsOf(9, `case ${at}`), { seed: 'g', resamples: 500 })
      return low <= 0 && 0 <= high
    }).filter(Boolean).length
    // That of Student's t with 8 degrees of freedom at 1.2816 x sqrt(8 / 9) is 0.738.
    expect(Math.abs(held / cases - 0.738)).toBeLessThan(4 * Math.sqrt((0.738 * 0.262) / cases))
  })

  test('refuses to average nothing', () => {
    expect(() => blockInterval([], { seed: 'h' })).toThrow(RangeError)
  })
})

describe('blockIntervalOfDifference', () => {
  const ours = regionsOf(9, 'paired')
  const shifted = (by: number) => ours.map(({ block, score }) => ({ block, score: score + by }))

  test('is exactly 0 between a forecast and itself', () => {
    expect(blockIntervalOfDifference(ours, ours, { seed: 'i' })).toEqual({
      average: 0,
      low: 0,
      high: 0,
      blocks: 9,
    })
  })

  test('is ours less theirs, and what both have in common falls out', () => {
    const { average, low, high } = blockIntervalOfDifference(ours, shifted(0.25), { seed: 'j' })
    for (const value of [average, low, high]) expect(value).toBeCloseTo(-0.25, 12)
    const alone = blockInterval(ours, { seed: 'j' })
    expect(alone.high - alone.low).toBeGreaterThan(0.3)
  })

  test('refuses scores that do not stand in pairs', () => {
    for (const others of [ours.slice(1), ours.toReversed()])
      expect(() => blockIntervalOfDifference(ours, others, { seed: 'k' })).toThrow(RangeError)
  })
})
