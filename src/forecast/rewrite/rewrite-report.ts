// Writes the report of a finished result again, and its charts where they are asked for: folder -> the same folder.

import { encodeReport } from '../../report/page.ts'
import type { ReportSource } from '../../report/report-source.ts'
import type { Manifest } from '../../result/manifest/manifest.ts'
import { listed, MANIFEST, type ResultFile } from '../../result/result-files.ts'
import { encodeManifest, written } from '../../write/encode-result.ts'
import { REPORT } from '../../write/file-kinds.ts'
import { checkPlaces } from '../../write/folder/check-target.ts'
import { withClaim } from '../../write/folder/claim.ts'
import { readManifestText } from '../../write/folder/read-settled.ts'
import { addToResult } from '../../write/folder/result-folder.ts'
import { MachineError } from '../../write/machine-error.ts'
import { drawCharts } from '../deliver.ts'
import { readFinishedReport, unfit } from './read-finished-report.ts'

/**
 * Puts report.html, and with `charts` the files of its charts, into the folder of a result; its manifest is changed in what
 * it says of these alone. Returns their names and what is to be said of them. Throws InputError where the folder holds no
 * result, MachineError where it cannot be written to. `blocking` wraps all that comes before the first file.
 */
export async function rewriteReport(
  folder: string,
  charts: boolean,
  signal: AbortSignal,
  blocking: <Result>(work: () => Promise<Result>) => Promise<Result> = (work) => work(),
): Promise<{ names: string[]; notes: string[] }> {
  const { text, manifest, files, notes } = await blocking(() => makeReport(folder, charts))
  await withClaim(folder, undefined, async (claim) => {
    if ((await readManifestText(folder)) !== text)
      throw new MachineError(`${folder} was replaced while its report was made: try again`)
    const all = [...files, { name: MANIFEST, bytes: manifestWith(manifest, files) }]
    await addToResult(folder, all, signal, claim)
  })
  return { names: files.map(({ name }) => name), notes }
}

async function makeReport(folder: string, charts: boolean) {
  const { source, manifest, text } = await readFinishedReport(folder)
  await checkPlaces(folder)
  return { text, manifest, ...(await filesOf(source, charts, folder)) }
}

/** A manifest has no hash of its own: what the page cannot be made of, though every key is as it must be, was edited. */
async function filesOf(source: ReportSource, charts: boolean, folder: string) {
  try {
    const page = { name: REPORT, bytes: encodeReport(source), mayBePassedOn: true }
    const { files, notes } = charts ? await drawCharts(source) : { files: [], notes: [] }
    return { files: [page, ...files], notes }
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    throw unfit(folder, error)
  }
}

function manifestWith(manifest: Manifest, files: ResultFile[]): Uint8Array {
  const listing = files.filter(({ isOfThisMachine }) => !isOfThisMachine).map((file) => listed(written(file)))
  const replaced = manifest.files.map((file) => listing.find(({ name }) => name === file.name) ?? file)
  const added = listing.filter(({ name }) => !manifest.files.some((file) => file.name === name))
  return encodeManifest({ ...manifest, files: [...replaced, ...added] })
}
