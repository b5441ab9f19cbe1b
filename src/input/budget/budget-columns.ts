// What the columns of a table of budgets may be called: cells of a row that may be its heading -> what each is for.
import { recogniseFinancialYear } from '../../domain/financial-year.ts'
import type { CsvRow } from '../reading/csv-rows.ts'

/** What a column is for: what is ignored explains a budget or came of it, what is single must be the same in all rows. */
export type Role = 'year' | 'line' | 'amount' | 'unit' | 'single' | 'ignored'

/** Names without capitals, underscores, £ and brackets. */
const NAMES: Record<Role | 'budget', string[]> = {
  year: ['financial year', 'fin year', 'year', 'fy'],
  line: ['line', 'lines', 'budget line', 'placement', 'placements', 'placement type'],
  amount: ['amount', 'budget amount', 'value'],
  // The amount in a council's own table, the line in the budgets.csv that carecast writes.
  budget: ['budget'],
  unit: ['unit'],
  single: ['statistic', 'variant'],
  ignored: [
    ...['label', 'note', 'notes', 'comment', 'comments', 'illustrative'],
    ...['mean', 'p over', 'mc error', 'expected overspend'],
    ...['contingency p50', 'contingency p80', 'contingency p90', 'contingency p95'],
  ],
}
const ROLE_OF = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => names.map((name) => [name, role as Role | 'budget'])),
)
/** The names, for suggestions. */
export const COLUMN_NAMES = [...ROLE_OF.keys()]

/** Finds that amounts are in thousands or millions of £, or in pence: '£000', "£'000s", '£m'. */
const OTHER_UNIT =
  /(?<![\d,.])['’]?000['’]?s?\b|\bthousands?\b|\bmillions?\b|\bpence\b|£ ?(?:k|m|bn)\b|\((?:k|m|bn)\)/gi

/** Tells whether a text says that amounts are in thousands or millions, or in pence. */
export function namesOtherUnit(text: string): boolean {
  return text.search(OTHER_UNIT) >= 0
}

/** Writes a heading without capitals, underscores and units: 'Amount (£)' is amount, 'Financial_Year' financial year. */
export function plainHeading(heading: string): string {
  const name = heading
    .toLowerCase()
    .replace(OTHER_UNIT, ' ')
    .replace(/\bin £|\bin gbp\b|£|\bgbp\b/g, ' ')
  return name
    .replace(/\(\s*\)/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .trim()
}

/** A row with what its columns were for if it were a heading, and the financial years that they name. */
export interface Heading {
  row: CsvRow
  roles: (Role | undefined)[]
  years: (string | undefined)[]
}

const AMOUNT = /^£?[\d,.]+$/
const CALENDAR_YEAR = /^(?:19|20)\d{2}$/

/** Reads a row as a heading, in which an amount is no column. */
export function readHeading(row: CsvRow): Heading {
  const hasAmount = row.cells.some(({ text }) => AMOUNT.test(text) && !CALENDAR_YEAR.test(text))
  if (hasAmount) return { row, roles: row.cells.map(() => undefined), years: row.cells.map(() => undefined) }
  const found = row.cells.map(({ text }) => roleOf(text))
  const years = row.cells.map(({ text }) =>
    recogniseFinancialYear(plainHeading(text).replace(/ budget$|^budget /, '')),
  )
  // Where the amount has a column, what is called budget is what it is for; so it is where years go across.
  const isAmount = !found.includes('amount') && found.includes('year')
  return { row, years, roles: found.map((role) => (role !== 'budget' ? role : isAmount ? 'amount' : 'line')) }
}

function roleOf(text: string): Role | 'budget' | undefined {
  const name = plainHeading(text)
  return name === '' && text.includes('£') ? 'amount' : ROLE_OF.get(name)
}

/** Tells whether a table has a row for each financial year and line. */
export function isLong({ roles }: Heading): boolean {
  return (['year', 'line', 'amount'] as const).every((role) => roles.includes(role))
}

/** Tells whether a table has a row for each line, and years across. */
export function isWide({ roles, years }: Heading): boolean {
  return roles.includes('line') && !roles.includes('year') && years.some((year) => year !== undefined)
}

/** Tells whether years go across and nothing stands above the names of the lines. */
export function isWideWithoutLine({ row, roles, years }: Heading): boolean {
  const isKnown = row.cells.every(
    ({ text }, at) => text === '' || years[at] !== undefined || roles[at] === 'ignored',
  )
  return row.cells[0].text === '' && isKnown && years.some((year) => year !== undefined)
}
