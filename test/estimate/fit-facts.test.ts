import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fit, fitFacts, shrinkWeight } from '../../src/estimate/fit-facts.ts'
import { checkRules } from '../../src/input/rules/scenario-rules.ts'
import type { Facts, Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { howMany } from '../how-many.ts'
import { constantHazard, everyAge, onlyAge, simpleScenario } from '../simple-scenario.ts'

const PERIOD = { from: '2020-04-01', to: '2021-03-31' }

/** A council of 300 children with two reasons to leave and one kind of move; facts are added by the tests. */
function council(facts: Partial<Facts> = {}, overrides: Partial<Scenario> = {}): Scenario {
  return simpleScenario({
    placements: {
      foster: { label: 'Foster care', weeklyPrice: 500, places: 240, overflow: ['homes'] },
      homes: { label: 'Homes', weeklyPrice: 4000 },
    },
    openingStock: {
      children: 300,
      placements: { foster: 230, homes: 70 },
      ages: { ...everyAge(0.2) },
      monthsInCare: { 0: 0.3, 12: 0.3, 24: 0.4 },
    },
    entries: { perYear: 120, ages: everyAge(0.2), placements: everyAge({ foster: 0.8, homes: 0.2 }) },
    exits: {
      reunification: constantHazard(0.2, { byMonthsInCare: { 0: 2, 6: 1 } }),
      adoption: { perYear: { ...everyAge(0), 'under 1': 0.2, '1 to 4': 0.2 } },
      other: constantHazard(0.05),
    },
    moves: {
      any: {
        perYear: 0.6,
        destinations: { foster: { foster: 0.7, homes: 0.3 }, homes: { foster: 0.6, homes: 0.4 } },
      },
    },
    history: { children: { '2020-03-31': 280 } },
    facts: [{ period: PERIOD, mode: 'reproduce', ...facts }],
    ...overrides,
  })
}

const FACTS: Partial<Facts> = {
  entries: 130,
  exits: 110,
  exitsByReason: [
    { reasons: ['reunification'], children: 55 },
    { reasons: ['adoption'], children: 14 },
  ],
  exitsAt18: 30,
  exitsWithin12Months: 45,
  childrenWith3Placements: 28,
}

const multiplier = ({ multipliers }: Fit, name: string) => multipliers.find((one) => one.name === name)!.value

describe('fitFacts', () => {
  test('reproduces every fact on a replay of its period within 2 % plus three standard errors', () => {
    const { facts } = fitFacts(council(FACTS))
    expect(facts.map(({ path }) => path)).toEqual([
      'facts.0.entries',
      'facts.0.exits',
      'facts.0.exitsByReason.0',
      'facts.0.exitsByReason.1',
      'facts.0.exitsAt18',
      'facts.0.exitsWithin12Months',
      'facts.0.childrenWith3Placements',
    ])
    for (const { fitted, observed, standard_error, residual, feasible } of facts) {
      expect(Math.abs(fitted - observed)).toBeLessThan(0.02 * observed + 3 * standard_error)
      expect(residual).toBe(fitted - observed)
      expect(feasible).toBe(true)
    }
  })

  test('reproduces them without limits of places too', () => {
    const free = council(FACTS)
    const { facts } = fitFacts({
      ...free,
      placements: { ...free.placements, foster: { label: 'F', weeklyPrice: 1 } },
    })
    expect(facts.every(({ feasible }) => feasible)).toBe(true)
  })

  test('reproduces them with sibling groups too, and keeps those', () => {
    const alone = council(FACTS)
    const siblings = { groupSizes: { 1: 0.5, 2: 0.3, 5: 0.2 } }
    const { facts, scenario } = fitFacts({ ...alone, entries: { ...alone.entries, siblings } })
    expect(facts.every(({ feasible }) => feasible)).toBe(true)
    expect(scenario.entries.siblings).toEqual(siblings)
  })

  test('finds the hazards that made the counts', () => {
    // Expected exits of the council itself under its own hazards; a fit to them must change next to nothing.
    const own = fitFacts(council({ entries: 120, childrenAtEnd: 1 }))
    const truth = own.facts.find(({ path }) => path === 'facts.0.childrenAtEnd')!.fitted
    const exits = Math.round(280 + 120 - truth)
    const fit = fitFacts(council({ entries: 120, exits }))
    for (const reason of ['reunification', 'adoption', 'other'])
      expect(multiplier(fit, `exits.${reason}`)).toBeCloseTo(1, 1)
  })

  test('gives reasons that were counted together one multiplier, and the unnamed reasons what is left', () => {
    const fit = fitFacts(
      council({ ...FACTS, exitsByReason: [{ reasons: ['reunification', 'adoption'], children: 60 }] }),
    )
    expect(multiplier(fit, 'exits.reunification')).toBe(multiplier(fit, 'exits.adoption'))
    expect(multiplier(fit, 'exits.other')).not.toBe(multiplier(fit, 'exits.adoption'))
    expect(fit.facts.every(({ feasible }) => feasible)).toBe(true)
  })

  test('names a fact that cannot be reached, with what was reached', () => {
    const { facts } = fitFacts(council({ exitsAt18: 150 }))
    const [at18] = facts
    expect(at18).toMatchObject({ path: 'facts.0.exitsAt18', observed: 150, feasible: false })
    expect(at18.fitted).toBeGreaterThan(20)
    expect(at18.fitted).toBeLessThan(100)
  })

  test('scales the move that leads to an exit together with it', () => {
    const base = council({ exitsByReason: [{ reasons: ['adoption'], children: 25 }] })
    const fit = fitFacts({
      ...base,
      exits: { ...base.exits, adoption: { ...base.exits.adoption!, fittedWith: 'any' } },
    })
    expect(fit.scenario.moves.any.perYear).toBeCloseTo(0.6 * multiplier(fit, 'exits.adoption'), 12)
  })

  test('moves only part of the way in mode shrink, the less the smaller the count', () => {
    const [full, part] = (['reproduce', 'shrink'] as const).map((mode) =>
      fitFacts(council({ ...FACTS, mode })),
    )
    for (const name of ['exits.reunification', 'exits.adoption', 'moves']) {
      const ratio = Math.log(multiplier(part, name)) / Math.log(multiplier(full, name))
      expect(ratio).toBeGreaterThan(0)
      expect(ratio).toBeLessThan(1)
    }
    expect(part.facts.every(({ feasible }) => feasible === null)).toBe(true)
    expect(shrinkWeight(5)).toBeLessThan(shrinkWeight(50))
  })

  test('is the same every time', () => {
    expect(fitFacts(council(FACTS))).toEqual(fitFacts(council(FACTS)))
  })

  test('leaves a scenario without facts as it is', () => {
    const bare = council({}, { facts: undefined })
    expect(fitFacts(bare)).toEqual({ scenario: bare, facts: [], multipliers: [], reconciliation: [] })
  })

  test('never crashes, whichever facts are missing: every fit compiles to a model', () => {
    const fields = Object.keys(FACTS) as (keyof Facts)[]
    fc.assert(
      fc.property(fc.subarray(fields), fc.boolean(), (kept, hasHistory) => {
        const some = Object.fromEntries(kept.map((field) => [field, FACTS[field]]))
        const scenario = council(some, hasHistory ? {} : { history: undefined })
        expect(checkRules(scenario)).toEqual([])
        const fit = fitFacts(scenario)
        const { bounding } = compileModel(fit.scenario).cells
        expect(bounding.every((hazard) => hazard > 0 && hazard < 10)).toBe(true)
      }),
      { numRuns: howMany(4, 12) },
    )
  })
})

test('a count of facts may be zero', () => {
  const { facts } = fitFacts(council({ exitsByReason: [{ reasons: ['adoption'], children: 0 }] }))
  expect(facts[0].fitted).toBeLessThan(0.5)
})

test('ages in the replay follow the share of 17 year olds', () => {
  const fit = fitFacts(
    council({ exitsAt18: 40 }, { openingStock: { ...council().openingStock, ages: onlyAge('16 to 17') } }),
  )
  expect(fit.scenario.openingStock.aged17Share).toBeLessThan(0.5)
})

describe('fitFacts with re-entry', () => {
  const reentry = { reunification: { 3: 0.12, 12: 0.2, 72: 0.35 }, other: { 12: 0.3 } }
  const { facts, scenario, multipliers } = fitFacts(council(FACTS, { afterCare: { reentry } }))

  test('reproduces every fact, with starts and ceases counted once a child and year as published', () => {
    expect(facts.map(({ feasible }) => feasible)).not.toContain(false)
    expect(facts.find(({ path }) => path === 'facts.0.entries')!.feasible).toBe(true)
    // Some start twice in a year, so that there are more entries than published starts.
    const entries = multipliers.find(({ name }) => name === 'entries')!.value
    expect(entries).toBeGreaterThan(1.005)
    expect(entries).toBeLessThan(1.2)
  })

  test('estimates who left in a year before: about as many as were counted', () => {
    const { reunification } = scenario.afterCare!.earlierLeavers!
    const leavers = Object.values(reunification!).reduce((sum, children) => sum + children)
    expect(leavers).toBeGreaterThan(55 * 0.98)
    expect(leavers).toBeLessThan(55 * 1.2)
  })

  test('takes the first simulated year where nothing was counted, and leaves stated leavers as they are', () => {
    const earlierLeavers = { reunification: everyAge(1) }
    const unfitted = (afterCare: Scenario['afterCare']) =>
      fitFacts({ ...council(), facts: undefined, afterCare }).scenario.afterCare!.earlierLeavers!
    expect(unfitted({ reentry, earlierLeavers })).toEqual(earlierLeavers)
    expect(unfitted({ reentry }).adoption!['16 to 17']).toBe(0)
    expect(unfitted({ reentry }).reunification!['5 to 9']).toBeGreaterThan(5)
  })
})
