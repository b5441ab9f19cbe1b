// Writes the report of a finished result again, and its charts where they are asked for: folder -> the same folder.
import { describeFile, encodeJson, type Manifest, type ResultFile } from '../manifest.ts'
import { MANIFEST } from '../result-files.ts'
import { addToResult } from '../result-folder.ts'
import { readFinishedReport } from './read-finished-report.ts'
import { reportFiles } from './report-files.ts'

/**
 * Puts report.html, and with `charts` the files of its charts, into the folder of a result; its manifest is changed in what
 * it says of these alone. Returns their names and what is to be said of them. Throws InputError where the folder holds no
 * result, MachineError where it cannot be written to.
 */
export async function rewriteReport(
  folder: string,
  charts: boolean,
  signal: AbortSignal,
): Promise<{ names: string[]; notes: string[] }> {
  const { source, manifest } = await readFinishedReport(folder)
  const { files, notes } = await reportFiles(source, charts)
  await addToResult(folder, [...files, { name: MANIFEST, bytes: manifestWith(manifest, files) }], signal)
  return { names: files.map(({ name }) => name), notes }
}

function manifestWith(manifest: Manifest, files: ResultFile[]): Uint8Array {
  const written = files.filter(({ isOfThisMachine }) => !isOfThisMachine).map(describeFile)
  const replaced = manifest.files.map((file) => written.find(({ name }) => name === file.name) ?? file)
  const added = written.filter(({ name }) => !manifest.files.some((file) => file.name === name))
  return encodeJson({ ...manifest, files: [...replaced, ...added] })
}
