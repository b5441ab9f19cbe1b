// Text of a CSV file -> rows of cells with their places, by RFC 4180: quoted cells may hold separators, line breaks and "".
import { InputError } from '../input-error.ts'

/** What stands between two cells: Excel writes commas, semicolons where the comma is a decimal sign, or tabs. */
export type Separator = ',' | ';' | '\t'

export interface CsvCell {
  /** Without the spaces around it. */
  text: string
  /** Where it begins in the file, counted from 1. */
  line: number
  column: number
  isQuoted: boolean
}

/** The cells of a row, and the line of the file that it begins on. */
export interface CsvRow {
  line: number
  cells: CsvCell[]
}

const BYTE_ORDER_MARK = /^\uFEFF/
const LINE_BREAKS = /\r\n|\r|\n/g
const QUOTED_CELL = /[ \u00a0]*"([^"]*(?:""[^"]*)*)"(?!")[ \u00a0]*/y
const MAY_BE_QUOTED = new Set(['"', ' ', '\u00a0'])
const patternsOf = (separator: Separator) => ({
  plain: new RegExp(`[^${separator}\\r\\n]*`, 'y'),
  end: new RegExp(`${separator}|\\r\\n|\\r|\\n|$`, 'y'),
})

/** Reads the rows of a text one after another, empty ones too; throws InputError where quotes go wrong. */
export function* csvRows(text: string, path: string, separator: Separator = ','): Generator<CsvRow> {
  const content = text.replace(BYTE_ORDER_MARK, '')
  const { plain, end } = patternsOf(separator)
  let row: CsvRow = { line: 1, cells: [] }
  let [at, line, lineStart] = [0, 1, 0]
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(content)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < content.length || row.cells.length > 0) {
    const [start, place] = [at, { file: path, line, column: at - lineStart + 1 }]
    const quoted = MAY_BE_QUOTED.has(content[at]) ? take(QUOTED_CELL) : null
    const cell = quoted?.[1].replaceAll('""', '"') ?? take(plain)![0]
    row.cells.push({ text: cell.trim(), line, column: place.column, isQuoted: quoted !== null })
    for (const { index, 0: lineBreak } of quoted?.[0].matchAll(LINE_BREAKS) ?? []) {
      line++
      lineStart = start + index + lineBreak.length
    }
    const after = take(end)
    if (after === null || (!quoted && cell.trimStart().startsWith('"')))
      throw new InputError([strayQuote(place)])
    if (after[0] === separator) continue
    yield row
    row = { line: ++line, cells: [] }
    lineStart = at
  }
}

/** Tells whether a row has nothing in it, as spreadsheets write below a table. */
export function isBlank({ cells }: CsvRow): boolean {
  return cells.every(({ text }) => text === '')
}

function strayQuote(place: { file: string; line: number; column: number }) {
  const message = 'has a quotation mark that does not open and close a cell; write " inside a cell as ""'
  return { ...place, message }
}
