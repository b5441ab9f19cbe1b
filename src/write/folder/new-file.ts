// A text file in place whole or not at all, and never in place of another unless that is asked for.
import { link, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type InputError, refusalOf } from '../../input/input-error.ts'
import { asMachineError, systemCode } from '../machine-error.ts'
import { writeFlushed } from './flushed.ts'
import { signOwner } from './owner.ts'
import { makeTemporary, removeLeftovers } from './temporary.ts'

/**
 * Writes a text to a new file, its folder too where there is none. Throws an InputError where something else than a file has
 * the name, or a file has it without `overwrite`; a MachineError where the disk or its permissions do not allow it; and the
 * signal's reason where it is aborted before the file is in place.
 */
export async function writeNewFile(
  path: string,
  text: string,
  overwrite: boolean,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await checkName(path, overwrite)
    await mkdir(dirname(path), { recursive: true })
    await removeLeftovers(dirname(path))
    // Beside the file: a file can be moved only within a file system.
    const temporary = await makeTemporary(dirname(path), signOwner())
    try {
      await writeFlushed(join(temporary, 'new'), new TextEncoder().encode(text), signal)
      signal?.throwIfAborted()
      // A link, unlike a move, fails where another program has made the file meanwhile.
      if (overwrite) await rename(join(temporary, 'new'), path)
      else await link(join(temporary, 'new'), path)
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (systemCode(error) === 'EEXIST') throw taken(path)
    if (systemCode(error) === 'ENOTDIR')
      throw refusalOf(path, 'lies under a file; name another one with --out')
    throw asMachineError(error, `cannot write ${path}`)
  }
}

async function checkName(path: string, overwrite: boolean): Promise<void> {
  const found = await stat(path).catch((error) => {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (found?.isDirectory()) throw refusalOf(path, 'is a folder; name a file in it')
  if (found !== undefined && !found.isFile())
    throw refusalOf(path, 'is no file but a pipe, device or socket; name a file, or --out - to print')
  if (found !== undefined && !overwrite) throw taken(path)
}

function taken(path: string): InputError {
  return refusalOf(path, 'exists already; add --overwrite to replace it, or name another file with --out')
}
