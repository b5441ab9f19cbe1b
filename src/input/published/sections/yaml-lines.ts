// Lines of a scenario file: keys, figures with where they come from, tables, comments; wrapped like those made by hand.

const WIDTH = 120

/** A number with where it comes from. */
export interface Figure extends Note {
  value: number
}

export interface Note {
  kind: 'published' | 'assumed'
  text: string
}

/** Writes a comment, wrapped. */
export function comment(text: string, indent = ''): string[] {
  return wrapped(text, WIDTH - indent.length - 2).map((line) => `${indent}# ${line}`)
}

/** Writes the comment that begins a part of the file. */
export function heading(text: string): string[] {
  return ['', `# --- ${text} ${'-'.repeat(Math.max(3, WIDTH - 7 - text.length))}`]
}

/** Writes a key with a text. */
export function textLine(indent: string, key: string, text: string): string[] {
  const line = `${indent}${key}: ${quoted(text)}`
  if (line.length <= WIDTH) return [line]
  return [
    `${indent}${key}: >-`,
    ...wrapped(text, WIDTH - indent.length - 2).map((part) => `${indent}  ${part}`),
  ]
}

/** Writes where the numbers of a block come from. */
export function noteLine(indent: string, { kind, text }: Note): string[] {
  return textLine(indent, kind, text)
}

/** Writes a key with a figure, on one line where it fits. */
export function figureLine(indent: string, key: string, { value, kind, text }: Figure): string[] {
  const line = `${indent}${key}: { value: ${plain(value)}, ${kind}: ${quoted(text)} }`
  if (line.length <= WIDTH) return [line]
  return [`${indent}${key}:`, `${indent}  value: ${plain(value)}`, ...noteLine(`${indent}  `, { kind, text })]
}

/** Writes a key with a table of numbers, in braces, wrapped. */
export function tableLine(indent: string, key: string, table: Record<string, number | undefined>): string[] {
  const cells = Object.entries(table).map(([name, value]) => `${name}: ${plain(value!)}`)
  const line = `${indent}${key}: { ${cells.join(', ')} }`
  if (line.length <= WIDTH) return [line]
  const lines = wrapped(`{ ${cells.join(', ')} }`, WIDTH - indent.length - 4)
  return [`${indent}${key}:`, ...lines.map((part, at) => `${indent}${at === 0 ? '  ' : '    '}${part}`)]
}

/** A number with at most three digits that count after its first. */
function plain(value: number): string {
  return String(Number(value.toPrecision(value >= 1000 ? 15 : 4)))
}

/** Writes an item of a list of texts. */
export function itemLine(indent: string, text: string): string {
  return `${indent}- ${quoted(text)}`
}

/** In quotes, unless nothing in the text could mean something to YAML, in braces or not. */
function quoted(text: string): string {
  return /^[A-Za-z£][A-Za-z0-9£ ./()%;-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`
}

function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`
    if (longer.length <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
