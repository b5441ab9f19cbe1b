// Reads from the folder of a result so that what is read is of one result: files are held to the hashes of the manifest, and
// where they are others since the folder is being replaced, that is said.
import { join } from 'node:path'
import { readRegularFile } from '../../input/files/regular-file.ts'
import { InputError } from '../../input/input-error.ts'
import { MANIFEST, MOST_MANIFEST_BYTES } from '../../result/result-files.ts'
import { asMachineError, MachineError, systemCode } from '../machine-error.ts'
import { settleFolder } from './claim.ts'
import { isPending } from './replacement.ts'

/**
 * Reads a result, after finishing what a killed process left half replaced. Throws a MachineError where the folder is being
 * replaced or was meanwhile, and what the reading throws.
 */
export async function readSettled<Result>(dir: string, read: () => Promise<Result>): Promise<Result> {
  await settleFolder(dir).catch((error) => {
    throw asMachineError(error, `cannot read the result in ${dir}`)
  })
  const before = await readManifestText(dir)
  try {
    return await read()
  } catch (error) {
    const now = await readManifestText(dir).catch(() => undefined)
    if (now === before && !(await isPending(dir))) throw error
    throw new MachineError(`${dir} was replaced while it was read: try again`, { cause: error })
  }
}

/** Reads the text of a result's manifest; throws InputError where the folder has none. */
export async function readManifestText(folder: string): Promise<string> {
  const path = join(folder, MANIFEST)
  try {
    const bytes = await readRegularFile(path, MOST_MANIFEST_BYTES)
    if (typeof bytes !== 'string') return bytes.toString()
    throw new InputError([{ file: path, message: bytes }])
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? ''))
      throw asMachineError(error, `cannot read ${path}`)
    if (await isPending(folder)) throw new MachineError(`${folder} is being replaced: try again`)
    const message = 'holds no result: it has no manifest.json; give a folder that carecast run wrote'
    throw new InputError([{ file: folder, message }])
  }
}
