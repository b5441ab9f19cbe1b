// The table of financial years in the terminal: children at each year's end and cost, as wide as the terminal allows.
import { financialYearInWords } from '../domain/financial-year.ts'
import {
  formatStandardError,
  formatToError,
  POUNDS_PER_MILLION,
  supportedDecimals,
} from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import type { YearRow } from '../result/rows/year-rows.ts'
import type { Statistics } from '../summary/numbers/statistics.ts'
import { paint, type TerminalStyle } from './terminal-style.ts'

interface Column {
  heading: string
  cells: string[]
}

/** Columns under a common heading. */
export interface Group {
  heading: string
  columns: Column[]
}

const SPACE_BETWEEN_COLUMNS = '  '
const SPACE_BETWEEN_GROUPS = '   '

/** Lays out the rows as lines that fit the style's width: on one line each, then with footnotes, then as two tables. */
export function yearsTable(rows: YearRow[], style: TerminalStyle): string[] {
  const groups = [childrenGroup(rows), costGroup(rows, style)]
  const wide = table([wideLabels(rows), ...groups], style)
  if (fits(wide, style)) return wide
  const narrow = table([narrowLabels(rows), ...groups], style)
  const notes = footnotes(rows).flatMap((note) => wrapText(note, style.columns, '  '))
  return [...(fits(narrow, style) ? narrow : twoTables(rows, style)), ...notes]
}

function twoTables(rows: YearRow[], style: TerminalStyle): string[] {
  const withChildren = rows.filter(({ children_end }) => children_end)
  return [
    ...table([narrowLabels(withChildren), childrenGroup(withChildren)], style),
    '',
    ...table([narrowLabels(rows), costGroup(rows, style)], style),
  ]
}

/** Tells whether the lines of a table are no wider than the terminal. */
export function fits(lines: string[], style: TerminalStyle): boolean {
  return widest(lines) <= style.columns
}

/** Returns how many characters groups of columns take side by side. */
export function widthOf(groups: Group[], style: TerminalStyle): number {
  return widest(table(groups, style))
}

/** Headings are painted, the rest is bare and as wide as they are. */
function widest(lines: string[]): number {
  return Math.max(...lines.slice(2).map((line) => line.length))
}

function wideLabels(rows: YearRow[]): Group {
  const cells = rows.map((row) => (row.part ? `${yearName(row)} (part: ${row.part})` : yearName(row)))
  return { heading: '', columns: [{ heading: 'Financial year', cells }] }
}

/** Labels whose stars stand for the footnotes. */
function narrowLabels(rows: YearRow[]): Group {
  const cells = rows.map((row) => (row.part ? `${yearName(row)}*` : yearName(row)))
  return { heading: '', columns: [{ heading: 'Year', cells }] }
}

function yearName({ financial_year }: YearRow): string {
  return financialYearInWords(financial_year)
}

function footnotes(rows: YearRow[]): string[] {
  return rows.filter((row) => row.part).map((row) => `* ${row.financial_year} is a part year: ${row.part}`)
}

function childrenGroup(rows: YearRow[]): Group {
  const column = (heading: string, write: (statistics: Statistics) => string): Column => ({
    heading,
    cells: rows.map(({ children_end }) => (children_end ? write(children_end) : '')),
  })
  return {
    heading: 'Children at year end',
    columns: [
      column('P10', ({ q10, mc_error }) => formatToError(q10, mc_error)),
      column('P50', ({ q50, mc_error }) => formatToError(q50, mc_error)),
      column('P90', ({ q90, mc_error }) => formatToError(q90, mc_error)),
      column('Error', ({ mc_error }) => formatStandardError(mc_error)),
    ],
  }
}

function costGroup(rows: YearRow[], style: TerminalStyle): Group {
  const errors = rows.map(({ total }) => total.mc_error / POUNDS_PER_MILLION)
  const most = rows.some(({ total }) => total.q90 >= 10 * POUNDS_PER_MILLION) ? 1 : 2
  const decimals = Math.min(...errors.map((error) => supportedDecimals(error, most)))
  const column = (heading: string, quantile: 'q10' | 'q50' | 'q90'): Column => ({
    heading,
    cells: rows.map(({ total }, row) =>
      formatToError(total[quantile] / POUNDS_PER_MILLION, errors[row], decimals),
    ),
  })
  return {
    heading: style.unicode ? 'Cost, £m' : 'Cost, GBP m',
    columns: [column('P10', 'q10'), column('P50', 'q50'), column('P90', 'q90')],
  }
}

/** Lays groups of columns out side by side, their two lines of headings in bold; all columns have as many cells. */
export function table(groups: Group[], style: TerminalStyle): string[] {
  const rowCount = groups[0].columns[0].cells.length
  const blocks = groups.map(groupLines)
  const lines = Array.from({ length: rowCount + 2 }, (_, index) =>
    blocks
      .map((block) => block[index])
      .join(SPACE_BETWEEN_GROUPS)
      .trimEnd(),
  )
  return lines.map((line, index) => (index < 2 ? paint(style, 'bold', line) : line))
}

/** The heading of a group, those of its columns and its rows, all of one width; only numbers align right. */
function groupLines({ heading, columns }: Group): string[] {
  const pad = (text: string, width: number) => (heading ? text.padStart(width) : text.padEnd(width))
  const padded = columns.map((column) => {
    const texts = [column.heading, ...column.cells]
    const width = Math.max(...texts.map((text) => text.length))
    return texts.map((text) => pad(text, width))
  })
  const lines = padded[0].map((_, row) => padded.map((column) => column[row]).join(SPACE_BETWEEN_COLUMNS))
  const width = Math.max(heading.length, lines[0].length)
  return [heading.padEnd(width), ...lines.map((line) => pad(line, width))]
}
