// Hashes of texts and files, by which a result is known to be whole.
import { createHash } from 'node:crypto'

/** Returns the SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Returns the hash by which a page's policy knows its own style and script. */
export function policyHash(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
