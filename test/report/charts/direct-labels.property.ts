import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveApart } from '../../../src/report/charts/direct-labels.ts'

const ascending = fc
  .array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 1, maxLength: 8 })
  .map((positions) => positions.toSorted((one, other) => one - other))

test('moveApart leaves at least the gap between labels, in their order, and their middle where it was', () => {
  fc.assert(
    fc.property(ascending, fc.double({ min: 0.1, max: 40, noNaN: true }), (positions, gap) => {
      const moved = moveApart(positions, gap)
      expect(moved).toHaveLength(positions.length)
      for (let index = 1; index < moved.length; index++)
        expect(moved[index] - moved[index - 1]).toBeGreaterThan(gap - 1e-9 * 1000)
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
      expect(mean(moved)).toBeCloseTo(mean(positions), 6)
    }),
  )
})

test('moveApart moves no label that has room', () => {
  expect(moveApart([0, 20, 41], 20)).toEqual([0, 20, 41])
  expect(moveApart([0, 10, 100], 20)).toEqual([-5, 15, 100])
})
