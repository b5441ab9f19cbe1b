import { describe, expect, test } from 'vitest'
import {
  distributionProblem,
  notHeld,
  quantileOf,
  type Range,
  relativeGamma,
  type Shape,
  sampleRange,
  supportOf,
} from '../../../src/domain/distribution/distribution.ts'
import { howMany } from '../../how-many.ts'
import { uniformStream } from '../../uniform-stream.ts'

const DRAWS = howMany(30_000, 200_000)

function valuesOf(range: Range, count = DRAWS): number[] {
  const uniform = uniformStream(JSON.stringify(range))
  return Array.from({ length: count }, () => sampleRange(range, uniform))
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** How many standard errors the mean of values lies from what it should be. */
function errorsFromMean(values: number[], expected: number): number {
  const mean = meanOf(values)
  const variance = meanOf(values.map((value) => (value - mean) ** 2))
  return (mean - expected) / Math.sqrt(variance / values.length)
}

/** How many standard errors a share of values lies from what it should be. */
function errorsFromShare(values: number[], isIn: (value: number) => boolean, expected: number): number {
  const share = values.filter(isIn).length / values.length
  return (share - expected) / Math.sqrt((expected * (1 - expected)) / values.length)
}

const rangeOf = (shape: Shape, [low, central, high]: [number, number, number], level = 0.8): Range => ({
  shape,
  low,
  central,
  high,
  level,
})

// Three numbers that a member of the family has as its own: those of beta and gamma are quantiles from SciPy 1.17.
const MET: Range[] = [
  rangeOf('normal', [6, 10, 14]),
  rangeOf('normal', [-3, 1, 5], 0.5),
  rangeOf('log-normal', [2, 4, 8]),
  rangeOf('log-normal', [350, 700, 1400], 0.95),
  rangeOf('gamma', [1.7447695628249114 / 4, 1, 6.680783068255865 / 4]),
  rangeOf('gamma', [0.00789538704671561, 0.5, 1.352771727047702]),
  rangeOf('beta', [0.15029581115860874, 0.2, 0.2523094841833732]),
  rangeOf('beta', [0.0005598768528363956, 0.02, 0.06421578591445826], 0.9),
  rangeOf('triangular', [1, 3, 10]),
  rangeOf('triangular', [3, 3, 10], 0.5),
  rangeOf('pert', [1, 3, 10]),
  rangeOf('pert', [2, 9, 10], 0.95),
  rangeOf('uniform', [2, 3, 10]),
  rangeOf('uniform', [-1, 0, 1], 0.5),
]

// Three numbers that no member with this central has: two halves around the median have them.
const NOT_MET: Range[] = [
  rangeOf('normal', [8, 10, 16]),
  rangeOf('log-normal', [3, 4, 12], 0.9),
  rangeOf('gamma', [1, 2, 3], 0.9),
  rangeOf('gamma', [0.5, 2, 6]),
  rangeOf('beta', [0.1, 0.15, 0.3]),
  rangeOf('beta', [0.6, 0.9, 0.95]),
]

const described = (ranges: Range[]) =>
  ranges.map(
    (range) =>
      [`${range.shape} ${range.low} / ${range.central} / ${range.high} at ${range.level}`, range] as const,
  )

describe('sampleRange', () => {
  test.each(described([...MET, ...NOT_MET]))(
    'puts the shares of the level beyond low and high: %s',
    (_, range) => {
      expect(distributionProblem(range)).toBeUndefined()
      const values = valuesOf(range)
      const tail = (1 - range.level) / 2
      expect(Math.abs(errorsFromShare(values, (value) => value < range.low, tail))).toBeLessThan(4)
      expect(Math.abs(errorsFromShare(values, (value) => value > range.high, tail))).toBeLessThan(4)
    },
  )

  test.each(described([...MET.filter(({ shape }) => shape.endsWith('normal')), ...NOT_MET]))(
    'has central as the median: %s',
    (_, range) => {
      expect(Math.abs(errorsFromShare(valuesOf(range), (value) => value < range.central, 0.5))).toBeLessThan(
        4,
      )
    },
  )

  test.each(described(MET.filter(({ shape }) => shape === 'beta' || shape === 'gamma')))(
    'has central as the mean where that holds low and high: %s',
    (_, range) => {
      expect(Math.abs(errorsFromMean(valuesOf(range), range.central))).toBeLessThan(4)
    },
  )

  test.each(described(MET.filter(({ shape }) => shape === 'pert' || shape === 'triangular')))(
    'has central as the mode, by the mean that this gives: %s',
    (_, range) => {
      const { least, most } = supportOf(range)
      const weight = range.shape === 'pert' ? 4 : 1
      const mean = (least + weight * range.central + most) / (2 + weight)
      expect(Math.abs(errorsFromMean(valuesOf(range), mean))).toBeLessThan(4)
    },
  )

  test.each(['pert', 'triangular', 'uniform'] as const)(
    'keeps low and high as the ends of a %s at level 1',
    (shape) => {
      const range = rangeOf(shape, [1, 3, 10], 1)
      expect(supportOf(range)).toEqual({ least: 1, most: 10 })
      const values = valuesOf(range, 20_000)
      expect(Math.min(...values)).toBeGreaterThanOrEqual(1)
      expect(Math.max(...values)).toBeLessThanOrEqual(10)
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(shape === 'pert' ? 7 : 8.5)
    },
  )

  test.each(['normal', 'log-normal', 'gamma', 'beta', 'pert', 'triangular', 'uniform'] as const)(
    'gives central for a %s whose low, central and high are one number',
    (shape) => {
      const range = rangeOf(shape, [0.3, 0.3, 0.3])
      expect(distributionProblem(range)).toBeUndefined()
      expect(valuesOf(range, 20)).toEqual(Array(20).fill(0.3))
    },
  )

  test('depends on the numbers of the range and not on the object', () => {
    const range = rangeOf('beta', [0.1, 0.15, 0.3])
    expect(valuesOf({ ...range }, 50)).toEqual(valuesOf(range, 50))
  })
})

describe('quantileOf', () => {
  test.each(
    described([...MET, ...NOT_MET, rangeOf('gamma', [990, 1000, 1010]), rangeOf('beta', [0.49, 0.5, 0.51])]),
  )('has the share of the values below it: %s', (_, range) => {
    const values = valuesOf(range)
    for (const share of [0.01, 0.3, 0.9]) {
      const below = quantileOf(range, share)
      expect(Math.abs(errorsFromShare(values, (value) => value < below, share))).toBeLessThan(4.5)
    }
  })

  test('is the central number of a range that is one number', () => {
    expect(quantileOf(rangeOf('normal', [3, 3, 3]), 0.01)).toBe(3)
  })
})

const SHAPES = ['normal', 'log-normal', 'gamma', 'beta', 'pert', 'triangular', 'uniform'] as const
const SKEWS = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98]
const POINTS = 1_000

/** The share of a range's values for which something is true, from its quantiles on a fine grid. */
const shareOf = (range: Range, isIn: (value: number) => boolean) =>
  Array.from({ length: POINTS }, (_, point) => quantileOf(range, (point + 0.5) / POINTS)).filter(isIn)
    .length / POINTS

describe('low and high', () => {
  test('hold 39 to 51 in eight cases of ten, as docs/guide/ranges.md says', () => {
    const range = rangeOf('gamma', [39, 45, 51])
    expect(Math.abs(shareOf(range, (value) => value < 39) - 0.1)).toBeLessThan(0.005)
    expect(Math.abs(shareOf(range, (value) => value > 51) - 0.1)).toBeLessThan(0.005)
  })

  test.each(SHAPES.flatMap((shape) => [0.5, 0.8, 0.9, 0.98].map((level) => [shape, level] as const)))(
    'hold their level to a point, with as many beyond either, however lopsided: %s at %d',
    (shape, level) => {
      const tail = (1 - level) / 2
      const ends: [number, number][] = [
        [0.05, 0.1],
        [0.2, 0.9],
        [0.75, 0.97],
      ]
      for (const [low, high] of ends)
        for (const skew of SKEWS) {
          const range = rangeOf(shape, [low, low + skew * (high - low), high], level)
          expect(distributionProblem(range)).toBeUndefined()
          expect(notHeld(range)).toBeUndefined()
          expect(Math.abs(shareOf(range, (value) => value < low) - tail)).toBeLessThan(0.006)
          expect(Math.abs(shareOf(range, (value) => value > high) - tail)).toBeLessThan(0.006)
        }
    },
  )

  test.each([
    [[0.5, 2, 6], 0.8, 'gamma'],
    [[1, 3, 8], 0.8, 'gamma'],
    [[0.75, 0.9, 0.97], 0.8, 'beta'],
    [[0.1, 0.2, 0.4], 0.8, 'beta'],
    [[450, 500, 800], 0.5, 'log-normal'],
    [[450, 500, 800], 0.9, 'gamma'],
  ] as const)(
    'are held with central as the median where the family cannot: %o at %d, %s',
    (numbers, level, shape) => {
      const range = rangeOf(shape, [...numbers], level)
      const tail = (1 - level) / 2
      ;[tail, 0.5, 1 - tail].forEach((share, place) => {
        expect(quantileOf(range, share) / numbers[place]).toBeCloseTo(1, 9)
      })
    },
  )
})

describe('notHeld', () => {
  test.each([
    [
      rangeOf('gamma', [0, 2, 6]),
      '90 % of the values of this gamma lie between low 0 and high 6, not 80 %: 0 % are below and 10 % above, not 10 % each',
    ],
    [
      rangeOf('beta', [0.75, 0.9, 1], 0.9),
      '95 % of the values of this beta lie between low 0.75 and high 1, not 90 %: 5 % are below and 0 % above, not 5 % each',
    ],
    [
      rangeOf('gamma', [2, 2, 6]),
      'central 2 is low too and cannot be the median of this gamma: low and high are held, and half of the values lie below 3.46',
    ],
    [
      rangeOf('normal', [2, 6, 6]),
      'central 6 is high too and cannot be the median of this normal: low and high are held, and half of the values lie below 4',
    ],
  ])('says what a range cannot hold, and what it does: %o', (range, words) => {
    expect(distributionProblem(range)).toBeUndefined()
    expect(notHeld(range)).toBe(words)
    const tail = (1 - range.level) / 2
    if (range.low > 0) expect(quantileOf(range, tail)).toBeCloseTo(range.low, 9)
    if (range.high !== 1) expect(quantileOf(range, 1 - tail)).toBeCloseTo(range.high, 9)
  })

  test.each([rangeOf('pert', [2, 2, 6]), rangeOf('uniform', [0, 0, 1], 1), rangeOf('gamma', [3, 3, 3])])(
    'says nothing of a range that holds what it says: %o',
    (range) => {
      expect(notHeld(range)).toBeUndefined()
    },
  )
})

describe('relativeGamma', () => {
  test.each([0.5, 1, 17, 400, 20_000])('has the mean 1 and the variance 1 / size: %d', (size) => {
    const range = relativeGamma(size)
    expect(distributionProblem(range)).toBeUndefined()
    const values = valuesOf(range)
    expect(Math.abs(errorsFromMean(values, 1))).toBeLessThan(4)
    const squares = values.map((value) => (value - 1) ** 2)
    // The largest size is that of the normal limit, which is right to a few parts in ten thousand.
    expect(Math.abs(errorsFromMean(squares, 1 / size))).toBeLessThan(size > 10_000 ? 4.5 : 4)
  })

  test('counts a size below 0.5 as 0.5', () => {
    expect(relativeGamma(0.01)).toEqual(relativeGamma(0.5))
  })
})

describe('distributionProblem', () => {
  test.each([
    [rangeOf('normal', [2, 1, 3]), 'low 2 is above central 1'],
    [rangeOf('normal', [1, 4, 3]), 'central 4 is above high 3'],
    [rangeOf('normal', [Number.NaN, 1, 3]), 'low must be a number'],
    [rangeOf('normal', [1, 2, Number.POSITIVE_INFINITY]), 'high must be a number'],
    [rangeOf('uniform', [1, 2, 1e16]), 'high 10000000000000000 is too large; the most is 1000000000000000'],
    [rangeOf('log-normal', [1e-16, 2, 3]), 'low 1e-16 is too close to 0; write 0 or at least 1e-15'],
    [
      rangeOf('normal', [1, 2, 3], 1),
      'level 1 must lie between 0.01 and 0.9999; 1 only where low and high are the ends of a pert, triangular, uniform shape',
    ],
    [
      rangeOf('pert', [1, 2, 3], 0),
      'level 0 must lie between 0.01 and 0.9999; 1 only where low and high are the ends of a pert, triangular, uniform shape',
    ],
    [rangeOf('beta', [-0.1, 0.2, 0.3]), 'a beta lies between 0 and 1, not -0.1 to 0.3'],
    [rangeOf('beta', [0.1, 0.2, 1.3]), 'a beta lies between 0 and 1, not 0.1 to 1.3'],
    [
      rangeOf('beta', [0, 0, 0.3]),
      'a beta with a mean of 0 has no range; central must lie above 0 and below 1',
    ],
    [rangeOf('gamma', [-1, 2, 3]), 'a gamma is never negative; low is -1'],
    [rangeOf('gamma', [0, 0, 3]), 'a gamma with a mean of 0 has no range; central must be above 0'],
    [rangeOf('log-normal', [0, 2, 3]), 'a log-normal is above 0; low is 0'],
    [
      rangeOf('gamma', [0, 3, 3], 0.1),
      'a gamma with mean 3 at level 0.1 spreads over 0.647 at most, not 3; narrow the range or use log-normal instead',
    ],
    [
      rangeOf('beta', [0, 0.5, 1]),
      'a beta with mean 0.5 at level 0.8 spreads over 0.8 at most, not 1; narrow the range or use PERT or triangular instead',
    ],
  ])('says what is wrong: %o', (range, problem) => {
    expect(distributionProblem(range)).toBe(problem)
  })

  test.each([
    rangeOf('beta', [0, 0, 0]),
    rangeOf('beta', [0.1, 0.5, 0.9]),
    rangeOf('gamma', [0, 0, 0]),
    rangeOf('gamma', [0, 1, 2]),
    rangeOf('gamma', [0.1, 0.5, 3]),
    rangeOf('log-normal', [0, 0, 0]),
    rangeOf('normal', [-1e15, 0, 1e15], 0.9999),
    rangeOf('uniform', [1, 1, 2], 1),
  ])('says nothing of a range that can be drawn from: %o', (range) => {
    expect(distributionProblem(range)).toBeUndefined()
  })
})
