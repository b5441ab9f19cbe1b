// What the scenario is held to, its budgets and its claims, in the runs of every variant.
import { BASELINE } from '../../domain/baseline.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { AllRuns } from '../../run/run-row.ts'
import { variantsOf } from '../variants.ts'
import { type BudgetResult, evaluateBudgets } from './budgets.ts'
import { type TestedClaim, testClaims } from './claims.ts'

/** Holds the budgets against the runs of every variant, the baseline's first; without packages none is named. */
export function budgetsOfVariants(scenario: Scenario, runs: AllRuns): BudgetResult[] {
  if (runs.packages.length === 0) return evaluateBudgets(scenario, runs)
  return variantsOf(runs).flatMap(({ variant, table }) =>
    evaluateBudgets(scenario, table).map((result) => ({ variant, ...result })),
  )
}

/** Tests the claims on the runs of every variant, the baseline's first; without packages none is named. */
export function claimsOfVariants(scenario: Scenario, runs: AllRuns): TestedClaim[] {
  if (runs.packages.length === 0) return testClaims(scenario, runs)
  return variantsOf(runs).flatMap(({ variant, table }) =>
    testClaims(scenario, table, { variant, baseline: runs }).map((claim) => ({ variant, ...claim })),
  )
}

/** Tells whether a budget or a claim was held against the runs of the baseline. */
export function isOfBaseline({ variant = BASELINE }: { variant?: string }): boolean {
  return variant === BASELINE
}
