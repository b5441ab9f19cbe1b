import { describe, expect, test } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import type { AllRuns } from '../../../src/run/run-row.ts'
import { evaluateBudgets } from '../../../src/summary/targets/budgets.ts'
import { testClaims } from '../../../src/summary/targets/claims.ts'
import { budgetsOfVariants, claimsOfVariants, isOfBaseline } from '../../../src/summary/targets/targets.ts'
import { fewerInFosterCare, interventionLine } from '../package-table.ts'
import { smallTable } from '../small-table.ts'

const SCENARIO = {
  claims: { 'below-17': { label: 'Fewer than 17', children: { on: '2018-04-30', below: 17 } } },
  upliftPerYear: 0,
  budgets: {
    foster: { label: 'Foster care', lines: ['foster'], perFinancialYear: { '2018/19': 400_000 } },
    review: { label: 'The review', lines: ['intervention:review'], perFinancialYear: { '2018/19': 100 } },
  },
} as unknown as Scenario

const baseline = smallTable()
const ALONE: AllRuns = { ...baseline, packages: [] }
/** A package whose review costs £12 in the year; the budget of its 30 days is £100 x 30 / 365. */
const RUNS: AllRuns = {
  ...baseline,
  packages: [fewerInFosterCare([interventionLine('review', { pounds: [0, 12] })])],
}

describe('the budgets of variants', () => {
  const results = budgetsOfVariants(SCENARIO, RUNS)
  const of = (variant: string, budget: string) =>
    results.find(
      (one) => one.variant === variant && one.budget === budget && one.financial_year === '2018/19',
    )!

  test('are those of the baseline, under its name, and then those of each package', () => {
    expect(results.map(({ variant }) => variant)).toEqual([
      ...Array.from({ length: 4 }, () => 'baseline'),
      ...Array.from({ length: 4 }, () => 'all'),
    ])
    const ofBaseline = results.filter(isOfBaseline).map(({ variant, ...result }) => result)
    expect(ofBaseline).toEqual(evaluateBudgets(SCENARIO, baseline))
  })

  test('have the same amounts and the costs of their own runs', () => {
    // Run r has 300 + 30 r days at £101 in the baseline, and 300 with the package.
    expect(of('baseline', 'foster').mean).toBeCloseTo(360 * 101, 6)
    expect(of('all', 'foster').mean).toBeCloseTo(300 * 101, 6)
    expect(of('all', 'foster').amount).toBe(of('baseline', 'foster').amount)
  })

  test('count a line that the baseline has not as nothing', () => {
    expect(of('baseline', 'review')).toMatchObject({ mean: 0, p_over: 0, expected_overspend: 0 })
    expect(of('all', 'review')).toMatchObject({ mean: 12, p_over: 1 })
    expect(of('all', 'review').expected_overspend).toBeCloseTo(12 - (100 * 30) / 365, 9)
  })

  test('are not named without packages', () => {
    expect(budgetsOfVariants(SCENARIO, ALONE)).toEqual(evaluateBudgets(SCENARIO, baseline))
    expect(budgetsOfVariants(SCENARIO, ALONE).every(isOfBaseline)).toBe(true)
  })
})

describe('the claims of variants', () => {
  test('are tested on the runs of each', () => {
    // 14 + r children in the baseline, 14 with the package.
    expect(
      claimsOfVariants(SCENARIO, RUNS).map(({ variant, claim, probability }) => [
        variant,
        claim,
        probability,
      ]),
    ).toEqual([
      ['baseline', 'below-17', 0.6],
      ['all', 'below-17', 1],
    ])
  })

  test('are not named without packages', () => {
    expect(claimsOfVariants(SCENARIO, ALONE)).toEqual(testClaims(SCENARIO, baseline))
  })
})
