import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/input/schema/claim-schema.ts'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import type { AllRuns } from '../../../src/run/run-row.ts'
import { assertableNames, nameProblem } from '../../../src/summary/targets/asserted-names.ts'
import { parseAssertion, testAssertions } from '../../../src/summary/targets/assertion.ts'
import { claimsOfVariants } from '../../../src/summary/targets/targets.ts'
import { variantsOf } from '../../../src/summary/variants.ts'
import { fewerInFosterCare, interventionLine } from '../package-table.ts'
import { emptyTable, smallTable } from '../small-table.ts'

/** Run r saves r x 30 days at £101 in the second year; the review costs £4,000 then and nothing before. */
const RUNS: AllRuns = {
  ...smallTable(),
  packages: [fewerInFosterCare([interventionLine('review', { pounds: [0, 4_000] })])],
}

/** The same runs so many times over. */
function repeatedRuns(all: AllRuns, times: number): AllRuns {
  const rows = new Int32Array(all.rows.length * times)
  for (let time = 0; time < times; time++) rows.set(all.rows, time * all.rows.length)
  return { ...all, runs: all.runs * times, rows }
}

const scenarioWith = (claim: Omit<Claim, 'label'>, more: Partial<Scenario> = {}) =>
  ({
    start: '2018-01-31',
    openingStock: { children: 13 },
    claims: { it: { label: 'It', ...claim } },
    ...more,
  }) as unknown as Scenario

/** What came of a claim in each variant that it is tested in. */
const outcomes = (claim: Omit<Claim, 'label'>, runs: AllRuns = RUNS) =>
  claimsOfVariants(scenarioWith(claim), runs).map(({ variant, probability, quantile }) => [
    variant,
    probability,
    quantile,
  ])

describe('A claim', () => {
  test('of a share of placements counts all children, in the baseline and in each package', () => {
    // In April foster care has 10 + r of 14 + r children: 0.714, 0.733, 0.75, 0.765, 0.778; 10 of 14 with the package.
    const claim = { placementShare: { of: ['foster'], on: '2018-04-30', above: 0.75 } }
    expect(outcomes(claim)).toEqual([
      ['baseline', 0.4, 0.6],
      ['all', 0, 1],
    ])
    const both = { placementShare: { of: ['foster', 'residential'], on: '2018-04-30', below: 1 } }
    expect(outcomes(both)[0]).toEqual(['baseline', 0, 1])
  })

  test('of a share among some placements counts their children alone', () => {
    // In April foster care has 10 + r of 14 + r children, with the 4 others in residential care.
    const own = (among: string[], above: number) => ({
      placementShare: { of: ['foster'], among, on: '2018-04-30', above },
    })
    expect(outcomes(own(['foster'], 0.99))[0]).toEqual(['baseline', 1, 0])
    expect(outcomes(own(['foster', 'residential'], 0.75))).toEqual([
      ['baseline', 0.4, 0.6],
      ['all', 0, 1],
    ])
  })

  test('of children in some placements counts them there alone', () => {
    const fosterAbove = (above: number) => ({ children: { on: '2018-04-30', in: ['foster'], above } })
    expect(outcomes(fosterAbove(12))[0]).toEqual(['baseline', 0.4, 0.6])
    expect(outcomes(fosterAbove(12))[1]).toEqual(['all', 0, 1])
    expect(outcomes({ children: { on: '2018-04-30', in: ['residential'], above: 3 } })[0]).toEqual([
      'baseline',
      1,
      0,
    ])
  })

  test('of the largest number looks at the start and at the end of every month of its time', () => {
    // 13 at the start, then 12 + r, 13 + r (March) and 14 + r, r from 0 to 4.
    const below = (from: string, to: string, limit: number) => ({
      highestChildren: { from, to, below: limit },
    })
    expect(outcomes(below('2018-01-31', '2018-02-28', 14))[0]).toEqual(['baseline', 0.4, 0.6])
    expect(outcomes(below('2018-02-28', '2018-02-28', 13))[0]).toEqual(['baseline', 0.2, 0.4])
    expect(outcomes(below('2018-01-31', '2018-04-30', 15))[0]).toEqual(['baseline', 0.2, 0.4])
  })

  test('of the largest fall finds it within so many months, and is 0 where the number only grows', () => {
    // From the 13 of the start to 12 + r: a fall of 1 in the first run, none in the others.
    const above = (limit: number) => ({
      largestFall: { from: '2018-01-31', to: '2018-04-30', withinMonths: 12, above: limit },
    })
    expect(outcomes(above(0))[0]).toEqual(['baseline', 0.2, 0.8])
    expect(outcomes(above(1))[0]).toEqual(['baseline', 0, 1])
  })

  test('of the peak says by which month the largest number comes', () => {
    expect(outcomes({ peak: { by: '2018-04-30' } })[0]).toEqual(['baseline', 1, 1])
    expect(outcomes({ peak: { by: '2018-03-31' } })[0]).toEqual(['baseline', 0, 0])
    const [{ value, unit, q50 }] = claimsOfVariants(scenarioWith({ peak: { by: '2018-03-31' } }), RUNS)
    expect([value, unit, q50]).toEqual([201803, 'month', 201804])
  })

  test('given another claim counts only the runs in which that one is true, and tells nothing of fewer than 30', () => {
    const repeated: AllRuns = { ...repeatedRuns(RUNS, 20), packages: [] }
    const scenario = scenarioWith({ children: { on: '2018-04-30', above: 17 }, given: 'other' })
    scenario.claims!.other = { label: 'Other', children: { on: '2018-02-28', above: 13 } }
    // More than 13 in February are three runs of five; more than 17 in April one of them.
    const [given] = claimsOfVariants(scenario, repeated)
    expect(given).toMatchObject({ given: 'other', given_runs: 60 })
    expect(given.probability).toBeCloseTo(1 / 3, 12)
    expect(given.mc_error).toBeCloseTo(Math.sqrt(2 / 9 / 60), 12)
    expect(claimsOfVariants(scenario, { ...RUNS, packages: [] })[0]).toMatchObject({
      probability: null,
      given_runs: 3,
    })
  })

  test('of a share has the share 0 where there are no children', () => {
    const empty = { ...emptyTable(2), packages: [] }
    const claim = { placementShare: { of: ['foster'], on: '2018-04-30', above: 0 } }
    expect(outcomes(claim, empty)).toEqual([[undefined, 0, 1]])
  })

  test('of a change counts from the start or from a month, up or down', () => {
    // From 12 + r in February to 14 + r in April; from the 13 of the start the change is 1 + r.
    const from = (date: string, above: number) => ({
      childrenChange: { from: date, to: '2018-04-30', above },
    })
    expect(outcomes(from('2018-02-28', 1))[0]).toEqual(['baseline', 1, 0])
    expect(outcomes(from('2018-02-28', 2))[0]).toEqual(['baseline', 0, 1])
    expect(outcomes(from('2018-01-31', 3))[0]).toEqual(['baseline', 0.4, 0.6])
  })

  test('of a line reads it in a year or in all, in its unit', () => {
    const line = (name: string, financialYear: string, below: number) => ({
      line: { name, financialYear, below },
    })
    expect(outcomes(line('entries', '2017/18', 7))[0]).toEqual(['baseline', 1, 1])
    expect(outcomes(line('entries', 'all', 9))[0]).toEqual(['baseline', 0, 1])
    // April: 30 (10 + r) days at £101 and 7 at £505.01.
    const pounds = 30 * 12 * 101 + 7 * 505.01
    expect(outcomes(line('total', '2018/19', pounds + 1))[0]).toEqual(['baseline', 0.6, 0.6])
    const ofReview = { package: 'all', ...line('intervention:review', '2018/19', 4_000) }
    expect(outcomes(ofReview)).toEqual([['all', 0, 1]])
  })

  test('of a saving takes the baseline less its package, with what the package costs or without', () => {
    const saving = (atLeast: number, gross?: boolean) => ({
      package: 'all',
      saving: { financialYear: '2018/19', atLeast, gross },
    })
    expect(outcomes(saving(6_060, true))).toEqual([['all', 0.6, 0.6]])
    expect(outcomes(saving(6_060 - 4_000))).toEqual([['all', 0.6, 0.6]])
    expect(outcomes(saving(6_060))).toEqual([['all', 0.2, 0.8]])
  })

  test('of a gross saving leaves out what others pay for the intervention too', () => {
    const review = interventionLine('review', { pounds: [0, 4_000], isPaidByCouncil: false })
    const runs = { ...RUNS, packages: [fewerInFosterCare([review])] }
    for (const gross of [true, false]) {
      const claim = { package: 'all', saving: { financialYear: 'all', atLeast: 6_060, gross } }
      expect(outcomes(claim, runs)).toEqual([['all', 0.6, 0.6]])
    }
  })

  test('of a payback is true where the year comes in time, and counts those that never do as false', () => {
    // Run r saves 3,030 r less 4,000 in 2018/19, and nothing in 2017/18: three of five runs pay back, in 2018/19.
    const payback = (by: string) => ({ package: 'all', payback: { by, definition: 'annual' as const } })
    expect(outcomes(payback('2018/19'))).toEqual([['all', 0.6, 0.6]])
    expect(outcomes(payback('2017/18'))).toEqual([['all', 0, 0]])
    const [tested] = claimsOfVariants(scenarioWith(payback('2018/19')), RUNS)
    expect(tested).toMatchObject({ unit: 'year', value: 2018, q10: 2018, q50: 2018, q90: null })
  })

  test('has the quantiles of what is claimed', () => {
    const [tested] = claimsOfVariants(scenarioWith({ children: { on: '2018-04-30', below: 17 } }), RUNS)
    expect(tested).toMatchObject({ unit: 'children', q10: 14.4, q50: 16, q90: 17.6 })
  })

  test('of an illustration has no probability, whatever its kind', () => {
    const illustration = scenarioWith(
      { package: 'all', saving: { financialYear: 'all', atLeast: 0 } },
      { illustrative: 'nothing is known' },
    )
    expect(claimsOfVariants(illustration, RUNS)).toMatchObject([
      { probability: null, mc_error: null, quantile: null },
    ])
  })
})

describe('An assertion on a claim of a package', () => {
  const scenario = scenarioWith({
    package: 'all',
    saving: { financialYear: 'all', atLeast: 6_060, gross: true },
  })
  const problem = (text: string, runs = RUNS) => {
    const variants = variantsOf(runs).map(({ variant, table }) => ({ variant, axes: table.axes }))
    return nameProblem(parseAssertion(text)!.name, assertableNames(scenario, variants))
  }

  test.each(['it>=0.5', 'all:it>=0.5'])('is tested in the package: %s', (text) => {
    expect(problem(text)).toBeUndefined()
    const [tested] = testAssertions([parseAssertion(text)!], variantsOf(RUNS), scenario)
    expect(tested).toMatchObject({ value: 0.6, holds: true })
  })

  test('is refused where the package is not run', () => {
    expect(problem('it>=0.5', { ...RUNS, packages: [] })).toBe(
      "'it' is a claim of the package all, which is not run",
    )
  })
})
