// The bytes of an input file as text, refused where they are no text or it does not exist.
import { createReadStream } from 'node:fs'
import { InputError } from './input-error.ts'

const MAX_BYTES = 1_000_000

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is not a folder',
  EISDIR: 'is a folder; name a file in it',
  EACCES: 'cannot be read: you have no permission',
  EPERM: 'cannot be read: you have no permission',
  ENAMETOOLONG: 'cannot be read: the name is too long',
  ELOOP: 'cannot be read: its links go in a circle',
  ERR_INVALID_ARG_VALUE: 'is not the name of a file',
}

/** Reads a text file in UTF-8 of up to 1 MB, or a pipe; throws InputError, which says what is wanted, where it is not one. */
export async function readText(path: string, wanted = 'a scenario is YAML, saved as UTF-8'): Promise<string> {
  const bytes = await readBytes(path)
  const fail = (message: string) => new InputError([{ file: path, message }])
  if (bytes.length > MAX_BYTES) throw fail('is larger than 1 MB, the limit for a scenario')
  if (bytes.includes(0)) throw fail(`is not a text file; ${wanted}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw fail('is not in UTF-8; save it again with that encoding')
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const chunks: Buffer[] = []
    // One byte beyond the limit tells that there is more, even of a device that never ends.
    for await (const chunk of createReadStream(path, { end: MAX_BYTES })) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    throw new InputError([{ file: path, message: reason }])
  }
}
