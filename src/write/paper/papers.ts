// The files for papers: the workbook and its CSV twins. Tables -> result-files.ts.

import type { ResultFile } from '../../result/manifest/manifest.ts'
import { encodeCsvTables } from './csv-tables.ts'
import { encodeWorkbook } from './excel/workbook.ts'
import { type PaperSource, paperTables } from './paper-tables.ts'

/** Encodes summary.xlsx and the CSV files of the same tables. */
export async function encodePapers(source: PaperSource): Promise<ResultFile[]> {
  const tables = paperTables(source)
  return [{ name: 'summary.xlsx', bytes: await encodeWorkbook(tables) }, ...encodeCsvTables(tables)]
}
