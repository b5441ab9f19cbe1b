// Text of a CSV file -> rows of cells with their lines, by RFC 4180: quoted cells may hold commas, line breaks and "".
import { InputError } from './input-error.ts'

/** The cells of a row, and the line of the file that it begins on, counted from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

const BYTE_ORDER_MARK = /^\uFEFF/
const LINE_BREAK = /\r\n|\r|\n/
const PLAIN_CELL = /[^,\r\n]*/y
const QUOTED_CELL = /"((?:[^"]|"")*)"/y
const AFTER_CELL = /,|\r\n|\r|\n|$/y

/** Reads the rows that are not empty, cells without the spaces around them; throws InputError where quotes go wrong. */
export function parseCsv(text: string, path: string): CsvRow[] {
  const content = text.replace(BYTE_ORDER_MARK, '')
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(content)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < content.length) {
    const quoted = take(QUOTED_CELL)
    const cell = quoted ? quoted[1].replaceAll('""', '"') : take(PLAIN_CELL)![0]
    row.cells.push(cell.trim())
    line += cell.split(LINE_BREAK).length - 1
    const end = take(AFTER_CELL)
    if (end === null || (!quoted && cell.startsWith('"'))) throw quoteProblem(path, row.line)
    if (end[0] === ',' && at === content.length) row.cells.push('')
    if (end[0] === ',') continue
    line++
    rows.push(row)
    row = { line, cells: [] }
  }
  if (row.cells.length > 0) rows.push(row)
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function quoteProblem(file: string, line: number): InputError {
  const message = 'has a quotation mark that does not open and close a cell; write " inside a cell as ""'
  return new InputError([{ file, line, message }])
}
