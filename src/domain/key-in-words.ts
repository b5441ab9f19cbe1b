// Keys of exit reasons and kinds of move as words.

/** Writes a key like 'specialGuardianship' as words: 'special guardianship'. */
export function keyInWords(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
