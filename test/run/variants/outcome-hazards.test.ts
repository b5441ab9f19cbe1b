// The largest hazards that visits are held against: none of an eligible child is above, and one reaches it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAYS_TO_18 } from '../../../src/domain/age-band.ts'
import { cellAt } from '../../../src/model/cells.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { hazardOf, setLargestHazards } from '../../../src/run/variants/outcome-hazards.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { everyone } from '../simple-programme.ts'

const ages = fc.integer({ min: 1, max: DAYS_TO_18 })

describe('setLargestHazards', () => {
  test('is below no hazard of a child by its age and time in care, nor by its age alone where that time is not known', () => {
    const anyChild = fc.record({ daysTo18: ages, inCare: ages, stay: ages })
    const outcomes = Int32Array.of(0, 2, 5)
    fc.assert(
      fc.property(arbitraryScenario, anyChild, fc.boolean(), (scenario, child, isTimeKnown) => {
        const model = compileModel(scenario)
        const { cells, axes } = model
        const largest = new Float64Array(cells.placementStride)
        const all = setLargestHazards(model, everyone(model), outcomes, isTimeKnown, largest)
        expect(all).toBe(Math.max(...largest))
        const band = cellAt(cells, 0, child.daysTo18, child.inCare, 0)
        axes.placements.forEach((_, placement) => {
          const cell = cellAt(cells, placement, child.daysTo18, child.inCare, child.stay)
          expect(hazardOf(model, outcomes, cell)).toBeLessThanOrEqual(largest[band])
        })
        const hazards = Array.from({ length: cells.bounding.length }, (_, cell) =>
          hazardOf(model, outcomes, cell),
        )
        expect(all).toBe(Math.max(...hazards))
      }),
      { numRuns: 40 },
    )
  })
})
