// Files and folders that are on the disk, not only on their way to it.
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemCode } from '../machine-error.ts'

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

/** Where a folder cannot be opened or flushed, as on Windows and some file systems, its system sees to it. */
const NO_FLUSH = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Waits until the names in a folder are on the disk; does nothing where folders cannot be flushed. */
export async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (!NO_FLUSH.includes(systemCode(error) ?? '')) throw error
  }
}
