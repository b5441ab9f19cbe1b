// Laws of every range that may be drawn from, and of every stream, also one that is not random at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  distributionProblem,
  type Range,
  sampleRange,
  supportOf,
} from '../../../src/domain/distribution/distribution.ts'
import { howMany } from '../../how-many.ts'
import { uniformStream } from '../../uniform-stream.ts'

const LARGEST_UNIFORM = 1 - 2 ** -53
const STREAMS: Record<string, () => () => number> = {
  'all 0': () => () => 0,
  'all as large as can be': () => () => LARGEST_UNIFORM,
  'all in the middle': () => () => 0.5,
  '0 and the largest in turn': () => {
    let turn = 0
    return () => (turn++ % 2 === 0 ? 0 : LARGEST_UNIFORM)
  },
  'the largest and 0 in turn': () => {
    let turn = 0
    return () => (turn++ % 2 === 0 ? LARGEST_UNIFORM : 0)
  },
}

const ascending = (numbers: number[]) => numbers.sort((a, b) => a - b) as [number, number, number]
const three = (number: fc.Arbitrary<number>) => fc.tuple(number, number, number).map(ascending)
const finite = fc.double({ min: -1e15, max: 1e15, noNaN: true })
const positive = fc.double({ min: -15, max: 15, noNaN: true }).map((power) => 10 ** power)
const anyShare = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  positive.filter((share) => share < 1),
)
const openLevel = fc.oneof(
  fc.constantFrom(0.01, 0.8, 0.9999),
  fc.double({ min: 0.01, max: 0.9999, noNaN: true }),
)

const anyRange: fc.Arbitrary<Range> = fc
  .oneof(
    fc.record({ shape: fc.constant('beta' as const), numbers: three(anyShare), level: openLevel }),
    fc.record({
      shape: fc.constantFrom('gamma' as const, 'log-normal' as const),
      numbers: fc.oneof(three(positive), three(fc.double({ min: 1, max: 10, noNaN: true }))),
      level: openLevel,
    }),
    fc.record({ shape: fc.constant('normal' as const), numbers: three(finite), level: openLevel }),
    fc.record({
      shape: fc.constantFrom('pert' as const, 'triangular' as const, 'uniform' as const),
      numbers: three(finite),
      level: fc.oneof(openLevel, fc.constant(1)),
    }),
  )
  .map(({ shape, numbers: [low, central, high], level }) => ({ shape, low, central, high, level }))

describe('sampleRange', () => {
  test('gives a number inside the support from a few draws, for any range and any stream', () => {
    fc.assert(
      fc.property(anyRange, fc.string({ minLength: 1 }), (range, text) => {
        const problem = distributionProblem(range)
        // A range too wide for its shape still gives the nearest that can be drawn from.
        fc.pre(problem === undefined || problem.includes('at most'))
        const { least, most } = supportOf(range)
        if (range.shape === 'beta') expect([least, most]).toSatisfy(([a, b]) => a >= 0 && b <= 1)
        if (range.shape === 'gamma' || range.shape === 'log-normal') expect(least).toBeGreaterThanOrEqual(0)
        for (const stream of [...Object.values(STREAMS).map((start) => start()), uniformStream(text)]) {
          let draws = 0
          const value = sampleRange(range, () => {
            draws++
            return stream()
          })
          expect(value).toSatisfy(
            (number: number) => Number.isFinite(number) && number >= least && number <= most,
          )
          expect(draws).toBeLessThanOrEqual(2 * (2 * 64 + 1))
        }
      }),
      { numRuns: howMany(300, 1_000) },
    )
  })

  test('has a support that holds low, central and high', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        fc.pre(distributionProblem(range) === undefined)
        const { least, most } = supportOf(range)
        expect(least).toBeLessThanOrEqual(range.low)
        expect(most).toBeGreaterThanOrEqual(range.high)
      }),
      { numRuns: howMany(200, 500) },
    )
  })

  test('moves and stretches with the units of a range', () => {
    const shapes = fc.constantFrom(
      'normal' as const,
      'pert' as const,
      'triangular' as const,
      'uniform' as const,
    )
    const number = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(shapes, three(number), openLevel, number, (shape, [low, central, high], level, shift) => {
        const drawn = (offset: number, factor: number) =>
          sampleRange(
            {
              shape,
              level,
              low: offset + factor * low,
              central: offset + factor * central,
              high: offset + factor * high,
            },
            uniformStream('units'),
          )
        const scale = 1e-9 * (1 + (high - low) / level + Math.abs(shift) + Math.abs(drawn(0, 1)))
        expect(Math.abs(drawn(shift, 1) - shift - drawn(0, 1))).toBeLessThan(scale)
        expect(Math.abs(drawn(0, 4) - 4 * drawn(0, 1))).toBeLessThan(4 * scale)
      }),
      { numRuns: howMany(80, 200) },
    )
  })
})
