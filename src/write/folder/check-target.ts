// Looks at the folder for a result before the run starts, so that a long run does not end in a refusal.

import { constants, type Dirent } from 'node:fs'
import { access, lstat, readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { readRegularFile } from '../../input/files/regular-file.ts'
import { refusalOf } from '../../input/input-error.ts'
import { CHARTS, MANIFEST, MOST_MANIFEST_BYTES } from '../../result/result-files.ts'
import type { ExpectedIdentity } from '../../result/result-identity.ts'
import { FILE_NAMES } from '../file-kinds.ts'
import { asMachineError, MachineError, systemCode } from '../machine-error.ts'
import { settleFolder } from './claim.ts'
import { differenceFrom, type EarlierManifest, parseManifest } from './earlier-manifest.ts'
import { exists } from './present.ts'

const MEND = 'add --overwrite to replace it, or name another folder with --out'
const ELSEWHERE = 'name another folder with --out'

/**
 * Throws an InputError where the folder is none, has a folder in the place of a file, or where writing the result would
 * replace another result or files of unknown origin without `overwrite`, and a MachineError where it cannot be written to.
 * It finishes what a killed process left half replaced, and changes nothing else.
 */
export async function checkTarget(
  dir: string,
  identity: ExpectedIdentity,
  overwrite: boolean,
): Promise<void> {
  await listFolder(dir)
  await checkWritable(resolve(dir), dir)
  await settleFolder(dir)
  const entries = await checkPlaces(dir)
  if (overwrite) return
  const earlier = await readEarlierManifest(dir)
  if (earlier === undefined) checkNames(dir, entries)
  else checkIdentity(dir, earlier, identity)
}

/** Returns what is in a folder; throws where something is in the place of a file of a result that cannot be replaced. */
export async function checkPlaces(dir: string): Promise<Dirent[]> {
  const entries = await listFolder(dir)
  await checkWritable(resolve(dir), dir)
  refuseFolders(dir, entries)
  await checkCharts(dir, entries)
  await checkOwners(dir, entries)
  return entries
}

/** Reads the manifest in a folder; undefined where there is none, or none of carecast. */
export async function readEarlierManifest(dir: string): Promise<EarlierManifest | undefined> {
  const path = join(dir, MANIFEST)
  try {
    const bytes = await readRegularFile(path, MOST_MANIFEST_BYTES)
    return typeof bytes === 'string' ? undefined : parseManifest(bytes.toString())
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw asMachineError(error, `cannot read ${path}`)
  }
}

async function listFolder(dir: string): Promise<Dirent[]> {
  try {
    return await readdir(dir, { withFileTypes: true })
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') throw refusalOf(dir, `is a file or lies under one; ${ELSEWHERE}`)
    if (code === 'ELOOP') throw refusalOf(dir, `is a link that goes in a circle; ${ELSEWHERE}`)
    throw asMachineError(error, `cannot read the folder ${dir}; ${ELSEWHERE}`)
  }
}

/** Asks for permission to write in the folder, or where it does not exist yet, in the nearest that does. */
async function checkWritable(folder: string, dir: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(folder) === folder)
      throw asMachineError(error, `cannot write to ${folder}; ${ELSEWHERE}`)
    if (await exists(folder))
      throw refusalOf(
        dir,
        `needs the folder that the link ${folder} leads to, which does not exist; make it, or ${ELSEWHERE}`,
      )
    await checkWritable(dirname(folder), dir)
  }
}

/** A folder in the place of a file may hold anything, so that it is not replaced even with --overwrite. */
function refuseFolders(dir: string, entries: Dirent[]): void {
  const folders = entries.filter((entry) => entry.isDirectory() && FILE_NAMES.includes(entry.name))
  if (folders.length > 0)
    throw refusalOf(
      join(dir, folders[0].name),
      `is a folder where a file of the result goes; move it away, or ${ELSEWHERE}`,
    )
}

/** Charts go into a folder of that name; a link could lead to another disk, where no file can be moved to. */
async function checkCharts(dir: string, entries: Dirent[]): Promise<void> {
  const charts = entries.find(({ name }) => name === CHARTS)
  if (charts === undefined) return
  const path = join(dir, CHARTS)
  if (!charts.isDirectory())
    throw refusalOf(
      path,
      `is no folder, but charts go into a folder of that name; move it away, or ${ELSEWHERE}`,
    )
  await checkWritable(resolve(path), path)
  const folders = (await listFolder(path)).filter(
    (entry) => entry.isDirectory() && /\.(svg|png)$/.test(entry.name),
  )
  if (folders.length > 0)
    throw refusalOf(
      join(path, folders[0].name),
      `is a folder where the file of a chart may go; move it away, or ${ELSEWHERE}`,
    )
}

const STICKY = 0o1000

/** In a folder like /tmp, a file of another user cannot be moved, even by those who may write to the folder. */
async function checkOwners(dir: string, entries: Dirent[]): Promise<void> {
  const user = process.geteuid?.() ?? 0
  const taken = entries.filter(({ name }) => FILE_NAMES.includes(name))
  if (user === 0 || taken.length === 0) return
  const { mode, uid } = await stat(dir)
  if ((mode & STICKY) === 0 || uid === user) return
  for (const { name } of taken)
    if ((await lstat(join(dir, name))).uid !== user)
      throw new MachineError(
        `cannot replace ${join(dir, name)}: it belongs to another user, in a folder where only they can move it; ${ELSEWHERE}`,
      )
}

function checkNames(dir: string, entries: Dirent[]): void {
  const names = entries.map(({ name }) => name)
  const taken = FILE_NAMES.filter((name) => names.includes(name))
  if (taken.length > 0) throw refusalOf(dir, `has ${taken.join(', ')} but no manifest of carecast; ${MEND}`)
}

function checkIdentity(dir: string, earlier: EarlierManifest, identity: ExpectedIdentity): void {
  const difference = differenceFrom(earlier, identity)
  if (difference !== undefined) throw refusalOf(dir, `holds another result (${difference}); ${MEND}`)
}
