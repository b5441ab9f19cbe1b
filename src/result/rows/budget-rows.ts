// Budgets beside the forecast as rows for people: rounded amounts, and the probability of spending more.
// Results of budgets -> budgets sheet and budgets.csv.
import { roundToError } from '../../domain/quantity.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'

/** A budget of one financial year, or 'all', held against the runs, without what rounded it. */
export type BudgetRow = Omit<BudgetResult, 'errors' | 'lines' | 'basis'>

/** Rounds what the runs tell of each budget to its own Monte Carlo error; amounts stay as they are. */
export function budgetRows(budgets: BudgetResult[]): BudgetRow[] {
  return budgets.map(({ errors, lines, basis, ...result }) => {
    const { p50, p80, p90, p95 } = result.contingency
    return {
      ...result,
      mean: pounds(result.mean, errors.mean),
      p_over: result.p_over === null ? null : roundToError(result.p_over, result.mc_error ?? 0, 0.01),
      expected_overspend: pounds(result.expected_overspend, errors.expected_overspend),
      contingency: {
        p50: pounds(p50, errors.contingency.p50),
        p80: pounds(p80, errors.contingency.p80),
        p90: pounds(p90, errors.contingency.p90),
        p95: pounds(p95, errors.contingency.p95),
      },
    }
  })
}

/** Too few runs to tell the error round to the pound. */
function pounds(value: number, error: number): number {
  return roundToError(value, Number.isFinite(error) ? error : 0, 1)
}

/** Leaves out the total of a budget's years where there is only one: one year is all years. */
export function withoutTotalOfOne<Row extends BudgetResult>(rows: Row[]): Row[] {
  return rows.length === 2 ? rows.slice(0, 1) : rows
}
