// The files for committees: the page, and its charts where they are asked for. Report source -> result folder.
import { publishedRates } from '../input/published/published-rates.ts'
import { readPublishedTable } from '../input/published/published-table.ts'
import type { ResultFile } from '../result/manifest/manifest.ts'
import { encodeReport, REPORT } from './page.ts'
import type { ReportSource } from './report-source.ts'

export interface ReportFiles {
  files: ResultFile[]
  /** Sentences on what could not be written. */
  notes: string[]
}

/** Encodes report.html, and with `charts` every chart of it as files of their own; it looks up what was published of the council. */
export async function reportFiles(
  result: Omit<ReportSource, 'rates'>,
  charts: boolean,
): Promise<ReportFiles> {
  const { council, start } = result.scenario
  const source = { ...result, rates: publishedRates(readPublishedTable(), council, start) }
  const page = { name: REPORT, bytes: encodeReport(source) }
  if (!charts) return { files: [page], notes: [] }
  const { chartFiles } = await import('./chart-files.ts')
  const { files, hasFonts } = await chartFiles(source)
  const notes = hasFonts
    ? []
    : [
        'No PNG was written: there are no fonts here, so that its words would be missing. The SVG files are whole.',
      ]
  return { files: [page, ...files], notes }
}
