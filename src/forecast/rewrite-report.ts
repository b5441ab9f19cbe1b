// Writes the report of a finished result again, and its charts where they are asked for: folder -> the same folder.

import { readPublishedRates } from '../input/files/published-files.ts'
import { reportFiles } from '../report/report-files.ts'
import { describeFile, encodeJson, type Manifest, type ResultFile } from '../result/manifest/manifest.ts'
import { MANIFEST } from '../result/result-files.ts'
import { checkPlaces } from '../write/folder/check-target.ts'
import { withClaim } from '../write/folder/claim.ts'
import { readManifestText } from '../write/folder/read-settled.ts'
import { addToResult } from '../write/folder/result-folder.ts'
import { MachineError } from '../write/machine-error.ts'
import { type FinishedReport, readFinishedReport, unfit } from './read-finished-report.ts'

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
async function filesOf(source: FinishedReport['source'], charts: boolean, folder: string) {
  try {
    const { council, start } = source.scenario
    return await reportFiles({ ...source, rates: readPublishedRates(council, start) }, charts)
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    throw unfit(folder, error)
  }
}

function manifestWith(manifest: Manifest, files: ResultFile[]): Uint8Array {
  const written = files.filter(({ isOfThisMachine }) => !isOfThisMachine).map(describeFile)
  const replaced = manifest.files.map((file) => written.find(({ name }) => name === file.name) ?? file)
  const added = written.filter(({ name }) => !manifest.files.some((file) => file.name === name))
  return encodeJson({ ...manifest, files: [...replaced, ...added] })
}
