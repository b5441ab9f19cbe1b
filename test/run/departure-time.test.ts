// When households leave at a rate that differs by the day: the hazard that has passed by then is the lifetime.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attritionOf, departureDay, departureTime } from '../../src/run/departure-time.ts'

const DAYS = 400
const PER_DAY = 0.01
const factor = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 5, noNaN: true }))
const multipliers = fc
  .array(factor, { minLength: DAYS + 1, maxLength: DAYS + 1 })
  .map((values) => Float64Array.from(values))
const approvals = fc.double({ min: 0, max: DAYS - 1, noNaN: true })
const lifetimes = fc.double({ min: 1e-6, max: 10, noNaN: true })

/** The hazard that has passed between two times. */
function passed(multiplier: Float64Array, from: number, to: number): number {
  let hazard = 0
  for (let day = 1; day <= DAYS; day++)
    hazard += PER_DAY * multiplier[day] * Math.max(0, Math.min(day, to) - Math.max(day - 1, from))
  return hazard
}

describe('departureTime', () => {
  test('is the time at which the hazard that has passed is the lifetime, and infinite where it never is', () => {
    fc.assert(
      fc.property(multipliers, approvals, lifetimes, (multiplier, approved, lifetime) => {
        const left = departureTime(PER_DAY, approved, lifetime, multiplier)
        if (left === Number.POSITIVE_INFINITY)
          expect(passed(multiplier, approved, DAYS)).toBeLessThanOrEqual(lifetime + 1e-9)
        else expect(passed(multiplier, approved, left)).toBeCloseTo(lifetime, 9)
      }),
      { numRuns: 200 },
    )
  })

  test('keeps the bits of an unchanged rate where nothing changes, or only later', () => {
    fc.assert(
      fc.property(approvals, lifetimes, fc.integer({ min: 1, max: DAYS }), (approved, lifetime, change) => {
        const unchanged = approved + lifetime / PER_DAY
        const ones = new Float64Array(DAYS + 1).fill(1)
        expect(departureTime(PER_DAY, approved, lifetime, undefined)).toBe(unchanged)
        expect(departureTime(PER_DAY, approved, lifetime, ones)).toBe(unchanged)
        const later = ones.map((one, day) => (day >= change ? 3 : one))
        if (unchanged <= change - 1) expect(departureTime(PER_DAY, approved, lifetime, later)).toBe(unchanged)
      }),
    )
  })

  test('is 25 days after a change that doubles the rate where 50 days of the old rate were left', () => {
    const doubled = new Float64Array(DAYS + 1).map((_, day) => (day >= 101 ? 2 : 1))
    expect(departureTime(PER_DAY, 0, 1.5, doubled)).toBeCloseTo(125, 9)
    expect(departureTime(PER_DAY, 100.5, 0.5, doubled)).toBeCloseTo(125.5, 9)
  })

  test('is never where nobody leaves: neither without a rate nor from a multiplier of 0 on', () => {
    const stopped = new Float64Array(DAYS + 1).map((_, day) => (day >= 10 ? 0 : 1))
    expect(departureTime(PER_DAY, 0, 0.2, stopped)).toBe(Number.POSITIVE_INFINITY)
    expect(departureTime(0, 0, 0.2, stopped)).toBe(Number.POSITIVE_INFINITY)
    expect(departureTime(0, 0, 0.2, undefined)).toBe(Number.POSITIVE_INFINITY)
  })

  test('is before the horizon under a higher rate where it is behind it under the old one', () => {
    const fivefold = new Float64Array(DAYS + 1).map((_, day) => (day >= 201 ? 5 : 1))
    expect(departureTime(PER_DAY, 0, 6, fivefold)).toBeCloseTo(280, 9)
  })
})

describe('departureDay', () => {
  /** Lifetimes that end on a day or on the edge of one. */
  const someLifetimes = fc.oneof(
    lifetimes,
    fc.integer({ min: 0, max: 800 }).map((halfDays) => (halfDays * PER_DAY) / 2),
  )
  const someApprovals = fc.oneof(approvals, fc.integer({ min: 0, max: DAYS }))

  test('is the whole days of departureTime, on the edges of days too', () => {
    fc.assert(
      fc.property(multipliers, someApprovals, someLifetimes, (multiplier, approved, lifetime) => {
        const left = departureTime(PER_DAY, approved, lifetime, multiplier)
        expect(departureDay(attritionOf(PER_DAY, multiplier), approved, lifetime)).toBe(Math.floor(left))
      }),
    )
  })

  test('is the same where the rate changes by steps, or not at all', () => {
    const factors = fc.constantFrom(0, 0.5, 1, 2)
    fc.assert(
      fc.property(factors, factors, someApprovals, someLifetimes, (before, after, approved, lifetime) => {
        const multiplier = new Float64Array(DAYS + 1).fill(before).fill(after, 150)
        const left = departureTime(PER_DAY, approved, lifetime, multiplier)
        expect(departureDay(attritionOf(PER_DAY, multiplier), approved, lifetime)).toBe(Math.floor(left))
      }),
    )
  })
})
