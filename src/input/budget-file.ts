// A budget as finance keeps it: a CSV file with the columns financial_year, line and amount, put into a scenario's data as
// budgets of their own, so that they are checked like the file and messages point at their lines.
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { parseFinancialYear } from '../domain/financial-year.ts'
import { type CsvRow, parseCsv } from './csv-rows.ts'
import { type FieldPath, InputError, type Place, type Problem, quoteSafe } from './input-error.ts'
import { TOTAL_LINE } from './money-lines.ts'
import { suggestName } from './nearest-name.ts'
import type { SourceDocument } from './source-document.ts'
import { readText } from './text-file.ts'
import { valueAt } from './value-at.ts'

const COLUMNS = ['financial_year', 'line', 'amount'] as const

/** Names all placements together in a budget file, unless a placement has that key. */
const ALL_PLACEMENTS = 'placements'

/** An amount of the file in £. */
interface BudgetAmount {
  /** The line of the cost that it is for, as written. */
  line: string
  financialYear: string
  amount: number
  /** Line of the file. */
  at: number
}

export interface BudgetFile {
  /** As given on the command line. */
  path: string
  text: string
  sha256: string
  amounts: BudgetAmount[]
}

/** Reads a budget file in UTF-8; throws InputError with all problems of its rows. */
export async function readBudgetFile(path: string): Promise<BudgetFile> {
  return parseBudgetFile(await readText(path, 'a budget is CSV, saved as UTF-8'), path)
}

/** Reads the text of a budget file; the path only names it in messages. */
export function parseBudgetFile(text: string, path: string): BudgetFile {
  const [header, ...rows] = parseCsv(text, path)
  const columns = columnsOf(header, path)
  const read = rows.map((row) => readRow(row, columns))
  const amounts = read.flatMap(({ amount }) => amount ?? [])
  const problems = [...read.flatMap((row) => row.problems), ...repeated(amounts)]
  if (rows.length === 0) problems.push({ at: header.line, message: 'has no rows under its heading' })
  if (problems.length > 0)
    throw new InputError(
      problems
        .sort((one, other) => one.at - other.at)
        .map(({ at, message }) => ({ file: path, line: at, message })),
    )
  return { path, text, sha256: createHash('sha256').update(text).digest('hex'), amounts }
}

type Columns = Record<(typeof COLUMNS)[number], number>

function columnsOf(header: CsvRow | undefined, path: string): Columns {
  if (header === undefined)
    throw new InputError([{ file: path, message: `is empty; its first row must be ${COLUMNS.join(',')}` }])
  const names = header.cells.map((cell) => cell.toLowerCase())
  const missing = COLUMNS.filter((name) => !names.includes(name))
  const problems: Problem[] = missing.map((name) => ({
    file: path,
    line: header.line,
    message: `has no column ${name}; the first row must name ${COLUMNS.join(', ')}${suggestColumn(name, names)}`,
  }))
  if (problems.length > 0) throw new InputError(problems)
  return Object.fromEntries(COLUMNS.map((name) => [name, names.indexOf(name)])) as Columns
}

function suggestColumn(name: string, names: string[]): string {
  const nearest = names.find((found) => suggestName(found, [name]) !== '')
  return nearest === undefined ? '' : `; rename ${quoteSafe(nearest)}`
}

interface RowProblem {
  at: number
  message: string
}

function readRow(
  { line: at, cells }: CsvRow,
  columns: Columns,
): { amount?: BudgetAmount; problems: RowProblem[] } {
  const [financialYear, line, amount] = COLUMNS.map((name) => cells[columns[name]] ?? '')
  const pounds = parsePounds(amount)
  const messages = [
    ...(parseFinancialYear(financialYear) === undefined
      ? [`financial_year: found '${quoteSafe(financialYear)}'; must be a financial year like 2017/18`]
      : []),
    ...(line === '' ? ['line: is empty; must be a line of the cost, like a placement or total'] : []),
    ...(pounds === undefined
      ? [`amount: found '${quoteSafe(amount)}'; must be £ from 0 up, like 22000000 or "22,000,000"`]
      : []),
  ]
  if (messages.length > 0 || pounds === undefined)
    return { problems: messages.map((message) => ({ at, message })) }
  return { amount: { line, financialYear, amount: pounds, at }, problems: [] }
}

const POUNDS = /^£? ?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/

function parsePounds(text: string): number | undefined {
  return POUNDS.test(text) ? Number(text.replace(/[£, ]/g, '')) : undefined
}

function repeated(amounts: BudgetAmount[]): RowProblem[] {
  const firstAt = new Map<string, number>()
  return amounts.flatMap(({ line, financialYear, at }) => {
    const first = firstAt.get(`${financialYear} ${line}`)
    if (first === undefined) {
      firstAt.set(`${financialYear} ${line}`, at)
      return []
    }
    return [{ at, message: `has ${quoteSafe(line)} in ${financialYear} again; line ${first} has it` }]
  })
}

/**
 * Puts the budgets of a file beside those of the scenario, one for each line of the cost; throws InputError where the
 * scenario has a budget of that name. Figures name the file and its line as their source.
 */
export function applyBudgetFile(document: SourceDocument, file: BudgetFile): SourceDocument {
  const { budgets = {} } = document.data
  // What is no block is left for the schema to refuse.
  if (typeof budgets !== 'object' || budgets === null || Array.isArray(budgets)) return document
  const byKey = amountsByKey(file)
  refuseTaken(byKey, budgets, file)
  const added = [...byKey].map(([key, amounts]) => [key, budgetOf(amounts, document)])
  const rowAt = (path: FieldPath) => {
    const amounts = path[0] === 'budgets' ? byKey.get(String(path[1])) : undefined
    return amounts?.find(({ financialYear }) => financialYear === path[3]) ?? amounts?.[0]
  }
  return {
    data: { ...document.data, budgets: { ...budgets, ...Object.fromEntries(added) } },
    placeOf(path, at): Place {
      const row = rowAt(path)
      return row ? { file: file.path, line: row.at } : document.placeOf(path, at)
    },
    provenanceOf(path) {
      const row = rowAt(path)
      if (row === undefined) return document.provenanceOf(path)
      return { kind: 'source', text: `${basename(file.path)}, line ${row.at}` }
    },
  }
}

function amountsByKey({ amounts }: BudgetFile): Map<string, BudgetAmount[]> {
  const byKey = new Map<string, BudgetAmount[]>()
  for (const amount of amounts) {
    const key = keyOf(amount.line)
    byKey.set(key, [...(byKey.get(key) ?? []), amount])
  }
  return byKey
}

function refuseTaken(byKey: Map<string, BudgetAmount[]>, budgets: object, file: BudgetFile): void {
  const taken = [...byKey].filter(([key]) => Object.hasOwn(budgets, key))
  if (taken.length === 0) return
  throw new InputError(
    taken.map(([key, [{ at }]]) => ({
      file: file.path,
      line: at,
      message: `the scenario has a budget '${key}' of its own; take it out of one of the two`,
    })),
  )
}

/** A word as keys are: what a line of the cost has is kept, so that only a wrong one looks different. */
function keyOf(line: string): string {
  return line.replace(/[^\w:-]+/g, '-').replace(/^(?![A-Za-z])/, 'line-')
}

function budgetOf(amounts: BudgetAmount[], { data }: SourceDocument) {
  const [{ line }] = amounts
  const isAll = line === ALL_PLACEMENTS && valueAt(data, ['placements', line]) === undefined
  const label = valueAt(data, ['placements', line, 'label'])
  return {
    label: isAll ? 'All placements' : line === TOTAL_LINE ? 'Everything' : (label ?? line),
    ...(!isAll && { lines: [line] }),
    perFinancialYear: Object.fromEntries(amounts.map(({ financialYear, amount }) => [financialYear, amount])),
  }
}
