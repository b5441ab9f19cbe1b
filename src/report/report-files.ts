// The files for committees: the page, and its charts where they are asked for. Report source -> result folder.
import type { ResultFile } from '../result/manifest/manifest.ts'
import { encodeReport, REPORT } from './page.ts'
import type { ReportSource } from './report-source.ts'

export interface ReportFiles {
  files: ResultFile[]
  /** Sentences on what could not be written. */
  notes: string[]
}

/** Encodes report.html, and with `charts` every chart of it as files of their own. */
export async function reportFiles(source: ReportSource, charts: boolean): Promise<ReportFiles> {
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
