// Packages from the scenario to the result, against answers that are known without the engine: what services prevent, alone
// and together, which gate holds a review up, and what pairing gains. Tolerances are in standard errors.
import { describe, expect, test } from 'vitest'
import { packagePlans } from '../../../src/input/packages.ts'
import { listAssumptions } from '../../../src/input/reading/ranges.ts'
import type { Effect, Intervention } from '../../../src/input/schema/intervention-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { compileProgramme } from '../../../src/model/packages/compile-programme.ts'
import { withoutLimits } from '../../../src/model/packages/without-limits.ts'
import { runKeys, seedKey } from '../../../src/run/addresses.ts'
import { valuesOfRun } from '../../../src/run/draws.ts'
import type { RunTable } from '../../../src/run/run-row.ts'
import { type PackageResult, packageResults } from '../../../src/summary/packages/package-results.ts'
import { summarisePaired } from '../../../src/summary/packages/paired.ts'
import { packageTables } from '../../../src/terminal/package-tables.ts'
import { readNamed } from '../../scenarios/scenario-file.ts'
import { constantHazard, onlyAge, simpleScenario } from '../../simple-scenario.ts'
import { measured } from '../run-many.ts'
import { STANDARD_ERRORS, standardErrorsFrom } from '../simple-programme.ts'
import { simulateHere } from './simulate-here.ts'

const START = { date: '2021-04-01' }
/** Numbers a year are of 365.25 days. */
const YEAR = 365 / 365.25

/** One package of interventions with an effect each. */
function withOffers(scenario: Scenario, ...effects: Effect[]): Scenario {
  const offers = effects.map((effect, index): [string, Intervention] => {
    return [`offer-${index}`, { label: `Offer ${index}`, start: START, effects: [effect] }]
  })
  return { ...scenario, interventions: Object.fromEntries(offers) }
}

/** [run] children who enter from the first to the last month given. */
function entriesIn({ rows, runs, layout }: RunTable, first: number, last: number): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const row = rows.subarray(run * layout.length, (run + 1) * layout.length)
    const months = Array.from({ length: last + 1 - first }, (_, month) => first + month)
    return months.reduce((sum, month) => sum + measured(row, layout, 'entries', month), 0)
  })
}

describe('services that prevent entries', () => {
  /** Two years of 180 entrants, who stay for some weeks. */
  const scenario = simpleScenario({
    entries: { ...simpleScenario().entries, perYear: 180 },
    exits: { other: constantHazard(8) },
  })
  /** [run] children who enter in the baseline and not in the package, in the first year and in the second. */
  const missing = (runs: number, ...effects: Effect[]) => {
    const all = simulateHere(withOffers(scenario, ...effects), runs)
    return [0, 12].map((first) => {
      const [before, own] = [all, all.packages[0].table].map((table) => entriesIn(table, first, first + 11))
      return before.map((entries, run) => entries - own[run])
    })
  }
  const preventing = (prevents: number, overlap: 'independent' | 'disjoint' = 'independent') => ({
    preventEntries: { prevents, overlap },
  })

  test('prevent 15 a year where they are to prevent 15, in every year', () => {
    for (const prevented of missing(400, preventing(15)))
      expect(standardErrorsFrom(15 * YEAR, prevented)).toBeLessThan(STANDARD_ERRORS)
  })

  test.each([
    ['50.3 where each finds its families by itself', 'independent', 50.333],
    ['55 where they are disjoint', 'disjoint', 55],
  ] as const)('of 27, 24 and 4 among 180 entrants prevent %s', (_, overlap, known) => {
    // Independent: 180 (1 - (1 - 27/180) (1 - 24/180) (1 - 4/180)) = 50.333.
    const effects = [27, 24, 4].map((prevents) => preventing(prevents, overlap))
    for (const prevented of missing(400, ...effects))
      expect(standardErrorsFrom(known * YEAR, prevented)).toBeLessThan(STANDARD_ERRORS)
  })
})

describe('the cap of 40 %, of 100 entrants a year', () => {
  const scenario = simpleScenario({
    end: '2022-03-31',
    entries: { ...simpleScenario().entries, perYear: 100 },
    exits: { other: constantHazard(8) },
  })
  const missing = (...numbers: number[]) => {
    const all = simulateHere(
      withOffers(scenario, ...numbers.map((prevents) => ({ preventEntries: { prevents } }))),
      400,
    )
    const [before, own] = [all, all.packages[0].table].map((table) => entriesIn(table, 0, 11))
    return before.map((entries, run) => entries - own[run])
  }

  test('lets two services of 30 prevent 40', () => {
    expect(standardErrorsFrom(40 * YEAR, missing(30, 30))).toBeLessThan(STANDARD_ERRORS)
  })

  test('takes nothing from one of 60 when one of next to nothing is added', () => {
    expect(standardErrorsFrom(60 * YEAR, missing(60, 0.001))).toBeLessThan(STANDARD_ERRORS)
    expect(missing(60, 0.001)).toEqual(missing(60))
    expect(missing(0.001, 60)).toEqual(missing(60))
  })
})

describe('a service of which it is not known whether it prevents entries or brings some', () => {
  const scenario = simpleScenario({
    end: '2022-03-31',
    entries: { ...simpleScenario().entries, perYear: 100, siblings: { groupSizes: { 1: 0.6, 3: 0.4 } } },
    exits: { other: constantHazard(8) },
  })
  const RUNS = 600
  const range = { central: 10, low: -5, high: 25, source: 'a trial' }

  test.each([
    ['prevents', { prevents: 10 }, { prevents: range }, 1],
    [
      'prevents families',
      { prevents: 5, unit: 'family' },
      { prevents: { ...range, central: 5, low: -10, high: 20 } },
      1.8,
    ],
    [
      'success',
      { serves: 60, targeting: 0.5, success: 0.2 },
      { success: { ...range, central: 0.2, low: -0.1, high: 0.5 } },
      30,
    ],
  ] as const)(
    'by %s has the mean of its values as its mean, and not of values cut off at 0',
    (_, central, ranges, each) => {
      const assumptions = listAssumptions({
        interventions: { 'offer-0': { effects: [{ preventEntries: ranges }] } },
      })
      expect(assumptions.map((one) => one.range.shape)).toEqual(['normal'])
      const offers = withOffers(scenario, { preventEntries: central })
      const all = simulateHere(offers, RUNS, 'either way', assumptions)
      const [before, own] = [all, all.packages[0].table].map((table) => entriesIn(table, 0, 11))
      const drawn = before.map(
        (_, run) => valuesOfRun(assumptions, runKeys(seedKey('either way'), run))[0] * each * YEAR,
      )
      const prevented = before.map((entries, run) => entries - own[run])
      expect(drawn.filter((value) => value < 0).length).toBeGreaterThan(0.1 * RUNS)
      const known = assumptions[0].range.central * each * YEAR
      expect(standardErrorsFrom(known, prevented)).toBeLessThan(STANDARD_ERRORS)
      for (const isHarm of [true, false]) {
        const off = prevented
          .map((value, run) => value - drawn[run])
          .filter((_, run) => drawn[run] < 0 === isHarm)
        expect(standardErrorsFrom(0, off)).toBeLessThan(STANDARD_ERRORS)
      }
    },
  )
})

describe('a review with two gates', () => {
  /** 200 children to whom nothing else happens in a year. */
  const quiet = simpleScenario({
    end: '2022-03-31',
    openingStock: {
      children: 200,
      placements: { foster: 200 },
      ages: onlyAge('1 to 4'),
      monthsInCare: { 0: 1 },
    },
    entries: { ...simpleScenario().entries, perYear: 0 },
  })
  const gates = [
    { name: 'assessment', probability: 1, months: 0, perPostMonth: 6 },
    { name: 'court', probability: 1, months: 0, perMonth: 15 },
  ]

  function reviewed(number: number, vacant: number): PackageResult {
    const effects = [{ reviewCohort: { children: 190, gates, leaveFor: 'specialGuardianship' as const } }]
    const review: Intervention = { label: 'Review', start: START, posts: { number, vacant }, effects }
    return resultOf({ ...quiet, interventions: { review } }, 20)
  }
  const decided = ({ reviews }: PackageResult, gate: number) => reviews[0].gates[gate].decided_per_month
  const text = (result: PackageResult) =>
    packageTables([result], [], 20, { columns: 80, unicode: true, colour: false })
      .flat()
      .join(' ')
      .replaceAll(/\s+/g, ' ')

  test('assesses half as many a month when one of two posts is vacant', () => {
    const [both, one] = [reviewed(2, 0), reviewed(2, 1)]
    // A child or so on the last day is one short of what the posts can take.
    expect(decided(both, 0)).toBeCloseTo(12, 0)
    expect(decided(one, 0) / decided(both, 0)).toBeCloseTo(1 / 2, 2)
    for (const result of [both, one]) expect(text(result)).toContain('Review: assessment holds it up')
  })

  test('gains from a third post until the court holds it up, which the terminal names', () => {
    const [two, three, four] = [2, 3, 4].map((number) => reviewed(number, 0))
    expect(decided(two, 1)).toBeCloseTo(12, 0)
    expect(decided(three, 1)).toBeCloseTo(15, 0)
    expect(decided(four, 1)).toBeCloseTo(decided(three, 1), 1)
    for (const result of [three, four]) expect(text(result)).toContain('Review: court holds it up')
  })
})

/** The result of a scenario's only package. */
function resultOf(scenario: Scenario, runs: number): PackageResult {
  const all = simulateHere(scenario, runs)
  const programme = compileProgramme(scenario, axesOf(scenario), packagePlans(scenario))
  return packageResults(summarisePaired(all, all.packages), all, programme)[0]
}

describe('pairing', () => {
  test('leaves a small package without limits a tenth at most of the variance of independent runs, by chance only', async () => {
    const { scenario } = await readNamed('smallshire')
    const unlimited = withoutLimits({ ...scenario, end: '2029-03-31', shocks: undefined })
    const { total } = resultOf(withOffers(unlimited, { preventEntries: { prevents: 3 } }), 200)
    // 0.02 measured.
    expect(total.mean).toBeLessThan(0)
    expect(total.variance_ratio).toBeLessThan(0.1)
  })
})
