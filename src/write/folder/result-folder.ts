// Puts a result in place whole or not at all: the last step of a run. check-target.ts has asked before the first.

import { lstat, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readRegularFile } from '../../input/files/regular-file.ts'
import { pictureBeside } from '../../result/picture-name.ts'
import type { PlacedFile } from '../../result/result-files.ts'
import { isNameInResult, MANIFEST, MOST_FILE_BYTES, WORK } from '../../result/result-files.ts'
import { asMachineError, MachineError } from '../machine-error.ts'
import { sha256Of } from '../sha256.ts'
import { readEarlierManifest } from './check-target.ts'
import { type Claim, withClaim } from './claim.ts'
import { flushFolder, writeFlushed } from './flushed.ts'
import { NEW } from './names.ts'
import { exists } from './present.ts'
import { MoveError, replaceFiles } from './replacement.ts'

/** Where a new result is kept that could not be put in place, within the folder where it was to be. */
export const NOT_IN_PLACE = 'not-in-place'

/**
 * Puts the files in `dir` in place of the result that is there; files of other names stay. Whenever the process ends, the
 * folder has the earlier or the new result, or a journal from which the next process makes one of the two. Throws a
 * MachineError where the disk, its permissions or another process do not allow it, and the signal's reason where it is
 * aborted before the first file is moved. `claim` is that of the folder, where the process has it.
 */
export async function writeResult(
  dir: string,
  files: PlacedFile[],
  signal?: AbortSignal,
  claim?: Claim,
): Promise<void> {
  await replaceIn(dir, files, signal, claim, async () => {
    const leftOver = await filesOnlyInEarlier(dir, files)
    const moved = await move(dir, files, leftOver)
    if (moved !== undefined) throw await keepNew(dir, moved)
  })
}

/** Puts files into a result that is there, in place of those of the same names; its manifest is one of them. Throws as above. */
export async function addToResult(
  dir: string,
  files: PlacedFile[],
  signal?: AbortSignal,
  claim?: Claim,
): Promise<void> {
  await replaceIn(dir, files, signal, claim, async () => {
    const moved = await move(dir, files, [])
    if (moved !== undefined)
      throw new MachineError(`${moved.message}${MEND}; the result is as it was`, { cause: moved })
  })
}

const MEND = '; close the file where it is open, or see to its permissions, and run the command again'

async function replaceIn(
  dir: string,
  files: PlacedFile[],
  signal: AbortSignal | undefined,
  given: Claim | undefined,
  replace: () => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted()
  await withClaim(dir, given, async () => {
    try {
      await writeNew(dir, files, signal)
      signal?.throwIfAborted()
    } catch (error) {
      signal?.throwIfAborted()
      throw asMachineError(error, `cannot write the result to ${dir}`)
    }
    try {
      await replace()
    } catch (error) {
      throw asMachineError(error, `cannot replace the result in ${dir}`)
    }
  })
}

/** Within the folder: it may be a mounted volume, and files move only within a file system. */
async function writeNew(dir: string, files: PlacedFile[], signal?: AbortSignal): Promise<void> {
  const fresh = join(dir, WORK, NEW)
  await rm(fresh, { recursive: true, force: true })
  for (const { name, bytes } of files) await writeFlushed(join(fresh, name), bytes, signal)
  const folders = new Set(files.map(({ name }) => dirname(join(fresh, name))))
  for (const folder of [...folders, fresh, join(dir, WORK), dir]) await flushFolder(folder)
}

/** Returns what was in the way of a move where all is as it was. */
async function move(dir: string, files: PlacedFile[], leftOver: string[]): Promise<MoveError | undefined> {
  const names = manifestLast(files.map(({ name }) => name))
  const taken: string[] = []
  try {
    for (const name of [...names, ...leftOver]) if (await isFile(dir, name)) taken.push(name)
    await replaceFiles(dir, { old: manifestLast(taken).reverse(), new: names })
    return undefined
  } catch (error) {
    if (error instanceof MoveError) return error
    throw error
  }
}

function manifestLast(names: string[]): string[] {
  const others = names.filter((name) => name !== MANIFEST)
  return others.length < names.length ? [...others, MANIFEST] : others
}

/** A folder in the place of a file may hold what is not ours. */
async function isFile(dir: string, name: string): Promise<boolean> {
  const path = join(dir, name)
  if (!(await exists(path))) return false
  if (!(await lstat(path)).isDirectory()) return true
  throw new MoveError(`cannot replace ${path}: it is a folder; move it away`)
}

/** Keeps a new result for which a run may have taken hours. */
async function keepNew(dir: string, { message, cause }: MoveError): Promise<MachineError> {
  const earlier = (await exists(join(dir, MANIFEST))) ? 'the earlier result is as it was; ' : ''
  const kept = await freeName(join(dir, NOT_IN_PLACE))
  const where = await rename(join(dir, WORK, NEW), kept).then(
    () => `the new one is in ${kept}`,
    () => 'the new one is not kept',
  )
  return new MachineError(`${message}${MEND}; ${earlier}${where}`, { cause })
}

async function freeName(path: string, number = 1): Promise<string> {
  const name = number === 1 ? path : `${path}-${number}`
  return (await exists(name)) ? freeName(path, number + 1) : name
}

/** Names the files of the earlier result that the new one lacks, if they are byte for byte what carecast wrote. */
async function filesOnlyInEarlier(dir: string, files: PlacedFile[]): Promise<string[]> {
  const earlier = await readEarlierManifest(dir)
  const names: string[] = []
  for (const { name, sha256 } of earlier?.files ?? []) {
    if (!isNameInResult(name)) continue
    const isReplaced = files.some((file) => file.name === name)
    if (!isReplaced && (await hasHash(join(dir, name), sha256))) names.push(name)
    // No manifest has the pictures beside drawings, and those of an earlier drawing would be wrong.
    const picture = pictureBeside(name)
    if (name.endsWith('.svg') && !files.some((file) => file.name === picture)) names.push(picture)
  }
  return names
}

async function hasHash(path: string, sha256: string): Promise<boolean> {
  const content = await readRegularFile(path, MOST_FILE_BYTES).catch(() => '')
  return typeof content !== 'string' && sha256Of(content) === sha256
}
