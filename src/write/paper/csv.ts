// years.csv: the yearly summary for spreadsheets. Summary -> text in UTF-8 with a byte order mark, lines ending in CRLF.

import { CONFIDENTIAL } from '../../result/disclosure/confidential.ts'
import { STATISTICS, type Statistic, type YearsSummary } from '../../summary/numbers/statistics.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** Spreadsheets take text that begins with one of these for a formula, or drop the control character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const FORMULA_START = /^[=+\-@\u0000-\u001f\u007f]/

/** A cell of text, or a number as formatNumber writes it. */
export type Cell = string | { number: string }

/**
 * Encodes years.csv: a row for each variant, financial year and line, with the columns of years.arrow. Where the result
 * is only an illustration, a column more says so and why, in every row.
 */
export function encodeYearsCsv(summary: YearsSummary, illustrative?: string): Uint8Array {
  const note = (text: string | undefined) => (illustrative === undefined || text === undefined ? [] : [text])
  const header = ['variant', 'financial_year', 'line', 'unit', ...STATISTICS, ...note('illustrative')]
  const rows = summary.line.map((line, row) => [
    summary.variant[row],
    summary.financial_year[row],
    line,
    summary.unit[row],
    ...STATISTICS.map((name) => statisticCell(summary, name, row)),
    ...note(illustrative),
  ])
  return encodeCsv([header, ...rows])
}

/** Every mean is known but those that are confidential, and nothing else of their rows is told. */
function statisticCell({ statistics, unit }: YearsSummary, name: Statistic, row: number): Cell {
  return Number.isNaN(statistics.mean[row]) ? CONFIDENTIAL : formatNumber(statistics[name][row], unit[row])
}

/** Encodes rows of cells by RFC 4180, in UTF-8 with a byte order mark so that Excel reads £. */
export function encodeCsv(rows: Cell[][]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map(encodeCell).join(',')}\r\n`)
  return new TextEncoder().encode(BYTE_ORDER_MARK + lines.join(''))
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises (CSV injection). */
function encodeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell.number
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Writes a number with a point and no separators: £ to the penny, other units to 6 significant digits but never coarser
 * than 1, since more is Monte Carlo noise; an unknown number (NaN) is an empty cell.
 */
export function formatNumber(value: number, unit: string): Cell {
  if (Number.isNaN(value)) return { number: '' }
  if (unit === '£') return { number: value.toFixed(2).replace(/^-(?=0\.00$)/, '') }
  // Adding 0 turns -0 into 0.
  return { number: String(Math.abs(value) >= 1e5 ? Math.round(value) : Number(value.toPrecision(6)) + 0) }
}
