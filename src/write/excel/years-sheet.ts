// The sheet Years: lines down, financial years across, and a block for each statistic. A paper has a table of one statistic,
// which in this order is one rectangle with its own headings.
import type { LineRow } from '../line-table.ts'
import { PASTED } from '../line-table.ts'
import type { PaperTables } from '../paper-tables.ts'
import { boldCell, headingCell, type SheetContent, type SheetRow, textCell, wholeCell } from './cells.ts'
import { intervalNote, roundingNote, sheetHead } from './sheet-head.ts'

const BLOCK_TITLES: Record<LineRow['statistic'], string> = {
  Mean: 'Mean: of the statistics, it alone adds up',
  P10: 'P10: one run in ten is below (low end of the 80 % interval)',
  P50: 'P50: as many runs above as below (median)',
  P90: 'P90: one run in ten is above (high end of the 80 % interval)',
}

/** Makes the sheet. */
export function yearsSheet(tables: PaperTables): SheetContent {
  const { lines, years } = tables
  const head = sheetHead(tables, 'Years', [
    intervalNote(tables),
    `${roundingNote(tables)} Each number is rounded by itself, so that sums can differ in the last digit.`,
  ])
  const yearCells = lines.years.map((name) => headingCell(columnName(name, years), 'right'))
  const headings: SheetRow = [headingCell('Line'), headingCell('Unit'), ...yearCells]
  const blocks = Object.values(PASTED).flatMap((statistic): SheetRow[] => [
    [headingCell(BLOCK_TITLES[statistic]), headingCell('Unit'), ...yearCells],
    ...lines.rows.filter((row) => row.statistic === statistic).map(lineRow),
    [],
  ])
  return {
    name: 'Years',
    rows: [...head, headings, ...blocks],
    widths: [44, 9, ...lines.years.map(() => 15)],
    frozenRows: head.length + 1,
  }
}

function lineRow({ line, label, unit, values }: LineRow): SheetRow {
  const name = line === 'total' ? boldCell(label) : textCell(label)
  return [name, textCell(unit), ...values.map(wholeCell)]
}

function columnName(name: string, years: PaperTables['years']): string {
  const part = years.find(({ financial_year }) => financial_year === name)?.part
  return part === undefined ? name : `${name} (part: ${part})`
}
