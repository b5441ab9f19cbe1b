// summary.xlsx: the tables of a result as a workbook. Values, no formulas; the same result gives the same bytes.
import type { PaperTables } from '../paper-tables.ts'
import { assumptionsSheet } from './assumptions-sheet.ts'
import { attributionSheet } from './attribution-sheet.ts'
import { budgetsSheet } from './budgets-sheet.ts'
import type { SheetContent } from './cells.ts'
import { FIT_TO_WIDTH } from './fit-to-width.ts'
import { packagesSheet } from './packages-sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { warningsSheet } from './warnings-sheet.ts'
import { yearsSheet } from './years-sheet.ts'

const WORKBOOK_OPTIONS = { fontFamily: 'Calibri', fontSize: 11, features: [FIT_TO_WIDTH] }

/** Encodes the workbook; without budgets or packages it has no sheet for them. */
export async function encodeWorkbook(tables: PaperTables): Promise<Uint8Array> {
  const sheets = [
    summarySheet(tables),
    yearsSheet(tables),
    ...(tables.packages ? [packagesSheet(tables, tables.packages)] : []),
    ...(tables.attribution.length > 0 ? [attributionSheet(tables)] : []),
    ...(tables.budgets.length > 0 ? [budgetsSheet(tables)] : []),
    assumptionsSheet(tables),
    warningsSheet(tables),
  ]
  // Loaded late, so that what writes no workbook does not wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const blob = await writeXlsxFile(sheets.map(sheetOptions), WORKBOOK_OPTIONS).toBlob()
  return withoutTimes(new Uint8Array(await blob.arrayBuffer()))
}

function sheetOptions({ name, rows, widths, frozenRows }: SheetContent) {
  return {
    sheet: name,
    data: rows,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozenRows,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }
}

/** Packs the archive anew with one time for all files: the first would differ from second to second. */
async function withoutTimes(archive: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate')
  // The earliest that an archive can state, in the machine's own time zone, which is how archives state times.
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1, 12) })
}
