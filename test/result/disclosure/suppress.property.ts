// Disclosure control as an attack: from what is shown and the total, no small count can be worked out, and not more is hidden.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suppressed } from '../../../src/result/disclosure/suppress.ts'

const BELOW = 6

/** Counts with many small ones, and a rest that is shown nowhere; the total is no small count. */
const arbitraryTable = fc
  .record({
    counts: fc.array(fc.oneof(fc.nat(8), fc.nat(40)), { minLength: 1, maxLength: 6 }),
    rest: fc.oneof(fc.constant(0), fc.nat(12)),
  })
  .filter(({ counts, rest }) => sum(counts) + rest >= BELOW)

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** All numbers that a hidden part may have, for one who knows the total, what is shown, and that counts are not below 0. */
function possible(part: number, counts: number[], isHidden: boolean[], rest: number): number[] {
  const open = sum(counts) + rest - sum(counts.filter((_, at) => !isHidden[at]))
  const others = isHidden.filter((hidden, at) => hidden && at !== part).length + (rest > 0 ? 1 : 0)
  return Array.from({ length: open + 1 }, (_, number) => number).filter(
    (number) => others > 0 || number === open,
  )
}

describe('what is suppressed', () => {
  test('has every count below the limit, each of which may be any number below it', () => {
    fc.assert(
      fc.property(arbitraryTable, ({ counts, rest }) => {
        const isHidden = suppressed(counts, BELOW, rest)
        for (const [part, count] of counts.entries()) {
          if (count < BELOW) expect(isHidden[part]).toBe(true)
          // A lone part is its total, which is shown.
          if (count >= BELOW || (counts.length === 1 && rest === 0)) continue
          const open = possible(part, counts, isHidden, rest)
          expect(open).toEqual(expect.arrayContaining(Array.from({ length: BELOW }, (_, number) => number)))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('leaves a small rest open too', () => {
    fc.assert(
      fc.property(
        arbitraryTable.filter(({ rest }) => rest > 0 && rest < BELOW),
        ({ counts, rest }) => {
          const isHidden = suppressed(counts, BELOW, rest)
          const open = sum(counts.filter((_, part) => isHidden[part])) + rest
          expect(isHidden).toContain(true)
          expect(open).toBeGreaterThanOrEqual(BELOW)
        },
      ),
    )
  })

  test('has no more than that: with the last of the others shown, a small count could be told', () => {
    fc.assert(
      fc.property(arbitraryTable, ({ counts, rest }) => {
        const isHidden = suppressed(counts, BELOW, rest)
        const others = [...counts.keys()].filter((part) => isHidden[part] && counts[part] >= BELOW)
        if (others.length === 0) return
        // They are the smallest of those that are not small.
        const shown = counts.filter((_, part) => !isHidden[part])
        expect(Math.max(...others.map((part) => counts[part]))).toBeLessThanOrEqual(Math.min(...shown, 100))
        const last = others.reduce((largest, part) => (counts[part] > counts[largest] ? part : largest))
        const hidden = counts.filter((_, part) => isHidden[part] && part !== last)
        const isOpen = hidden.length + (rest > 0 ? 1 : 0) >= 2 && sum(hidden) + rest >= BELOW
        expect(isOpen).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is nothing where no count is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: BELOW, max: 99 })), (counts) => {
        expect(suppressed(counts, BELOW)).not.toContain(true)
      }),
    )
  })
})

describe('the example of a placement of 3', () => {
  test('takes the next smallest with it', () => {
    expect(suppressed([25, 3, 32, 14, 26], BELOW)).toEqual([false, true, false, true, false])
  })

  test('takes no other where two are small and come to the limit', () => {
    expect(suppressed([25, 3, 32, 4], BELOW)).toEqual([false, true, false, true])
    expect(suppressed([25, 3, 32, 2], BELOW)).toEqual([true, true, false, true])
  })
})
