// Scenarios small enough to have known answers; each test states only what matters to it.
import { AGE_BANDS, type AgeBand } from '../src/domain/age-band.ts'
import type { Hazard, Scenario } from '../src/input/schema/scenario-schema.ts'

/** A table with the same value for every age band. */
export function everyAge<Value>(value: Value): Record<AgeBand, Value> {
  return Object.fromEntries(AGE_BANDS.map((band) => [band, value])) as Record<AgeBand, Value>
}

/** Shares that put everybody into one age band. */
export function onlyAge(only: AgeBand): Record<AgeBand, number> {
  return Object.fromEntries(AGE_BANDS.map((band) => [band, band === only ? 1 : 0])) as Record<AgeBand, number>
}

/** One placement, nobody at the start, 100 entries a year of infants who never leave; overridden as the test needs. */
export function simpleScenario(overrides: Partial<Scenario> = {}): Scenario {
  return {
    name: 'Simple',
    council: 'none',
    document: 'none',
    question: 'none',
    start: '2021-03-31',
    end: '2023-03-31',
    priceBase: '2021/22',
    upliftPerYear: 0,
    placements: { foster: { label: 'Foster care', weeklyPrice: 700 } },
    openingStock: { children: 0, placements: {}, ages: onlyAge('under 1'), monthsInCare: { 0: 1 } },
    entries: { perYear: 100, ages: onlyAge('under 1'), placements: everyAge({ foster: 1 }) },
    exits: {},
    moves: {},
    unknown: [],
    ...overrides,
  }
}

/** A hazard that is the same for everyone, but for the given factors. */
export function constantHazard(perYear: number, factors: Partial<Hazard> = {}): Hazard {
  return { perYear, ...factors }
}
