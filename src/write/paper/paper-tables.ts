// What finance officers paste into papers, as tables of rounded numbers and texts. Result -> excel/workbook.ts and
// csv-tables.ts, which write the same tables.
import { axesOf } from '../../model/axes.ts'
import { ofBaseline } from '../../result/of-baseline.ts'
import type { Result } from '../../result/result.ts'
import { type AssumptionRow, assumptionRows } from '../../result/rows/assumption-rows.ts'
import { type AttributionTable, attributionTables } from '../../result/rows/attribution-rows.ts'
import { type BudgetRow, budgetRows } from '../../result/rows/budget-rows.ts'
import { type PackageTable, packageTable } from '../../result/rows/package-rows.ts'
import { type YearRow, yearRows } from '../../result/rows/year-rows.ts'
import { type LineTable, lineTable } from './line-table.ts'

/** The tables, and the result that they are of. */
export interface PaperTables {
  result: Result
  /** Financial years, and all years together. */
  years: YearRow[]
  lines: LineTable
  /** Empty where the scenario has none. */
  budgets: BudgetRow[]
  /** Absent where no packages were run. */
  packages?: PackageTable
  /** Empty where nothing was attributed. */
  attribution: AttributionTable[]
  assumptions: AssumptionRow[]
}

/** Makes the tables of a result, without small counts where it is one to be passed on. */
export function paperTables(result: Result): PaperTables {
  const { scenario, packages, attribution } = result
  return {
    result,
    years: yearRows(result, axesOf(scenario)),
    lines: lineTable(ofBaseline(result.years), scenario),
    budgets: budgetRows(result.budgets),
    packages: packageTable(packages, attribution),
    attribution: attributionTables(attribution),
    assumptions: assumptionRows(result.figures, result.assumptions, scenario),
  }
}
