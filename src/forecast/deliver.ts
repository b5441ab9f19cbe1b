// The last stage of a forecast: its result as files, in place in their folder.
import { readPublishedRates } from '../input/files/published-files.ts'
import type { ReportSource } from '../report/report-source.ts'
import type { Delivered } from '../result/delivered.ts'
import { toPassOn } from '../result/disclosure/pass-on.ts'
import { asRead, manifestOf } from '../result/manifest/manifest.ts'
import type { Result } from '../result/result.ts'
import type { ResultFile } from '../result/result-files.ts'
import type { Claim } from '../write/folder/claim.ts'
import { writeResult } from '../write/folder/result-folder.ts'
import { paperTables } from '../write/paper/paper-tables.ts'
import type { Concluded } from './conclude.ts'
import type { ForecastRequest } from './request.ts'

/** Writes all files of a result, and says what could not be written. */
export async function deliver(
  { result, tables }: Concluded,
  { folder, charts = false, signal, blocking = async (work) => work() }: ForecastRequest,
  claim: Claim,
): Promise<Delivered> {
  const { files, notes } = await blocking(async () => {
    const passedOn = toPassOn(result)
    const report = reportSource(passedOn)
    const drawn = charts ? await drawCharts(report) : NO_CHARTS
    // Encoders are loaded late, so that the runs do not wait for their libraries.
    const { encodeResult } = await import('../write/encode-result.ts')
    const source = { result, tables, passedOn, papers: paperTables(passedOn), report }
    return { files: await encodeResult(source, drawn.files), notes: drawn.notes }
  })
  await writeResult(folder, files, signal, claim)
  return {
    result,
    folder,
    files: files.map(({ name, mayBePassedOn }) => ({ name, mayBePassedOn })),
    notes,
  }
}

/** Makes the source of a report out of what is passed on, as it is read back from a folder, with what was published of the council. */
export function reportSource(passedOn: Result): ReportSource {
  const { scenario, monthly, years } = passedOn
  const { files, ...manifest } = asRead(manifestOf(passedOn))
  const rates = readPublishedRates(scenario.council, scenario.start)
  return { manifest, scenario, monthly, years, rates }
}

/** Charts as files of their own, and sentences on what could not be drawn. */
interface DrawnCharts {
  files: ResultFile[]
  notes: string[]
}

const NO_CHARTS: DrawnCharts = { files: [], notes: [] }

/** Draws every chart of a report; loaded late, since pictures take a library that nothing else needs. */
export async function drawCharts(report: ReportSource): Promise<DrawnCharts> {
  const { chartFiles } = await import('../report/chart-files.ts')
  const { files, hasFonts } = await chartFiles(report)
  const note =
    'No PNG was written: there are no fonts here, so that its words would be missing. The SVG files are whole.'
  return { files, notes: hasFonts ? [] : [note] }
}
