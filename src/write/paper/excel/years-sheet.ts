// The sheet Years: lines down, financial years across, and a block for each statistic. A paper has a table of one statistic,
// which in this order is one rectangle with its own headings.
import { type LineRow, PASTED } from '../line-table.ts'
import type { PaperTables } from '../paper-tables.ts'
import { boldCell, headingRow, lineCell, type SheetContent, type SheetRow, textCell } from './cells.ts'
import { intervalNote, roundingNote, sheetHead, yearHeading } from './sheet-head.ts'

const BLOCK_TITLES: Record<LineRow['statistic'], string> = {
  Mean: 'Mean',
  P10: 'P10 (low end of the 80 % interval)',
  P50: 'P50 (median)',
  P80: 'P80 (enough in 80 of 100 runs)',
  P90: 'P90 (high end of the 80 % interval)',
}

/** Makes the sheet. */
export function yearsSheet(tables: PaperTables): SheetContent {
  const { lines, years } = tables
  const head = sheetHead(tables, 'Years', [
    intervalNote(tables),
    roundingNote(tables),
    'Each number is rounded by itself, so that sums can differ in the last digit. Quantiles do not add up; means do.',
  ])
  const widths = [44, 9, ...lines.years.map(() => 15)]
  const names = lines.years.map((name) => yearHeading(name, years))
  const headings = (first: string) => headingRow([first, 'Unit', ...names], widths, 2)
  const blocks = Object.values(PASTED).flatMap((statistic): SheetRow[] => [
    [],
    headings(BLOCK_TITLES[statistic]),
    ...lines.rows.filter((row) => row.statistic === statistic).map(lineRow),
  ])
  return {
    name: 'Years',
    rows: [...head, headings('Line'), ...blocks],
    widths,
    frozenRows: head.length + 1,
  }
}

function lineRow({ line, label, unit, values }: LineRow): SheetRow {
  const name = line === 'total' ? boldCell(label) : textCell(label)
  return [name, textCell(unit), ...values.map(lineCell)]
}
