import { describe, expect, test } from 'vitest'
import type { Assumption } from '../../src/input/reading/ranges.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { FITTED, partsOf, scenarioOfRun } from '../../src/model/assumptions.ts'
import { neutralMultipliers } from '../../src/model/multipliers.ts'
import { constantHazard, simpleScenario } from '../simple-scenario.ts'

const range = { central: 1, low: 0.5, high: 2, level: 0.8, shape: 'log-normal' as const }
const at = (...paths: string[]): Assumption[] => paths.map((path) => ({ path, range, least: 0, most: 1e9 }))

const TWO = simpleScenario({
  placements: {
    a: { label: 'A', weeklyPrice: 500, places: 20, overflow: ['b'] },
    b: { label: 'B', weeklyPrice: 900 },
  },
  entries: {
    ...simpleScenario().entries,
    ages: { 'under 1': 0.5, '1 to 4': 0.5, '5 to 9': 0, '10 to 15': 0, '16 to 17': 0 },
    monthProfile: { factors: [0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2] },
  },
  exits: {
    reunification: constantHazard(0.2, { byMonthsInCare: { 0: 2, 6: 1 } }),
    adoption: constantHazard(0.1),
    other: constantHazard(0.05),
  },
  moves: {
    any: { perYear: 0.6, destinations: { a: { a: 0.7, b: 0.3 }, b: { a: 0.6, b: 0.4 } } },
  },
})

describe('scenarioOfRun', () => {
  test('puts values in their places and leaves the rest', () => {
    const assumptions = at('placements.a.places', 'upliftPerYear', 'exits.adoption.perYear')
    const scenario = scenarioOfRun({ scenario: TWO, assumptions })([12, 0.04, 0.3])
    expect(scenario).toEqual({
      ...TWO,
      placements: { ...TWO.placements, a: { ...TWO.placements.a, places: 12 } },
      upliftPerYear: 0.04,
      exits: { ...TWO.exits, adoption: { perYear: 0.3 } },
    })
    expect(scenario.moves).toBe(TWO.moves)
    expect(TWO.upliftPerYear).toBe(0)
  })

  test('lets the numbers without a range take the rest of a table that adds up', () => {
    const paths = ['entries.ages.under 1', 'moves.any.destinations.a.b']
    const drawn = scenarioOfRun({ scenario: TWO, assumptions: at(...paths) })([0.7, 0.4])
    expect(drawn.entries.ages['under 1']).toBe(0.7)
    expect(drawn.entries.ages['1 to 4']).toBeCloseTo(0.3, 12)
    expect(drawn.moves!.any!.destinations.a.b).toBe(0.4)
    expect(drawn.moves!.any!.destinations.a.a).toBeCloseTo(0.6, 12)
  })

  test('scales all of a table where its ranges leave nothing for the rest, and months to their mean', () => {
    const assumptions = at(
      'entries.ages.under 1',
      'moves.any.destinations.b.a',
      'entries.monthProfile.factors.11',
    )
    const { entries, moves } = scenarioOfRun({ scenario: TWO, assumptions })([1.5, 0.1, 14])
    expect(entries.ages).toEqual({
      'under 1': 0.75,
      '1 to 4': 0.25,
      '5 to 9': 0,
      '10 to 15': 0,
      '16 to 17': 0,
    })
    expect(moves.any.destinations.b.a).toBe(0.1)
    expect(moves.any.destinations.b.b).toBeCloseTo(0.9, 12)
    expect(moves.any.destinations.a).toEqual({ a: 0.7, b: 0.3 })
    expect(entries.monthProfile?.factors).toEqual([
      0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 7,
    ])
  })

  test('gives the scenario itself, to the last bit, for the central values', () => {
    const shares = { 'under 1': 0.1, '1 to 4': 0.2, '5 to 9': 0.3, '10 to 15': 0.2, '16 to 17': 0.2004 }
    const scenario: Scenario = { ...TWO, openingStock: { ...TWO.openingStock, ages: shares } }
    const assumptions = at('openingStock.ages.1 to 4', 'placements.b.weeklyPrice')
    expect(scenarioOfRun({ scenario, assumptions })([0.2, 900])).toEqual(scenario)
  })

  test('multiplies what was fitted: the reasons of one count together, early exits, moves and entries', () => {
    const multipliers = { ...neutralMultipliers(TWO), early: 2, moves: 3, aged17Share: 0.6 }
    const reasons = FITTED.exits(['reunification', 'other'])
    const counted: Scenario = {
      ...TWO,
      entries: { ...TWO.entries, perYear: undefined },
      facts: [{ period: { from: '2020-04-01', to: '2021-03-31' }, mode: 'reproduce', entries: 73 }],
    }
    const assumptions = at(reasons, FITTED.early, FITTED.moves, FITTED.aged17Share, FITTED.entries)
    const { exits, moves, openingStock, entries } = scenarioOfRun({
      scenario: counted,
      multipliers,
      assumptions,
    })([1.5, 0.5, 2, 1.2, 2])
    expect(exits.reunification?.perYear).toBeCloseTo(0.3, 12)
    expect(exits.other?.perYear).toBeCloseTo(0.075, 12)
    expect(exits.adoption?.perYear).toBe(0.1)
    expect(exits.reunification?.byMonthsInCare).toEqual({ 0: 2, 6: 1 })
    expect(moves.any.perYear).toBeCloseTo(3.6, 12)
    expect(openingStock.aged17Share).toBeCloseTo(0.72, 12)
    expect(entries.perYear).toBeCloseTo((2 * 73 * 365.25) / 365, 9)
  })

  test('holds the share of 17 year olds from 0.02 to 0.98', () => {
    const multipliers = { ...neutralMultipliers(TWO), aged17Share: 0.7 }
    const scenarioOf = scenarioOfRun({ scenario: TWO, multipliers, assumptions: at(FITTED.aged17Share) })
    expect([0.001, 3].map((value) => scenarioOf([value]).openingStock.aged17Share)).toEqual([0.02, 0.98])
  })
})

describe('partsOf', () => {
  test('knows the parts of paths, and says of a path that belongs to none', () => {
    expect(partsOf('moves.any.destinations.a.b')).toEqual(['cells'])
    expect(partsOf('entries.placements.under 1.a')).toEqual([
      'entryPairs',
      'openingChildren',
      'reentry',
      'programme',
    ])
    expect(partsOf('afterCare.reentry.adoption.60')).toEqual(['reentry', 'entryRate'])
    expect(partsOf('afterCare.services.stayingPut.weekly')).toEqual(['payments'])
    expect(partsOf('entries.siblings.groupSizes.2')).toEqual(['entryRate'])
    expect(partsOf(FITTED.exits(['adoption']))).toEqual(['cells'])
    expect(() => partsOf('openingStock.children')).toThrow('no part of the model is made from')
  })
})
