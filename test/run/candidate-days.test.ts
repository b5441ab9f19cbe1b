import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smaller } from '../../src/run/candidate-days.ts'

const day = fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 })

test('smaller is the smaller of any two whole numbers that differ by less than 2^31', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(smaller(one, other)).toBe(Math.min(one, other))
    }),
  )
})
