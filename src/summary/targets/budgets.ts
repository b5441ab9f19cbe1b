// Budgets held against every run: how often the cost is above, by how much, and what would be enough.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { sum } from '../../domain/sum.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { type BudgetAmounts, type BudgetBasis, budgetAmounts } from '../../money/budget-amount.ts'
import type { RunTable } from '../../run/run-row.ts'
import { costOfLines, joinCosts } from '../line-costs.ts'
import { quantileError } from '../monte-carlo-error.ts'
import { statisticsOfWholeNumbers } from '../numbers/describe-numbers.ts'
import { probabilityAbove } from '../numbers/probability.ts'
import { quantileOfSorted } from '../numbers/quantile-of-sorted.ts'
import { countsPer, type Series, valuesOfSeries } from '../numbers/series.ts'
import { sortWholeNumbers } from '../numbers/sort-whole-numbers.ts'

/** The shares of the runs in which a budget with its contingency is enough. */
export const CONTINGENCY_SHARES = { p50: 0.5, p80: 0.8, p90: 0.9, p95: 0.95 } as const

export type ContingencyShare = keyof typeof CONTINGENCY_SHARES

/**
 * £ by the share of the runs in which a budget is to be enough: that quantile of the cost less the budget, which is what to add
 * to it, negative where it is more than enough.
 */
export type Contingency = Record<ContingencyShare, number>

/** A budget in a financial year, in £. */
export interface BudgetResult {
  /** 'baseline', or the key of a package; absent where no packages were run. */
  variant?: string
  /** Its key in the scenario. */
  budget: string
  label: string
  /** '2017/18', or 'all' for the years that it has an amount for. */
  financial_year: string
  /** What it is worth in the simulated days of the year. */
  amount: number
  /** Mean cost of its lines. */
  mean: number
  /** Share of the runs in which the cost is above; null where the scenario is only an illustration. */
  p_over: number | null
  /** Monte Carlo standard error of p_over; null with it. */
  mc_error: number | null
  /** Mean of the cost above the budget, over all runs: 0 in those that keep it. */
  expected_overspend: number
  contingency: Contingency
  /** Monte Carlo standard errors; NaN where there are too few runs to tell. */
  errors: { mean: number; expected_overspend: number; contingency: Contingency }
  /** Lines of the results that it pays for. */
  lines: readonly string[]
  /** How the amount came about; absent for all years together. */
  basis?: BudgetBasis
}

/** Holds every budget of a scenario against the runs, year by year, with all years of a budget together last. */
export function evaluateBudgets(scenario: Scenario, table: RunTable): BudgetResult[] {
  return budgetAmounts(scenario, table.axes).flatMap((budget) => evaluateBudget(budget, scenario, table))
}

function evaluateBudget(
  { budget, label, lines, years }: BudgetAmounts,
  { illustrative }: Scenario,
  table: RunTable,
): BudgetResult[] {
  const costs = years.map(({ year }) => costOfLines(table, year, lines))
  const amounts = years.map(({ amount }) => amount)
  const resultOf = (financial_year: string, amount: number, cost: Series, basis?: BudgetBasis) => ({
    ...{ budget, label, financial_year, amount },
    ...compare(amount, cost, table, illustrative !== undefined),
    ...{ lines, ...(basis && { basis }) },
  })
  return [
    ...years.map(({ financial_year, amount, basis }, index) =>
      resultOf(financial_year, amount, costs[index], basis),
    ),
    resultOf(ALL_YEARS, sum(amounts), joinCosts(costs)),
  ]
}

type Comparison = Omit<
  BudgetResult,
  'variant' | 'budget' | 'label' | 'financial_year' | 'amount' | 'lines' | 'basis'
>

function compare(amount: number, cost: Series, table: RunTable, isIllustration: boolean): Comparison {
  const values = valuesOfSeries(table, cost)
  const counts = countsPer(cost.unit)
  const { mean, mc_error } = statisticsOfWholeNumbers(values, counts)
  const { probability, mc_error: probabilityError } = probabilityAbove(table, cost, amount, values)
  const sorted = sortWholeNumbers(values).map((count) => count / counts)
  const overspend = meanWithError(sorted.map((pounds) => Math.max(0, pounds - amount)))
  return {
    mean,
    p_over: isIllustration ? null : probability,
    mc_error: isIllustration ? null : probabilityError,
    expected_overspend: overspend.mean,
    contingency: byShare((share) => quantileOfSorted(sorted, share) - amount),
    errors: {
      mean: mc_error,
      expected_overspend: overspend.error,
      contingency: byShare((share) => quantileError(sorted, share)),
    },
  }
}

function meanWithError(values: Float64Array): { mean: number; error: number } {
  const mean = sum(values) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

function byShare(value: (share: number) => number): Contingency {
  const { p50, p80, p90, p95 } = CONTINGENCY_SHARES
  return { p50: value(p50), p80: value(p80), p90: value(p90), p95: value(p95) }
}
