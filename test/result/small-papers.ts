// What the files for papers are made from, for the small table.

import { yearRows } from '../../src/result/rows/year-rows.ts'
import type { BudgetResult } from '../../src/summary/targets/budgets.ts'
import { summariseTotalCost } from '../../src/summary/whole-horizon.ts'
import { type PaperSource, type PaperTables, paperTables } from '../../src/write/paper/paper-tables.ts'
import { smallTable } from '../summary/small-table.ts'
import { PARTS, smallSummaries } from './small-result.ts'

const PLACEMENTS = {
  foster: { label: 'Foster care' },
  residential: { label: 'Residential care' },
} as unknown as PaperSource['scenario']['placements']

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

/** Returns the source of a result of the small table, with labels of the given placements over its own. */
export function smallSource(
  labels: Record<string, string> = {},
  more: Partial<PaperSource> = {},
): PaperSource {
  const table = smallTable()
  const summary = smallSummaries().years
  const labelled = Object.entries(labels).map(([key, label]) => [key, { label }])
  return {
    parts: PARTS,
    scenario: {
      question: 'How many children?',
      priceBase: '2017/18',
      placements: { ...PLACEMENTS, ...Object.fromEntries(labelled) },
    },
    summary,
    years: yearRows(summary, summariseTotalCost(table), table.axes),
    budgets: [],
    ...more,
  }
}

/** Returns the tables of such a source. */
export function smallTables(...source: Parameters<typeof smallSource>): PaperTables {
  return paperTables(smallSource(...source))
}
