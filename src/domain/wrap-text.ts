// Texts broken into lines, for terminals and for the notes of pictures.

/** Breaks a text into lines of at most `columns` characters between its words; control characters count as spaces. */
export function wrapText(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[\s\p{Cc}]+/u).filter(Boolean)) {
    if (line && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}
