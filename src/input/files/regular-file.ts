// Files that can be read to their end: not folders, pipes or devices, which may wait or go on for ever, nor files beyond a limit.
import type { Stats } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'

/** Says what a path is where it is no file, and what to do; undefined for a file. */
export function kindProblem(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined
  if (stats.isDirectory()) return 'is a folder; name a file in it'
  const kind = stats.isFIFO() ? 'a named pipe' : stats.isSocket() ? 'a socket' : 'a device'
  return `is ${kind}, which may never end; name a file`
}

/** Reads a file of up to so many bytes; returns what is wrong instead where it is no file, or larger. Throws errors of the system. */
export async function readRegularFile(path: string, mostBytes: number): Promise<Buffer | string> {
  const stats = await stat(path)
  const problem = kindProblem(stats)
  if (problem !== undefined) return problem
  if (stats.size > mostBytes) return `has ${stats.size.toLocaleString('en-GB')} bytes, more than can be read`
  return readFile(path)
}
