// The sheet Warnings: what the run warns of, which figures contradict each other, and what the document does not say.
import type { PaperTables } from '../paper-tables.ts'
import { headingRow, type SheetContent, type SheetRow, textCell, wrappedCell } from './cells.ts'
import { sheetHead } from './sheet-head.ts'

const TEXT_WIDTH = 120
const WIDTHS = [22, TEXT_WIDTH]

/** Makes the sheet. */
export function warningsSheet(tables: PaperTables): SheetContent {
  const { warnings, scenario } = tables.result
  const { contradictions = [], unknown } = scenario
  const head = sheetHead(tables, 'Warnings', [])
  const rows = [
    ...warnings.map(({ text }) => row('Warning', text)),
    ...contradictions.map((text) => row('Contradiction', text)),
    ...unknown.map((text) => row('Not in the document', text)),
  ]
  return {
    name: 'Warnings',
    rows: [
      ...head,
      headingRow(['Kind', 'Text'], WIDTHS, 2),
      ...(rows.length > 0 ? rows : [row('None', 'No warning, no contradiction, nothing unknown.')]),
    ],
    widths: WIDTHS,
    frozenRows: head.length + 1,
  }
}

function row(kind: string, text: string): SheetRow {
  return [textCell(kind), wrappedCell(text, TEXT_WIDTH)]
}
