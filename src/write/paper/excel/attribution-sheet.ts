// The sheet Attribution: what each intervention of a package brings, a block for each package and line.
import { formatCount } from '../../../domain/quantity.ts'
import type { AttributionRow, AttributionTable } from '../../../result/rows/attribution-rows.ts'
import type { PaperTables } from '../paper-tables.ts'
import { decimalCell, headingRow, type SheetContent, type SheetRow, textCell, wholeCell } from './cells.ts'
import { intervalNote, roundingNote, sheetHead } from './sheet-head.ts'

const NUMBERS = ['alone', 'last', 'in_order', 'shapley', 'p10', 'p50', 'p80', 'p90', 'mc_error'] as const
const HEADINGS = ['Alone', 'Last', 'In order', 'Shapley', 'P10', 'P50', 'P80', 'P90', 'Monte Carlo error']
const WIDTHS = [60, 12, ...HEADINGS.map(() => 14)]

/** Makes the sheet. */
export function attributionSheet(tables: PaperTables): SheetContent {
  const head = sheetHead(tables, 'Attribution', [
    'Savings and fewer children: the baseline less the package in the same run; below 0 is dearer or more. Means, then quantiles and error.',
    'Alone: without the others; with the interaction these add up to the package, below 0 where interventions do the same work twice.',
    'Last: added when the others are there. In order: added to those above. Shapley: added on average over all orders, above five interventions over orders that are drawn.',
    'P10 to P90 and the error: of the Shapley value, or of the step in order where there is none.',
    ...runsNote(tables),
    intervalNote(tables),
    roundingNote(tables, 'manifest.json'),
  ])
  const headings = (first: string) => headingRow([first, 'Counts as', ...HEADINGS], WIDTHS, 2)
  const blocks = tables.attribution.flatMap((table): SheetRow[] => [
    [],
    headings(titleOf(table, tables)),
    ...table.rows.map((row) => rowOf(row, table)),
  ])
  return {
    name: 'Attribution',
    rows: [...head, headings('Intervention'), ...blocks],
    widths: WIDTHS,
    frozenRows: head.length + 1,
  }
}

function runsNote({ attribution: [{ runs }], result }: PaperTables): string[] {
  return runs < result.identity.runs ? [`In the first ${formatCount(runs, 'run')}.`] : []
}

function titleOf({ package: key, line }: AttributionTable, { result }: PaperTables): string {
  const label = result.packages?.find((one) => one.package === key)?.label ?? key
  return `${label}: ${line === 'total' ? 'saving of all years, £' : 'fewer children at the end'}`
}

function rowOf(row: AttributionRow, { unit }: AttributionTable): SheetRow {
  const cell = unit === '£' ? wholeCell : decimalCell
  return [textCell(row.label), textCell(row.saving), ...NUMBERS.map((name) => cell(row[name]))]
}
