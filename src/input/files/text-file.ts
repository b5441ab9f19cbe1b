// The bytes of an input file as text, refused where they are no text or it does not exist.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError } from '../input-error.ts'
import { kindProblem } from './regular-file.ts'

const MAX_BYTES = 1_000_000

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist: a part of its path is not a folder',
  EACCES: 'cannot be read: you have no permission',
  EPERM: 'cannot be read: you have no permission',
  ENAMETOOLONG: 'cannot be read: the name is too long',
  ELOOP: 'cannot be read: its links go in a circle',
  ENXIO: 'cannot be read: nothing can be opened there',
  ERR_INVALID_ARG_VALUE: 'is not the name of a file',
}

const TOO_LARGE = 'is larger than 1 MB, the limit for a scenario'

/** Reads a text file in UTF-8 of up to 1 MB, or standard input; throws InputError, which says what is wanted, where it is not one. */
export async function readText(path: string, wanted = 'a scenario is YAML, saved as UTF-8'): Promise<string> {
  const bytes = await readBytes(path)
  const fail = (message: string) => new InputError([{ file: path, message }])
  if (bytes.length > MAX_BYTES) throw fail(TOO_LARGE)
  if (bytes.includes(0)) throw fail(`is not a text file; ${wanted}`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw fail('is not in UTF-8; save it again with that encoding')
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    if (!STANDARD_INPUT.test(resolve(path))) await refuseUnread(path)
    const chunks: Buffer[] = []
    // One byte beyond the limit tells that there is more, even of a file whose size the system does not know.
    for await (const chunk of createReadStream(path, { end: MAX_BYTES })) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    if (reason === undefined) throw error
    throw new InputError([{ file: path, message: reason }])
  }
}

/** What the shell has opened for carecast, by < or |, as <(…) does too; it may be a pipe, whose end the other program sets. */
const STANDARD_INPUT = /^\/(dev\/stdin|(dev|proc\/self)\/fd\/\d+)$/

/** Looks before it opens: to open a pipe that nobody writes to is to wait for ever. */
async function refuseUnread(path: string): Promise<void> {
  const stats = await stat(path)
  const message = kindProblem(stats) ?? (stats.size > MAX_BYTES ? TOO_LARGE : undefined)
  if (message !== undefined) throw new InputError([{ file: path, message }])
}
