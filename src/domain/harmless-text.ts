// Characters that no reader sees and a terminal, an editor or a page may act on: escape codes, directions of writing,
// nothing of no width. Every text that goes to a person passes here.

/** Controls, formats such as bidirectional overrides, separators of lines and paragraphs, and halves of a character. */
const ACTING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const ACTING_BUT_LINES = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const EACH_ACTING_BUT_LINES = new RegExp(ACTING_BUT_LINES, 'gu')

/** Returns a text with `\u009b` in the place of each such character, but for tabs and ends of lines; JSON stays the same JSON. */
export function harmless(text: string): string {
  return text.replace(EACH_ACTING_BUT_LINES, escaped)
}

/** Writes each unit of a character as JSON can have it. */
function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}

/** Names the first such character of a line, like 'U+009B'; undefined where there is none. */
export function actingInLine(text: string): string | undefined {
  return nameOf(ACTING.exec(text)?.[0])
}

/** Names the first such character of a text that may have several lines; undefined where there is none. */
export function actingInText(text: string): string | undefined {
  return nameOf(ACTING_BUT_LINES.exec(text)?.[0])
}

function nameOf(character: string | undefined): string | undefined {
  return character && `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
