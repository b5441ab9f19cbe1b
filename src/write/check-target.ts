// Looks at the folder for a result before the run starts, so that a long run does not end in a refusal.
import { constants } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { InputError } from '../input/input-error.ts'
import { differenceFrom, type EarlierManifest, parseManifest } from './earlier-manifest.ts'
import { asMachineError, systemCode } from './machine-error.ts'
import { MANIFEST, RESULT_FILES } from './result-files.ts'
import type { ExpectedIdentity } from './result-identity.ts'

const MEND = 'add --overwrite to replace it, or name another folder with --out'

/**
 * Throws an InputError where the folder is a file, or where writing the result would replace another result or files of
 * unknown origin without `overwrite`, and a MachineError where it cannot be written to; it changes nothing.
 */
export async function checkTarget(
  dir: string,
  identity: ExpectedIdentity,
  overwrite: boolean,
): Promise<void> {
  const names = await listFolder(dir)
  await checkWritable(resolve(dir))
  if (overwrite) return
  const earlier = await readEarlierManifest(dir)
  if (earlier === undefined) checkNames(dir, names)
  else checkIdentity(dir, earlier, identity)
}

/** Reads the manifest in a folder; undefined where there is none, or none of carecast. */
export async function readEarlierManifest(dir: string): Promise<EarlierManifest | undefined> {
  try {
    return parseManifest(await readFile(join(dir, MANIFEST), 'utf8'))
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'EISDIR') return undefined
    throw asMachineError(error, `cannot read ${join(dir, MANIFEST)}`)
  }
}

async function listFolder(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') throw refusal(dir, 'is a file or lies under one; name a folder with --out')
    throw asMachineError(error, `cannot read the folder ${dir}`)
  }
}

/** Asks for permission to write in the folder, or where it does not exist yet, in the nearest that does. */
async function checkWritable(dir: string): Promise<void> {
  try {
    await access(dir, constants.W_OK)
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && dirname(dir) !== dir) return checkWritable(dirname(dir))
    throw asMachineError(error, `cannot write to ${dir}`)
  }
}

function checkNames(dir: string, names: string[]): void {
  const taken = RESULT_FILES.filter((name) => names.includes(name))
  if (taken.length > 0) throw refusal(dir, `has ${taken.join(', ')} but no manifest of carecast; ${MEND}`)
}

function checkIdentity(dir: string, earlier: EarlierManifest, identity: ExpectedIdentity): void {
  const difference = differenceFrom(earlier, identity)
  if (difference !== undefined) throw refusal(dir, `holds another result (${difference}); ${MEND}`)
}

function refusal(dir: string, message: string): InputError {
  return new InputError([{ file: dir, message }])
}
