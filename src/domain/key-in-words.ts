// Keys of exit reasons, kinds of move and packages as words.

/** Writes a key like 'specialGuardianship' or 'edge-of-care' as words: 'special guardianship', 'edge of care'. */
export function keyInWords(key: string): string {
  return key.replaceAll('-', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
