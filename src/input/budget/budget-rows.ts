// The rows of a table of budgets: text of a CSV file -> amounts with their places, and everything that is wrong with them.
import { ALL_YEARS, financialYearAdvice, recogniseFinancialYear } from '../../domain/financial-year.ts'
import { InputError, type Problem, quoteShort } from '../input-error.ts'
import { parsePounds, poundsProblem } from '../pounds.ts'
import { type CsvCell, type CsvRow, csvRows, isBlank } from '../reading/csv-rows.ts'
import { type BudgetColumns, findBudgetColumns, type PlacedProblem, problemAt } from './budget-heading.ts'

/** An amount in £ as a row has it. */
export interface BudgetAmount {
  /** What it is for, as written. */
  line: string
  financialYear: string
  amount: number
  /** Where the line and the amount stand, counted from 1. */
  lineAt: { line: number; column: number }
  at: { line: number; column: number }
}

/** What a table of budgets has; the amounts are whole only where there are no problems. */
export interface BudgetTable {
  amounts: BudgetAmount[]
  /** What stands for the line in each row, also where the row has no amount that can be read. */
  names: { name: string; line: number; column: number }[]
  /** Whether it is a result of carecast, whose amounts are those of the simulated days of a year. */
  isResult: boolean
  problems: Problem[]
}

/** Reads a table of budgets, one row for each year and line or years across; the path only names it in messages. */
export function readBudgetTable(text: string, path: string): BudgetTable {
  try {
    const columns = findBudgetColumns(text, path)
    const rows = [...csvRows(text, path, columns.separator)].filter(
      (row) => row.line > columns.heading.line && !isBlank(row) && !isOtherResult(row, columns),
    )
    const { problems, ...read } = readRows(rows, columns)
    return {
      ...read,
      isResult: columns.isResult,
      problems: problems.map((problem) => ({ file: path, ...problem })),
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { amounts: [], names: [], isResult: false, problems: error.problems }
  }
}

const POUNDS_UNIT = /^(?:£|gbp|pounds)$/i
const OTHER_UNITS = ['children', 'days', 'moves']

/** A result has rows of children and days beside those of £, and sums of all years beside the years. */
function isOtherResult(row: CsvRow, { isResult, unit, year }: BudgetColumns): boolean {
  if (!isResult) return false
  const isOfYears = year !== undefined && cellAt(row, year).text === ALL_YEARS
  return isOfYears || (unit !== undefined && OTHER_UNITS.includes(cellAt(row, unit).text))
}

interface RowsRead extends Pick<BudgetTable, 'amounts' | 'names'> {
  problems: PlacedProblem[]
}

function readRows(rows: CsvRow[], columns: BudgetColumns): RowsRead {
  const none = (problems: PlacedProblem[]) => ({ amounts: [], names: [], problems })
  if (rows.length === 0) return none([problemAt(columns.heading.cells[0], 'has no rows under its heading')])
  const mixed = columns.single.flatMap((at) => mixedProblems(rows, at, columns))
  if (mixed.length > 0) return none(mixed)
  const read = rows.map((row) => readRow(row, columns))
  return {
    amounts: read.flatMap((row) => row.amounts),
    names: read.flatMap((row) => row.names),
    problems: read.flatMap((row) => row.problems),
  }
}

/** A result has the same line for each statistic and each package; a budget is one of them. */
function mixedProblems(rows: CsvRow[], at: number, { heading }: BudgetColumns): PlacedProblem[] {
  const found = [...new Set(rows.map((row) => cellAt(row, at).text))]
  if (found.length <= 1) return []
  const named = found.slice(0, 8).map((text) => `'${quoteShort(text)}'`)
  const message = `${quoteShort(heading.cells[at].text)}: has ${named.join(', ')}; keep the rows of one of them`
  return [problemAt(heading.cells[at], message)]
}

function readRow(row: CsvRow, columns: BudgetColumns): RowsRead {
  const shape = shapeProblems(row, columns)
  if (shape.length > 0) return { amounts: [], names: [], problems: shape }
  const line = cellAt(row, columns.line)
  const isEmpty = columns.amounts.length > 1 && columns.amounts.every(({ at }) => cellAt(row, at).text === '')
  const read = isEmpty ? [] : columns.amounts.map((column) => readAmount(row, column, columns))
  return {
    amounts: read.flatMap(({ amount }) =>
      amount ? [{ line: line.text, lineAt: placeOf(line), ...amount }] : [],
    ),
    names: line.text === '' || isEmpty ? [] : [{ name: line.text, ...placeOf(line) }],
    problems: [
      ...lineProblems(line, row, columns),
      ...unitProblems(row, columns),
      ...(isEmpty ? [problemAt(line, 'has no amounts; leave the row out, or write 0')] : []),
      ...read.flatMap((one) => one.problems),
    ],
  }
}

/** Cells that no heading stands above, and amounts that a comma may have cut in two. */
function shapeProblems(row: CsvRow, columns: BudgetColumns): PlacedProblem[] {
  const { cells } = row
  const headings = columns.heading.cells.filter(({ text }) => text !== '').length
  const isBeyond = (at: number) => (columns.heading.cells[at]?.text ?? '') === '' && at !== columns.line
  const beyond = cells.find(({ text }, at) => text !== '' && isBeyond(at))
  const cut = columns.amounts.find(({ at }) => columns.separator === ',' && isCut(cells[at], cells[at + 1]))
  const joined = cut === undefined ? '22,000,000' : joinedFrom(cells, cut.at)
  const mend = `put amounts with commas in quotes, like "${joined}"`
  if (beyond) {
    const filled = cells.filter(({ text }) => text !== '').length
    const found = `found '${quoteShort(beyond.text)}' where there is no heading (${filled} cells, ${headings} headings)`
    return [problemAt(beyond, `${found}; ${mend}`)]
  }
  if (cut === undefined) return []
  const message = `${cut.name}: could be one amount or several; ${mend}, and write small ones with pence, like 5.00`
  return [problemAt(cells[cut.at], message)]
}

/** Whether two cells read on like the groups of an amount: 5,600. */
function isCut(cell: CsvCell | undefined, next: CsvCell | undefined): boolean {
  if (cell === undefined || next === undefined || cell.isQuoted || next.isQuoted) return false
  return /^[-(]?£?\s*\d{1,3}$/.test(cell.text) && /^\d{3}(?:\.\d+)?\)?$/.test(next.text)
}

function joinedFrom(cells: CsvCell[], at: number): string {
  const rest = cells.slice(at + 1, at + 5)
  const end = rest.findIndex(({ text, isQuoted }) => isQuoted || !/^\d{3}(?:\.\d+)?\)?$/.test(text))
  const groups = [cells[at], ...rest.slice(0, end < 0 ? rest.length : end)]
  return quoteShort(groups.map(({ text }) => text).join(','))
}

function lineProblems(line: CsvCell, row: CsvRow, { year }: BudgetColumns): PlacedProblem[] {
  if (line.text !== '') return []
  const isTotal = year !== undefined && /total/i.test(cellAt(row, year).text)
  const mend = isTotal ? '; leave a row of totals out' : ''
  return [problemAt(line, `line: is empty; must be a line of the cost, like a placement or total${mend}`)]
}

function unitProblems(row: CsvRow, { unit }: BudgetColumns): PlacedProblem[] {
  if (unit === undefined) return []
  const cell = cellAt(row, unit)
  if (POUNDS_UNIT.test(cell.text)) return []
  return [problemAt(cell, `unit: found '${quoteShort(cell.text)}'; a budget is in £: leave the row out`)]
}

interface AmountRead {
  amount?: Omit<BudgetAmount, 'line' | 'lineAt'>
  problems: PlacedProblem[]
}

function readAmount(
  row: CsvRow,
  column: BudgetColumns['amounts'][number],
  { year, separator }: BudgetColumns,
): AmountRead {
  const cell = cellAt(row, column.at)
  const yearCell = year === undefined ? undefined : cellAt(row, year)
  const financialYear = yearCell ? recogniseFinancialYear(yearCell.text) : column.financialYear
  const amount = parsePounds(cell.text, separator)
  const problems = [
    ...(yearCell && financialYear === undefined ? [yearProblem(yearCell)] : []),
    ...(amount === undefined
      ? [problemAt(cell, `${column.name}: ${poundsProblem(cell.text, separator)}`)]
      : []),
  ]
  if (financialYear === undefined || amount === undefined) return { problems }
  return { amount: { financialYear, amount, at: placeOf(cell) }, problems }
}

function yearProblem(cell: CsvCell): PlacedProblem {
  const found = cell.text === '' ? 'is empty' : `found '${quoteShort(cell.text)}'`
  const wanted = 'must be a financial year like 2017/18'
  return problemAt(cell, `financial_year: ${found}; ${wanted}${financialYearAdvice(cell.text)}`)
}

/** A row may end before its empty cells. */
function cellAt({ line, cells }: CsvRow, at: number): CsvCell {
  return (
    cells[at] ?? {
      text: '',
      line: cells.at(-1)?.line ?? line,
      column: cells.at(-1)?.column ?? 1,
      isQuoted: false,
    }
  )
}

function placeOf({ line, column }: CsvCell): { line: number; column: number } {
  return { line, column }
}
