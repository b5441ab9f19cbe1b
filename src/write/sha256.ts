// Hashes of files, by which a result is known to be whole: the machine's own are the fastest.
import { createHash } from 'node:crypto'

/** Returns the SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
