import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../../src/input/reading/ranges.ts'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Carers, Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { compileModel } from '../../../src/model/compile-model.ts'
import { compileProgramme } from '../../../src/model/packages/compile-programme.ts'
import {
  assumptionsWithoutLimits,
  hasLimits,
  withoutLimits,
} from '../../../src/model/packages/without-limits.ts'
import { UNLIMITED } from '../../../src/model/places.ts'
import { arbitraryScenario } from '../../arbitrary-scenario.ts'
import { howMany } from '../../how-many.ts'
import { withProgramme } from '../../run/arbitrary-programme.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const CARERS: Carers = {
  households: 5,
  placesPerHousehold: 2,
  usableShare: 1,
  approvalsPerYear: 1,
  approvalMonths: 6,
  deregistrationsPerHouseholdYear: 0.15,
}

const PLACEMENTS: Scenario['placements'] = {
  kinship: { label: 'Kinship', weeklyPrice: 350 },
  homes: { label: 'Homes', weeklyPrice: 5000, places: 4, overflow: ['kinship'] },
  foster: { label: 'Foster care', weeklyPrice: 700, carers: CARERS, overflow: ['kinship'] },
}

function limitedScenario(...effects: Intervention['effects']): Scenario {
  const offer: Intervention = { label: 'Offer', start: { date: '2021-04-01' }, effects }
  return simpleScenario({ placements: PLACEMENTS, interventions: { offer } })
}

const effectsLeft = (scenario: Scenario) => withoutLimits(scenario).interventions!.offer.effects

describe('a scenario without limits', () => {
  test('has placements with neither places nor carers nor overflow, and all else of them', () => {
    const { placements } = withoutLimits(limitedScenario({ raiseExits: { reason: 'other', perYear: 1 } }))
    expect(placements).toEqual({
      kinship: { label: 'Kinship', weeklyPrice: 350 },
      homes: { label: 'Homes', weeklyPrice: 5000 },
      foster: { label: 'Foster care', weeklyPrice: 700 },
    })
  })

  test('keeps effects in their place of the list, so that the others have the random numbers that they had', () => {
    const scenario = limitedScenario(
      { addPlaces: { placement: 'foster', householdsPerYear: 12, lagMonths: 6 } },
      { stabilise: { carerAttrition: 0.8, placements: ['foster'] } },
      { stabilise: { carerAttrition: 0.8, reentry: 0.5 } },
      { raiseExits: { reason: 'other', perYear: 10 } },
    )
    expect(effectsLeft(scenario)).toEqual([
      { addPlaces: { placement: 'foster', places: 0 } },
      { stabilise: { moves: 1, placements: ['foster'] } },
      { stabilise: { reentry: 0.5 } },
      { raiseExits: { reason: 'other', perYear: 10 } },
    ])
    const plan = { key: 'all', interventions: ['offer'], cap: 1 }
    const exitsOf = (one: Scenario) =>
      compileProgramme(one, axesOf(one), [plan]).interventions[0].effects.at(-1)
    expect(exitsOf(withoutLimits(scenario))).toEqual(exitsOf(scenario))
  })

  test('compiles with no limit, no carers and no effect on places, whatever the scenario was', () => {
    fc.assert(
      fc.property(arbitraryScenario.chain(withProgramme), (scenario) => {
        const left = withoutLimits(scenario)
        const model = compileModel(left)
        expect(model.places.limit.every((limit) => limit === UNLIMITED)).toBe(true)
        expect(model.carers).toEqual([])
        const interventions = Object.keys(left.interventions!)
        const programme = compileProgramme(left, model.axes, [{ key: 'all', interventions, cap: 1 }])
        const kinds = programme.interventions.flatMap(({ effects }) => effects.map(({ kind }) => kind))
        expect(kinds).not.toContain('places')
        expect(kinds).not.toContain('households')
      }),
      { numRuns: howMany(15, 40) },
    )
  })

  test('is the same scenario where there were none, and once they are gone', () => {
    const scenario = simpleScenario()
    expect(withoutLimits(scenario)).toBe(scenario)
    const once = withoutLimits(limitedScenario({ addPlaces: { placement: 'homes', places: 2 } }))
    expect(hasLimits(once)).toBe(false)
    expect(withoutLimits(once)).toBe(once)
  })
})

describe('the assumptions without limits', () => {
  const assumption = (path: string): Assumption => ({
    path,
    range: { central: 1, low: 0.5, high: 2, level: 0.8, shape: 'gamma' },
    least: 0,
    most: 10,
  })

  test('lack those of places, carers and effects on them, and no others', () => {
    const gone = [
      'placements.homes.places',
      'placements.foster.carers.households',
      'interventions.offer.effects.0.addPlaces.householdsPerYear',
      'interventions.offer.effects.0.addPlaces.householdsPerFinancialYear.2021/22',
      'interventions.foster-carer-offer.effects.1.stabilise.carerAttrition',
    ]
    const kept = [
      'placements.homes.weeklyPrice',
      'interventions.offer.effects.1.stabilise.reentry',
      'interventions.offer.rampMonths',
      'entries.perYear',
    ]
    const left = assumptionsWithoutLimits([...gone, ...kept].map(assumption))
    expect(left.map(({ path }) => path)).toEqual(kept)
  })
})
