// A budget as finance keeps it: a table of amounts in a CSV file, put into a scenario's data as budgets of their own, so that
// they are checked like the file and messages point at their lines.
import { baseName } from '../../domain/base-name.ts'
import { harmless } from '../../domain/harmless-text.ts'
import { sha256InHex } from '../../domain/sha256.ts'
import type { FieldPath, Place, Problem } from '../input-error.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { ALL_PLACEMENTS, budgetLabel, lineFinder } from './budget-lines.ts'
import { type BudgetAmount, type BudgetTable, readBudgetTable } from './budget-rows.ts'
import { amountsBy, partYearProblems, subtotalProblems } from './budget-sums.ts'

export interface BudgetFile extends BudgetTable {
  /** As given on the command line. */
  path: string
  text: string
  sha256: string
}

/** Reads the text of a budget file, with the problems of its rows; the path only names it in messages. */
export function parseBudgetFile(text: string, path: string): BudgetFile {
  return { path, text, sha256: sha256InHex(text), ...readBudgetTable(text, path) }
}

/** A scenario's data with the budgets of a file, and what is wrong with the file. */
interface WithBudgets {
  document: SourceDocument
  problems: Problem[]
}

/**
 * Puts the budgets of a file beside those of the scenario, one for each line of the cost. Figures name the file and its line
 * as their source. Without a scenario that can be read, its lines are not known and no budget is put in.
 */
export function applyBudgetFile(
  document: SourceDocument,
  file: BudgetFile,
  scenario: Scenario | undefined,
): WithBudgets {
  const { budgets = {} } = document.data
  // What is no block is left for the schema to refuse.
  if (scenario === undefined || typeof budgets !== 'object' || budgets === null)
    return { document, problems: file.problems }
  const { amounts, problems } = namedAmounts(file, scenario)
  const byKey = amountsBy(({ line }) => keyOf(line), amounts)
  return {
    document: withBudgets(document, file, byKey, scenario),
    problems: [...problems, ...takenProblems(byKey, budgets, file)],
  }
}

/** Gives amounts the line that their names mean, and finds what is wrong with all of them together. */
function namedAmounts(
  file: BudgetFile,
  scenario: Scenario,
): { amounts: BudgetAmount[]; problems: Problem[] } {
  const find = lineFinder(scenario)
  const found = new Map([...new Set(file.names.map(({ name }) => name))].map((name) => [name, find(name)]))
  const amounts = file.amounts.flatMap((amount) => {
    const meant = found.get(amount.line)
    return meant && 'line' in meant ? [{ ...amount, line: meant.line }] : []
  })
  const problems = [
    ...file.names.flatMap(({ name, ...place }) => {
      const meant = found.get(name)!
      return 'problem' in meant ? [{ ...place, message: `line: ${meant.problem}` }] : []
    }),
    ...repeated(amounts),
    ...subtotalProblems(amounts, scenario),
    ...(file.isResult ? partYearProblems(amounts, scenario) : []),
  ]
  return { amounts, problems: [...file.problems, ...problems.map((one) => ({ file: file.path, ...one }))] }
}

function repeated(amounts: BudgetAmount[]): Omit<Problem, 'file'>[] {
  const first = new Map<string, BudgetAmount>()
  return amounts.flatMap((amount) => {
    const { line, financialYear, at } = amount
    const before = first.get(`${financialYear} ${line}`)
    if (before === undefined) {
      first.set(`${financialYear} ${line}`, amount)
      return []
    }
    return [{ ...at, message: `has ${line} in ${financialYear} again; line ${before.at.line} has it` }]
  })
}

type AmountsByKey = Map<string, BudgetAmount[]>

function takenProblems(byKey: AmountsByKey, budgets: object, { path }: BudgetFile): Problem[] {
  return [...byKey].flatMap(([key, [{ lineAt }]]) => {
    const message = `the scenario has a budget '${key}' of its own; take it out of one of the two`
    return Object.hasOwn(budgets, key) ? [{ file: path, ...lineAt, message }] : []
  })
}

function withBudgets(
  document: SourceDocument,
  file: BudgetFile,
  byKey: AmountsByKey,
  scenario: Scenario,
): SourceDocument {
  const { budgets } = document.data
  const added = [...byKey].map(([key, amounts]) => [key, budgetOf(amounts, scenario)])
  const byYear = new Map(
    [...byKey].map(([key, amounts]) => [
      key,
      new Map(amounts.map((amount) => [amount.financialYear, amount])),
    ]),
  )
  const amountAt = (path: FieldPath) => {
    const years = path[0] === 'budgets' ? byYear.get(String(path[1])) : undefined
    return years?.get(String(path[3])) ?? years?.values().next().value
  }
  return {
    data: { ...document.data, budgets: { ...(budgets as object), ...Object.fromEntries(added) } },
    placeOf(path, at): Place {
      const amount = amountAt(path)
      if (amount === undefined) return document.placeOf(path, at)
      return { file: file.path, ...(path.length > 3 && at !== 'key' ? amount.at : amount.lineAt) }
    },
    provenanceOf(path) {
      const amount = amountAt(path)
      if (amount === undefined) return document.provenanceOf(path)
      return { kind: 'source', text: `${harmless(baseName(file.path))}, line ${amount.at.line}` }
    },
  }
}

/** A line as keys of budgets are. */
function keyOf(line: string): string {
  return line.replace(/[^\w:-]+/g, '-')
}

function budgetOf(amounts: BudgetAmount[], scenario: Scenario) {
  const [{ line }] = amounts
  const isAll = line === ALL_PLACEMENTS && !Object.hasOwn(scenario.placements, line)
  return {
    label: budgetLabel(line, scenario),
    ...(!isAll && { lines: [line] }),
    perFinancialYear: Object.fromEntries(amounts.map(({ financialYear, amount }) => [financialYear, amount])),
  }
}
