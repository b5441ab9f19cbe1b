import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXIT_REASONS } from '../../src/domain/exit-reason.ts'
import { destinationOf, reasonOf } from '../../src/run/outcome.ts'

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

test('destinationOf finds the first placement whose cumulative hazard is above the value, behind those of the reasons', () => {
  const placements = 5
  const steps = fc.array(fc.constantFrom(0, 0.25, 1), { minLength: placements, maxLength: placements })
  fc.assert(
    fc.property(steps, fc.constantFrom(0, 0.25, 0.5, 1, 3, 7), fc.nat(4), (hazards, value, first) => {
      let sum = 0
      const cumulative = hazards.map((hazard) => {
        sum += hazard
        return sum
      })
      const found = cumulative.findIndex((hazard) => value < hazard)
      const row = Float64Array.from([...new Array(first + EXIT_REASONS.length).fill(0), ...cumulative])
      expect(destinationOf(row, first, value, placements)).toBe(found < 0 ? placements - 1 : found)
    }),
  )
})
