import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  describeColumn,
  describeWholeNumbers,
  emptyStatistics,
} from '../../../src/summary/numbers/describe-numbers.ts'
import { sortWholeNumbers } from '../../../src/summary/numbers/sort-whole-numbers.ts'
import { STATISTICS } from '../../../src/summary/numbers/statistics.ts'
import { columnCounts } from '../../../src/summary/numbers/tally.ts'

/** By the definitions, from the sorted numbers one by one. */
function statisticsByDefinition(sorted: number[]): Record<string, number> {
  const runs = sorted.length
  const mean = sorted[0] + sorted.reduce((sum, value) => sum + (value - sorted[0]), 0) / runs
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1))
  const quantile = (share: number) => {
    const place = (runs - 1) * share
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
    return below + (place - Math.floor(place)) * (above - below)
  }
  const quantiles = STATISTICS.filter((name) => name.startsWith('q')).map((name) => [
    name,
    quantile(Number(name.slice(1)) / 100),
  ])
  return { mean, sd, ...Object.fromEntries(quantiles), mc_error: sd / Math.sqrt(runs) }
}

function describedValues(values: number[]): Record<string, number> {
  const statistics = emptyStatistics(1)
  describeWholeNumbers(Float64Array.from(values), 1, statistics, 0)
  return Object.fromEntries(STATISTICS.map((name) => [name, statistics[name][0]]))
}

const near = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 300 })
const far = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 300 })
const counted = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 300 })

describe('describeWholeNumbers', () => {
  it('gives the statistics of the sorted numbers to the last bit, near each other or far apart', () => {
    fc.assert(
      fc.property(fc.oneof(near, far), (values) => {
        const sorted = [...sortWholeNumbers(Float64Array.from(values))]
        expect(describedValues(values)).toEqual(statisticsByDefinition(sorted))
      }),
    )
  })
})

describe('describeColumn', () => {
  it('gives what describeWholeNumbers gives of so many times the numbers, one column after the other', () => {
    const counts = columnCounts(10_000)
    fc.assert(
      fc.property(counted, fc.integer({ min: 0, max: 900_000 }), (values, times) => {
        const statistics = emptyStatistics(1)
        expect(describeColumn({ numbers: Int32Array.from(values), times }, counts, 1, statistics, 0)).toBe(
          true,
        )
        expect(Object.fromEntries(STATISTICS.map((name) => [name, statistics[name][0]]))).toEqual(
          describedValues(values.map((value) => value * times)),
        )
      }),
    )
  })

  it('leaves columns with numbers below 0 or too large alone, and the counts ready for the next', () => {
    const counts = columnCounts(10_000)
    for (const stranger of [-1, counts.length, 2 ** 31 - 1]) {
      const statistics = emptyStatistics(1)
      expect(
        describeColumn({ numbers: Int32Array.of(3, stranger, 4), times: 1 }, counts, 1, statistics, 0),
      ).toBe(false)
      expect(statistics).toEqual(emptyStatistics(1))
      expect(counts.every((count) => count === 0)).toBe(true)
    }
  })
})
