// Overflow lists against the scenario's own words: both engines read them as they are, so that neither can find them wrong.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGE_BANDS } from '../../src/domain/age-band.ts'
import { compilePlaces } from '../../src/model/places.ts'
import { arbitraryScenario } from '../arbitrary-scenario.ts'

describe('compilePlaces', () => {
  test('lists for every age a placement and then, in their order, those of its overflow that take the age, and no other', () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        const { list, listLength } = compilePlaces(scenario)
        const placements = Object.entries(scenario.placements)
        AGE_BANDS.forEach((band, age) => {
          placements.forEach(([key, { overflow = [] }], placement) => {
            const start = (age * placements.length + placement) * listLength
            const steps = [...list.subarray(start, start + listLength)]
            const named = steps.slice(0, steps.indexOf(-1)).map((step) => placements[step][0])
            const open = overflow.filter((to) => scenario.placements[to].ages?.includes(band) ?? true)
            expect(named).toEqual([key, ...open])
          })
        })
      }),
    )
  })
})
