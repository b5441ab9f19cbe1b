// What the files for papers are made from, for the small table.
import type { Result } from '../../src/result/result.ts'
import type { BudgetResult } from '../../src/summary/targets/budgets.ts'
import { type PaperTables, paperTables } from '../../src/write/paper/paper-tables.ts'
import { smallResult } from './small-result.ts'

export const BUDGET: BudgetResult = {
  budget: 'placements',
  label: 'Placements budget',
  financial_year: '2017/18',
  amount: 123_456,
  mean: 131_234.5,
  p_over: 0.4667,
  mc_error: 0.023,
  expected_overspend: 9_876.5,
  contingency: { p50: -4_321.5, p80: 12_345.6, p90: 23_456.7, p95: 34_567.8 },
  errors: {
    mean: 1_500,
    expected_overspend: 1_500,
    contingency: { p50: 1_500, p80: 1_500, p90: 1_500, p95: 1_500 },
  },
  lines: ['foster', 'residential'],
}

/** Returns the tables of a result of the small table, with labels of the given placements over its own. */
export function smallTables(labels: Record<string, string> = {}, more: Partial<Result> = {}): PaperTables {
  return paperTables(smallResult(more, labels))
}
