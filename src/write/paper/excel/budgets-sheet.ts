// The sheet Budgets: each budget and financial year beside the runs.

import type { CellObject } from 'write-excel-file/universal'
import { financialYearInWords } from '../../../domain/financial-year.ts'
import type { BudgetRow } from '../../../result/rows/budget-rows.ts'
import { contingencyInWords } from '../../../words/chance-in-words.ts'
import { type Named, namesOfPackages } from '../../../words/short-names.ts'
import type { PaperTables } from '../paper-tables.ts'
import { headingRow, type SheetContent, type SheetRow, shareCell, textCell, wholeCell } from './cells.ts'
import { intervalNote, roundingNote, sheetHead } from './sheet-head.ts'

const CONTINGENCIES = ['p50', 'p80', 'p90', 'p95'] as const

const NAMES = [
  'Budget',
  'Financial year',
  'Budget, £',
  'Mean cost, £',
  'Probability of spending more',
  'Monte Carlo error of it',
  'Expected overspend, £',
  ...CONTINGENCIES.map((name) => `Contingency at ${name.toUpperCase()}, £`),
]
const WIDTHS = [36, 14, ...NAMES.slice(2).map(() => 15)]
const VARIANT_WIDTH = 36

/** Makes the sheet. */
export function budgetsSheet(tables: PaperTables): SheetContent {
  const head = sheetHead(tables, 'Budgets', [
    `${contingencyInWords()}.`,
    intervalNote(tables),
    roundingNote(tables, 'budgets.arrow'),
  ])
  const { packages } = tables.result
  const [names, widths, row] =
    packages === undefined
      ? [NAMES, WIDTHS, budgetRow]
      : [
          ['Package', ...NAMES],
          [VARIANT_WIDTH, ...WIDTHS],
          (result: BudgetRow) => [variantCell(result, namesOfPackages(packages)), ...budgetRow(result)],
        ]
  return {
    name: 'Budgets',
    rows: [...head, headingRow(names, widths, names.length - NAMES.length + 2), ...tables.budgets.map(row)],
    widths,
    frozenRows: head.length + 1,
  }
}

function variantCell({ variant }: BudgetRow, packages: Named[]): CellObject {
  return textCell(packages.find(({ key }) => key === variant)?.label ?? 'Baseline')
}

function budgetRow(result: BudgetRow): SheetRow {
  const { label, financial_year, amount, mean, p_over, mc_error, expected_overspend, contingency } = result
  return [
    textCell(label),
    textCell(financialYearInWords(financial_year)),
    wholeCell(amount),
    wholeCell(mean),
    shareCell(p_over),
    shareCell(mc_error, 1),
    wholeCell(expected_overspend),
    ...CONTINGENCIES.map((name) => wholeCell(contingency[name])),
  ]
}
