// The heading of a table of budgets, wherever it stands in the file, and what separates its cells: text -> columns.
import { financialYearAdvice, recogniseFinancialYear } from '../../domain/financial-year.ts'
import { InputError, type Problem, quoteShort } from '../input-error.ts'
import { nameSuggester } from '../nearest-name.ts'
import { type CsvCell, type CsvRow, csvRows, isBlank, type Separator } from '../reading/csv-rows.ts'
import {
  COLUMN_NAMES,
  type Heading,
  isLong,
  isWide,
  isWideWithoutLine,
  namesOtherUnit,
  plainHeading,
  type Role,
  readHeading,
} from './budget-columns.ts'

const WANTED = 'financial_year, line and amount, or line and a column for each financial year'
const SEPARATORS: Separator[] = [',', ';', '\t']
const SEPARATOR_LINE = /^\uFEFF?"?sep=(.)"?[,;\t]*(?:\r\n|\r|\n|$)/i
/** Titles above a heading are no more rows than this. */
const MOST_ROWS_ABOVE = 20

/** Where a row of a table of budgets has what. */
export interface BudgetColumns {
  separator: Separator
  heading: CsvRow
  line: number
  /** There where every row is of one financial year; otherwise years go across. */
  year?: number
  amounts: { at: number; name: string; financialYear?: string }[]
  unit?: number
  single: number[]
  /** Whether it is a result that carecast wrote, with amounts for simulated days. */
  isResult: boolean
}

/** A problem of a file that is known. */
export type PlacedProblem = Omit<Problem, 'file'>

/** Points at a cell. */
export function problemAt(
  { line, column }: Pick<CsvCell, 'line' | 'column'>,
  message: string,
): PlacedProblem {
  return { line, column, message }
}

interface Candidate extends Heading {
  separator: Separator
}

/** Finds the heading of a table of budgets; throws InputError where there is none, or one that is not clear. */
export function findBudgetColumns(text: string, path: string): BudgetColumns {
  const candidates = separatorsOf(text, path).flatMap((separator) => headingCandidates(text, path, separator))
  const found = candidates.find(isLong) ?? candidates.find(isWide) ?? candidates.find(isWideWithoutLine)
  const above = candidates.filter(
    ({ separator, row }) => separator === found?.separator && row.line < found.row.line,
  )
  const problems = found
    ? [...above.flatMap(({ row }) => titleProblems(row)), ...headingProblems(found)]
    : missingProblems(candidates)
  if (found && problems.length === 0) return columnsOf(found)
  throw new InputError(problems.map((problem) => ({ file: path, ...problem })))
}

/** Excel takes the separator from `sep=;` in the first line, which it shows to nobody. */
function separatorsOf(text: string, path: string): Separator[] {
  const declared = SEPARATOR_LINE.exec(text)?.[1]
  if (declared === undefined) return SEPARATORS
  const known = SEPARATORS.find((separator) => separator === declared)
  if (known !== undefined) return [known]
  const message = 'sep= must be a comma, a semicolon or a tab'
  throw new InputError([{ file: path, line: 1, column: 1, message }])
}

function headingCandidates(text: string, path: string, separator: Separator): Candidate[] {
  const candidates: Candidate[] = []
  try {
    for (const row of csvRows(text, path, separator)) {
      if (isBlank(row) || (row.line === 1 && SEPARATOR_LINE.test(text))) continue
      candidates.push({ separator, ...readHeading(row) })
      if (candidates.length > MOST_ROWS_ABOVE) break
    }
  } catch (error) {
    // With another separator than the file's, quotes seem to go wrong; where they do, the rows will say so.
    if (!(error instanceof InputError)) throw error
  }
  return candidates
}

function columnsOf(found: Candidate): BudgetColumns {
  const { separator, row, roles, years } = found
  const placeOf = (role: Role) => (roles.includes(role) ? roles.indexOf(role) : undefined)
  const across = row.cells.map(({ text }, at) => ({ at, name: quoteShort(text), financialYear: years[at] }))
  return {
    separator,
    heading: row,
    line: placeOf('line') ?? 0,
    ...(isLong(found)
      ? { year: placeOf('year'), amounts: [{ at: placeOf('amount')!, name: 'amount' }] }
      : { amounts: across.filter(({ financialYear }) => financialYear !== undefined) }),
    unit: placeOf('unit'),
    single: roles.flatMap((role, at) => (role === 'single' ? [at] : [])),
    isResult: roles.includes('single') || row.cells.some(({ text }) => plainHeading(text) === 'p over'),
  }
}

/** A second heading further down would cut the table in two, and £000 in a title is of every amount. */
function titleProblems({ cells }: CsvRow): PlacedProblem[] {
  return cells.flatMap((cell): PlacedProblem[] => {
    const { text } = cell
    if (namesOtherUnit(text)) return [otherUnit(cell)]
    if (!/^£?[\d.,\s]*\d{3}$/.test(text) || /^(?:19|20)\d{2}$/.test(text)) return []
    const message = `has the number '${quoteShort(text)}' above the heading; take the row out, or put it below`
    return [problemAt(cell, message)]
  })
}

function headingProblems(found: Candidate): PlacedProblem[] {
  const suggest = nameSuggester(COLUMN_NAMES)
  const useOf = isLong(found) ? useInLong : useInWide
  const seen = new Set<string>()
  return found.row.cells.flatMap((cell, at): PlacedProblem[] => {
    if (cell.text === '') return []
    if (namesOtherUnit(cell.text)) return [otherUnit(cell)]
    const quoted = `'${quoteShort(cell.text)}'`
    const use = useOf(found, at)
    if (use === undefined) {
      const mend = suggest(plainHeading(cell.text)) || `; take it out, or call it note`
      return [problemAt(cell, `${quoted} is no column of a budget, which has ${WANTED}${mend}`)]
    }
    const isNew = !seen.has(use)
    seen.add(use)
    return isNew ? [] : [problemAt(cell, `${quoted} is a second column for ${use}; keep one of them`)]
  })
}

/** What a column is for where rows have their year, in words that no other column of a clear table has. */
function useInLong({ roles, row }: Heading, at: number): string | undefined {
  const role = roles[at]
  if (role === 'ignored' || role === 'single') return plainHeading(row.cells[at].text)
  return role === 'year' ? 'financial_year' : role
}

/** The same where years go across. */
function useInWide(found: Heading, at: number): string | undefined {
  const isAmount = found.roles[at] === 'amount'
  return found.years[at] ?? (isAmount ? undefined : useInLong(found, at))
}

/** Says what the row that is most like a heading lacks. */
function missingProblems(candidates: Candidate[]): PlacedProblem[] {
  if (candidates.length === 0)
    return [{ message: 'is empty; its first row must be financial_year,line,amount' }]
  const known = ({ roles }: Candidate) => new Set(roles.filter((role) => role && role !== 'ignored')).size
  const best = candidates.reduce((one, other) => (known(other) > known(one) ? other : one))
  const { roles, row } = best
  const units = row.cells.filter(({ text }) => namesOtherUnit(text))
  if (known(best) > 0 && units.length > 0) return units.map(otherUnit)
  const years = row.cells.filter(({ text }) => isYearToRewrite(text))
  if (known(best) > 0 && years.length > 1)
    return years.map((cell) =>
      problemAt(cell, `found '${quoteShort(cell.text)}'${financialYearAdvice(cell.text)}`),
    )
  if (known(best) === 0)
    return [problemAt(row.cells[0], `is no heading, and none stands above the rows; it must name ${WANTED}`)]
  const missing = { year: 'financial_year', line: 'line', amount: 'amount' } as const
  return Object.entries(missing).flatMap(([role, name]) => {
    if (roles.includes(role as Role)) return []
    const suggest = nameSuggester([name])
    const near = row.cells.find(({ text }, at) => !roles[at] && suggest(plainHeading(text)) !== '')
    const mend = near === undefined ? '' : `; rename ${quoteShort(near.text)}`
    return [problemAt(row.cells[0], `has no column ${name}; a heading must name ${WANTED}${mend}`)]
  })
}

/** Tells whether a text is near a financial year and not yet one. */
function isYearToRewrite(text: string): boolean {
  return recogniseFinancialYear(text) === undefined && financialYearAdvice(text) !== ''
}

function otherUnit(cell: CsvCell): PlacedProblem {
  const message = `'${quoteShort(cell.text)}' says that amounts are not in £; write them in £, with all their digits`
  return problemAt(cell, message)
}
