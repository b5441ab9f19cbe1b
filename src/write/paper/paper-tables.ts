// What finance officers paste into papers, as tables of rounded numbers and texts. Summaries and manifest's parts ->
// excel/workbook.ts and csv-tables.ts, which write the same tables.

import type { LabelledScenario } from '../../input/line-labels.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { ManifestParts } from '../../result/manifest/manifest.ts'
import { type AssumptionRow, assumptionRows } from '../../result/rows/assumption-rows.ts'
import { type AttributionTable, attributionTables } from '../../result/rows/attribution-rows.ts'
import { type BudgetRow, budgetRows } from '../../result/rows/budget-rows.ts'
import { type PackageTable, packageTable } from '../../result/rows/package-rows.ts'
import type { YearRow } from '../../result/rows/year-rows.ts'
import type { YearsSummary } from '../../summary/numbers/statistics.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import { type LineTable, lineTable } from './line-table.ts'

/** What the tables are made from. */
export interface PaperSource {
  parts: Omit<ManifestParts, 'files'>
  scenario: LabelledScenario & Pick<Scenario, 'question' | 'priceBase'>
  summary: YearsSummary
  /** Financial years, and all years together. */
  years: YearRow[]
  /** Empty where the scenario has none. */
  budgets: BudgetResult[]
}

/** The tables, and what stands around them. */
export interface PaperTables extends Omit<PaperSource, 'summary' | 'budgets'> {
  budgets: BudgetRow[]
  /** Absent where no packages were run. */
  packages?: PackageTable
  /** Empty where nothing was attributed. */
  attribution: AttributionTable[]
  question: string
  lines: LineTable
  assumptions: AssumptionRow[]
}

/** Makes the tables of a result. */
export function paperTables({ parts, scenario, summary, years, budgets }: PaperSource): PaperTables {
  return {
    parts,
    scenario,
    question: scenario.question,
    years,
    lines: lineTable(summary, scenario),
    budgets: budgetRows(budgets),
    packages: packageTable(parts.packages, parts.attribution),
    attribution: attributionTables(parts.attribution),
    assumptions: assumptionRows(parts.figures, parts.assumptions, scenario),
  }
}
