// CSV with a heading -> one object a row, for tables whose columns are known: every row has a cell under each heading.

import { InputError, type Problem, quoteSafe } from '../input-error.ts'
import { type CsvRow, csvRows, isBlank } from './csv-rows.ts'

/** Reads CSV text into rows by column name; throws InputError where a heading stands twice or a row has another length. */
export function csvRecords(text: string, path: string): Record<string, string>[] {
  const [heading, ...rows] = [...csvRows(text, path)].filter((row) => !isBlank(row))
  if (heading === undefined) return []
  const problems = [...repeatedHeadings(heading), ...rows.flatMap((row) => lengthProblems(row, heading))]
  if (problems.length > 0) throw new InputError(problems.map((problem) => ({ file: path, ...problem })))
  const names = heading.cells.map((cell) => cell.text)
  return rows.map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, cells[at].text])))
}

function repeatedHeadings({ cells }: CsvRow): Omit<Problem, 'file'>[] {
  const seen = new Set<string>()
  return cells.flatMap(({ text, line, column }) => {
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew ? [] : [{ line, column, message: `has the heading '${quoteSafe(text)}' a second time` }]
  })
}

function lengthProblems({ line, cells }: CsvRow, heading: CsvRow): Omit<Problem, 'file'>[] {
  if (cells.length === heading.cells.length) return []
  const message = `has ${cells.length} cells under ${heading.cells.length} headings; put a text that has a comma in quotes`
  return [{ line, column: 1, message }]
}
