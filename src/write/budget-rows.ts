// Budgets beside the forecast as rows for people: rounded amounts, and the probability of spending more.
// Results of budgets -> budgets sheet and budgets.csv.
import { roundToError } from '../domain/quantity.ts'
import type { YearRow } from './year-rows.ts'

/** A budget of one financial year, or 'all', held against the runs. */
export interface BudgetResult {
  budget: string
  label: string
  financial_year: string
  /** The budget in £. */
  amount: number
  /** Mean cost in £ of what the budget is for. */
  mean: number
  /** Share of the runs that cost more; null where the scenario is only an illustration. */
  p_over: number | null
  /** Monte Carlo standard error of that share; null with it. */
  mc_error: number | null
  /** Mean in £ of what the cost exceeds the budget by, over all runs. */
  expected_overspend: number
  /** £ to add to the budget, so that it lasts in so many of 100 runs; below 0 what could be taken away. */
  contingency: Record<'p50' | 'p80' | 'p90' | 'p95', number>
}

/** Rounds what the runs tell of each budget: £ to the error of that year's total cost, shares to their own; amounts stay. */
export function budgetRows(budgets: BudgetResult[], years: YearRow[]): BudgetResult[] {
  return budgets.map((result) => {
    const year = years.find(({ financial_year }) => financial_year === result.financial_year)
    const pounds = (value: number) => roundToError(value, year?.total.mc_error ?? 0, 1)
    const { p50, p80, p90, p95 } = result.contingency
    return {
      ...result,
      mean: pounds(result.mean),
      p_over: result.p_over === null ? null : roundToError(result.p_over, result.mc_error ?? 0, 0.01),
      expected_overspend: pounds(result.expected_overspend),
      contingency: { p50: pounds(p50), p80: pounds(p80), p90: pounds(p90), p95: pounds(p95) },
    }
  })
}
