// Whether a name is taken, by a file, a folder or a link, wherever that leads.
import { lstat } from 'node:fs/promises'
import { systemCode } from '../machine-error.ts'

/** Tells whether there is anything of that path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}
