// The sheet Assumptions: every input, its range where the runs draw it, and where it comes from.

import { assumedInputs, countInputs } from '../../../result/input-count.ts'
import { type AssumptionRow, ORIGINS } from '../../../result/rows/assumption-rows.ts'
import type { PaperTables } from '../paper-tables.ts'
import {
  headingRow,
  type SheetContent,
  type SheetRow,
  shareCell,
  statedCell,
  textCell,
  wrappedCell,
} from './cells.ts'
import { sheetHead } from './sheet-head.ts'

const LABEL_WIDTH = 38
const TEXT_WIDTH = 110
const WIDTHS = [44, LABEL_WIDTH, 12, 12, 12, 8, 16, TEXT_WIDTH]
const HEADINGS = [
  ...headingRow(['Path in the scenario', 'About', 'Value', 'Low', 'High', 'Level'], WIDTHS, 2),
  ...headingRow(['Origin', 'Where it comes from'], WIDTHS.slice(-2), 2),
]

/** Makes the sheet. */
export function assumptionsSheet(tables: PaperTables): SheetContent {
  const head = sheetHead(tables, 'Assumptions', [
    `${assumedInputs(countInputs(tables.result.figures))}.`,
    'Low and high: the range from which each run draws its own value, and the probability between them; without them all runs have the same value.',
  ])
  return {
    name: 'Assumptions',
    rows: [...head, HEADINGS, ...tables.assumptions.map(assumptionRow)],
    widths: WIDTHS,
    frozenRows: head.length + 1,
  }
}

function assumptionRow({ path, label, value, range, origin, text }: AssumptionRow): SheetRow {
  return [
    textCell(path),
    wrappedCell(label, LABEL_WIDTH),
    statedCell(value),
    statedCell(range?.low),
    statedCell(range?.high),
    shareCell(range?.level),
    textCell(ORIGINS[origin]),
    wrappedCell(text, TEXT_WIDTH),
  ]
}
