// SHA-256 of texts, which a browser's page must be able to say too; large files are hashed by write/sha256.ts.
import { sha256 } from '@noble/hashes/sha2.js'

/** Returns the SHA-256 of a text in UTF-8 as 64 hexadecimal digits. */
export function sha256InHex(text: string): string {
  return Array.from(digest(text), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Returns the SHA-256 of a text in UTF-8 in base64. */
export function sha256InBase64(text: string): string {
  return btoa(String.fromCharCode(...digest(text)))
}

function digest(text: string): Uint8Array {
  return sha256(new TextEncoder().encode(text))
}
