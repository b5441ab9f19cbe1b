// Puts a result in place whole or not at all: the last step of a run. check-target.ts has asked before the first.
import { mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readEarlierManifest } from './check-target.ts'
import { asMachineError } from './machine-error.ts'
import type { ResultFile } from './manifest.ts'
import { MANIFEST } from './result-files.ts'
import { sha256Of } from './result-identity.ts'

/**
 * Writes the files to a temporary folder and moves them into `dir`, the manifest last; files of other names stay. After
 * a failure or an abort, `dir` has the earlier result or no manifest, and the temporary folder is gone. Throws a
 * MachineError where the disk or its permissions do not allow it, and the signal's reason where it is aborted.
 */
export async function writeResult(dir: string, files: ResultFile[], signal?: AbortSignal): Promise<void> {
  try {
    signal?.throwIfAborted()
    await mkdir(dir, { recursive: true })
    // Inside the folder, not next to it: the folder may be a mounted volume, and files move only within a file system.
    const temporary = await mkdtemp(join(dir, '.carecast-'))
    try {
      for (const { name, bytes } of files) await writeFlushed(join(temporary, name), bytes, signal)
      signal?.throwIfAborted()
      await putInPlace(temporary, dir, files)
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw asMachineError(error, `cannot write the result to ${dir}`)
  }
}

/** Writes a file and waits until it is on the disk. */
export async function writeFlushed(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
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
  const names = files.map(({ name }) => name).filter((name) => name !== MANIFEST)
  for (const name of [...names, MANIFEST]) await rename(join(temporary, name), join(dir, name))
}

/** Names the files of the earlier result that the new one lacks, if they are byte for byte what carecast wrote. */
async function filesOnlyInEarlier(dir: string, files: ResultFile[]): Promise<string[]> {
  const earlier = await readEarlierManifest(dir)
  const names: string[] = []
  for (const { name, sha256 } of earlier?.files ?? []) {
    const isReplaced = files.some((file) => file.name === name)
    if (isReplaced || basename(name) !== name) continue
    const content = await readFile(join(dir, name)).catch(() => undefined)
    if (content !== undefined && sha256Of(content) === sha256) names.push(name)
  }
  return names
}
