import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { fitFacts } from '../../src/estimate/fit-facts.ts'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import type { Assumption } from '../../src/input/reading/ranges.ts'
import type { Facts, Scenario } from '../../src/input/schema/scenario-schema.ts'
import { scenarioOfRun } from '../../src/model/assumptions.ts'
import { seedKey } from '../../src/run/addresses.ts'
import { drawAssumptions } from '../../src/run/draws.ts'
import { constantHazard, simpleScenario } from '../simple-scenario.ts'

const PERIOD = { from: '2020-04-01', to: '2021-03-31' }
const RUNS = 20_000
const STANDARD_ERRORS = 4

const COUNCIL = simpleScenario({
  exits: {
    reunification: constantHazard(0.2),
    specialGuardianship: constantHazard(0.1),
    adoption: constantHazard(0.1, { fittedWith: 'adoptive' } as object),
    other: constantHazard(0.05),
  },
  moves: {
    planned: { perYear: 0.6, destinations: { foster: { foster: 1 } } },
    adoptive: { perYear: 0.2, destinations: { foster: { foster: 1 } } },
  },
})

const withFacts = (facts: Partial<Facts>, overrides: Partial<Scenario> = {}): Scenario => ({
  ...COUNCIL,
  facts: [{ period: PERIOD, mode: 'reproduce', ...facts }],
  ...overrides,
})

const FACTS: Partial<Facts> = {
  entries: 90,
  exits: 100,
  exitsByReason: [
    { reasons: ['reunification', 'specialGuardianship'], children: 40 },
    { reasons: ['adoption'], children: 9 },
  ],
  exitsAt18: 30,
  exitsWithin12Months: 25,
  childrenWith3Placements: 16,
}

const rangeAt = (path: string): Assumption => ({
  path,
  range: { central: 1, low: 0.5, high: 2, level: 0.8, shape: 'log-normal' },
  least: 0,
  most: 1000,
})

/** The relative standard deviation of the values of each assumption, over many runs. */
function spreads(assumptions: Assumption[]): Record<string, number> {
  const { paths, values } = drawAssumptions(assumptions, seedKey('spreads'), RUNS)
  return Object.fromEntries(
    paths.map((path, index) => {
      const drawn = [...values.subarray(index * RUNS, (index + 1) * RUNS)]
      const sd = sampleStandardDeviation(drawn)
      expect(Math.abs(mean(drawn) - 1)).toBeLessThan((STANDARD_ERRORS * sd) / Math.sqrt(RUNS))
      return [path, sd]
    }),
  )
}

// The standard error of a standard deviation is at most twice that of normal values for a gamma of size 9 and more.
const isSd = (found: number, expected: number) =>
  Math.abs(found - expected) < STANDARD_ERRORS * 2 * (expected / Math.sqrt(2 * RUNS))

describe('uncertaintyOf', () => {
  test('has one assumption for each count, which is 1 on average and spreads as n events leave it: 1/√n', () => {
    const { assumptions, held } = uncertaintyOf(withFacts(FACTS), [])
    expect(held).toEqual([])
    expect(assumptions.map(({ path, events }) => [path, events])).toEqual([
      ['fit.exits.reunification+specialGuardianship', 40],
      ['fit.exits.adoption', 9],
      ['fit.exits.other', 21],
      ['fit.early', 25],
      ['fit.moves', 16],
      ['fit.aged17Share', 30],
    ])
    const found = spreads(assumptions)
    for (const { path, events } of assumptions)
      expect(isSd(found[path], 1 / Math.sqrt(events!)), path).toBe(true)
  })

  test('knows a rate better in mode shrink, where the spread between councils stands beside the count', () => {
    const { assumptions } = uncertaintyOf(withFacts({ ...FACTS, mode: 'shrink' }), [])
    const found = spreads(assumptions)
    for (const { path, events } of assumptions)
      expect(isSd(found[path], (1 / 0.3 ** 2 + events!) ** -0.5), path).toBe(true)
  })

  test('draws the rate of entries only where it comes from the count, wider where families come together', () => {
    const counted = withFacts({ entries: 100 }, { entries: { ...COUNCIL.entries, perYear: undefined } })
    const [alone] = uncertaintyOf(counted, []).assumptions
    expect(alone).toMatchObject({ path: 'fit.entries', events: 100 })
    const siblings = { groupSizes: { 1: 0.5, 3: 0.5 } }
    const { assumptions } = uncertaintyOf({ ...counted, entries: { ...counted.entries, siblings } }, [])
    // Half of the groups are of one and half of three: E[size²] / E[size] is 5 / 2.
    expect(isSd(spreads([alone])['fit.entries'], 0.1)).toBe(true)
    expect(isSd(spreads(assumptions)['fit.entries'], Math.sqrt(2.5 / 100))).toBe(true)
    expect(uncertaintyOf(withFacts({ entries: 100 }), []).assumptions).toEqual([])
  })

  test('has nothing for a count of 0 that is reproduced, and none without facts', () => {
    expect(uncertaintyOf(withFacts({ exitsWithin12Months: 0 }), []).assumptions).toEqual([])
    expect(uncertaintyOf(COUNCIL, [])).toEqual({ assumptions: [], held: [] })
  })

  test('lets reasons move together that several counts take together in part', () => {
    const block = (exitsByReason: Facts['exitsByReason']): Facts => ({
      period: PERIOD,
      mode: 'reproduce',
      exitsByReason,
    })
    const facts = [
      block([{ reasons: ['reunification', 'adoption'], children: 10 }]),
      block([{ reasons: ['adoption', 'other'], children: 5 }]),
      block([{ reasons: ['specialGuardianship'], children: 4 }]),
    ]
    const { assumptions } = uncertaintyOf({ ...COUNCIL, facts }, [])
    expect(assumptions.map(({ path, events }) => [path, events])).toEqual([
      ['fit.exits.reunification+adoption+other', 15],
      ['fit.exits.specialGuardianship', 4],
    ])
  })

  test('holds the ranges of levels that the fit sets, and leaves shapes and other numbers free', () => {
    const free = ['exits.reunification.byMonthsInCare.0', 'entries.perYear', 'upliftPerYear']
    const levels = [
      'exits.adoption.perYear',
      'exits.other.perYear.under 1',
      'moves.planned.perYear',
      'moves.adoptive.perYear',
      'openingStock.aged17Share',
    ]
    const ranges = [...levels, ...free].map(rangeAt)
    const { assumptions, held } = uncertaintyOf(withFacts(FACTS), ranges)
    expect(held.map(({ path }) => path)).toEqual(levels)
    expect(assumptions.slice(0, 3).map(({ path }) => path)).toEqual(free)
    const few = uncertaintyOf(
      withFacts({ exitsByReason: [{ reasons: ['reunification'], children: 5 }] }),
      ranges,
    )
    expect(few.held).toEqual([])
  })

  test('leaves the scenario of the fit where every multiplier is drawn as 1', () => {
    const scenario = withFacts(FACTS, { entries: { ...COUNCIL.entries, perYear: undefined } })
    const fit = fitFacts(scenario)
    const { assumptions } = uncertaintyOf(scenario, [])
    const assumed = { scenario, multipliers: fit.turned, assumptions }
    expect(scenarioOfRun(assumed)(assumptions.map(() => 1))).toEqual(fit.scenario)
  })
})
