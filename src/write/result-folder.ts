// Puts a result in place whole or not at all: the last step of a run. check-target.ts has asked before the first.
import { mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readEarlierManifest } from './check-target.ts'
import { asMachineError } from './machine-error.ts'
import type { ResultFile } from './manifest.ts'
import { pictureBeside } from './picture-name.ts'
import { MANIFEST } from './result-files.ts'
import { sha256Of } from './result-identity.ts'

/**
 * Writes the files to a temporary folder and moves them into `dir`, the manifest last; files of other names stay. After
 * a failure or an abort, `dir` has the earlier result or no manifest, and the temporary folder is gone. Throws a
 * MachineError where the disk or its permissions do not allow it, and the signal's reason where it is aborted.
 */
export async function writeResult(dir: string, files: ResultFile[], signal?: AbortSignal): Promise<void> {
  await writeThenMove(dir, files, signal, (temporary) => putInPlace(temporary, dir, files))
}

/** Puts files into a result that is there, in place of those of the same names; its manifest is one of them. Throws as above. */
export async function addToResult(dir: string, files: ResultFile[], signal?: AbortSignal): Promise<void> {
  await writeThenMove(dir, files, signal, (temporary) => moveAll(temporary, dir, files))
}

async function writeThenMove(
  dir: string,
  files: ResultFile[],
  signal: AbortSignal | undefined,
  move: (temporary: string) => Promise<void>,
): Promise<void> {
  try {
    signal?.throwIfAborted()
    await mkdir(dir, { recursive: true })
    // Inside the folder, not next to it: the folder may be a mounted volume, and files move only within a file system.
    const temporary = await mkdtemp(join(dir, '.carecast-'))
    try {
      for (const { name, bytes } of files) await writeFlushed(join(temporary, name), bytes, signal)
      signal?.throwIfAborted()
      await move(temporary)
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw asMachineError(error, `cannot write the result to ${dir}`)
  }
}

/** Writes a file, and the folder that it is in, and waits until it is on the disk. */
export async function writeFlushed(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes, { signal })
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes the earlier manifest away first: from here until the new one is in place, the folder holds no result. */
async function putInPlace(temporary: string, dir: string, files: ResultFile[]): Promise<void> {
  const leftOver = await filesOnlyInEarlier(dir, files)
  await rm(join(dir, MANIFEST), { force: true })
  for (const name of leftOver) await rm(join(dir, name), { force: true })
  await moveAll(temporary, dir, files)
}

async function moveAll(temporary: string, dir: string, files: ResultFile[]): Promise<void> {
  const names = files.map(({ name }) => name).filter((name) => name !== MANIFEST)
  for (const name of [...names, MANIFEST]) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await rename(join(temporary, name), join(dir, name))
  }
}

/** In the folder itself, or in its folder of charts. */
const NAME_IN_RESULT = /^(charts\/)?[^/\\]+$/

/** Names the files of the earlier result that the new one lacks, if they are byte for byte what carecast wrote. */
async function filesOnlyInEarlier(dir: string, files: ResultFile[]): Promise<string[]> {
  const earlier = await readEarlierManifest(dir)
  const names: string[] = []
  for (const { name, sha256 } of earlier?.files ?? []) {
    if (!NAME_IN_RESULT.test(name)) continue
    const isReplaced = files.some((file) => file.name === name)
    const content = isReplaced ? undefined : await readFile(join(dir, name)).catch(() => undefined)
    if (content !== undefined && sha256Of(content) === sha256) names.push(name)
    // No manifest has the pictures beside drawings, and those of an earlier drawing would be wrong.
    if (name.endsWith('.svg')) names.push(pictureBeside(name))
  }
  return names
}
