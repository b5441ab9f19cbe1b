import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { Fate, fateOf, reasonOf, smaller } from '../../src/run/fate.ts'

const day = fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 })

test('smaller is the smaller of any two whole numbers that differ by less than 2^31', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(smaller(one, other)).toBe(Math.min(one, other))
    }),
  )
})

test.each([
  ['below the hazards of the exits leaves', 0.1, false, Fate.leaves],
  ['at the hazards of the exits, below those of all outcomes, moves', 0.25, false, Fate.moves],
  ['at the hazards of all outcomes stays', 0.75, false, Fate.stays],
  ['that would leave on its 18th birthday turns 18', 0.1, true, Fate.turns18],
  ['that would move on its 18th birthday turns 18', 0.25, true, Fate.turns18],
  ['that would stay on its 18th birthday turns 18', 0.75, true, Fate.turns18],
])('a child with a mark %s', (_, mark, turns18, fate) => {
  expect(fateOf(mark, 0.25, 0.75, turns18)).toBe(fate)
})

test('reasonOf finds the first cumulative hazard above the value, and the last reason where none is', () => {
  const steps = fc.array(fc.constantFrom(0, 0.25, 1), {
    minLength: EXIT_REASONS.length,
    maxLength: EXIT_REASONS.length,
  })
  fc.assert(
    fc.property(steps, fc.constantFrom(0, 0.25, 0.5, 1, 3, 7), fc.nat(4), (hazards, value, first) => {
      let sum = 0
      const cumulative = hazards.map((hazard) => {
        sum += hazard
        return sum
      })
      const found = cumulative.findIndex((hazard) => value < hazard)
      const row = Float64Array.from([...new Array(first).fill(0), ...cumulative])
      expect(reasonOf(row, first, value)).toBe(found < 0 ? EXIT_REASONS.length - 1 : found)
    }),
  )
})
