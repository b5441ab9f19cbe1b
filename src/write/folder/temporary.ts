// Hidden folders for work in progress, each signed by its process, so that what a killed one leaves is known and removed.
import { lstat, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from '../machine-error.ts'
import { flushFolder, writeFlushed } from './flushed.ts'
import { isGone, type Owner, parseOwner } from './owner.ts'

const BEGINNING = '.carecast-'
/** Within a temporary folder, the folder that has the file with the owner: a folder moves whole or not at all. */
export const OWNER = 'owner'
const OWNER_FILE = 'owner.json'

/** Returns the path of a temporary folder that does not exist yet. */
export function temporaryPath(dir: string, id: string): string {
  return join(dir, `${BEGINNING}${id}`)
}

/** Makes a temporary folder in `dir`, signed by its owner. */
export async function makeTemporary(dir: string, owner: Owner): Promise<string> {
  const temporary = await mkdtemp(join(dir, BEGINNING))
  await mkdir(join(temporary, OWNER))
  await writeFlushed(ownerFile(join(temporary, OWNER)), new TextEncoder().encode(JSON.stringify(owner)))
  await flushFolder(join(temporary, OWNER))
  return temporary
}

/** Reads who signed a folder of an owner; undefined where there is none, or nothing that can be read. */
export async function readOwner(signature: string): Promise<Owner | undefined> {
  try {
    return parseOwner(await readFile(ownerFile(signature), 'utf8'))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}

function ownerFile(signature: string): string {
  return join(signature, OWNER_FILE)
}

/** Removes the temporary folders in `dir` whose process is gone, or that nobody signed. */
export async function removeLeftovers(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    if (!name.startsWith(BEGINNING) || !(await isFolder(path))) continue
    const owner = await readOwner(join(path, OWNER))
    if (owner === undefined || isGone(owner)) await rm(path, { recursive: true, force: true })
  }
}

/** What another process has just removed is none. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}
