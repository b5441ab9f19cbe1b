// Budgets and the last outturn: lines that the results have, years that are simulated, and one way of stating an amount.
import { parseDate } from '../../domain/calendar.ts'
import {
  financialYearOf,
  financialYearsBetween,
  firstWholeFinancialYear,
  parseFinancialYear,
} from '../../domain/financial-year.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import { linesCovered, moneyLinesOf, TOTAL_LINE } from '../money-lines.ts'
import { listedNames, suggestName } from '../nearest-name.ts'
import type { Budget, Scenario } from '../schema/scenario-schema.ts'

const MAX_YEARS = 30

/** Checks how each budget is stated, which lines it pays for and in which years. */
export function budgetProblems(scenario: Scenario): FieldProblem[] {
  const known = knownLines(scenario)
  const ofEach = Object.entries(scenario.budgets ?? {}).flatMap(([key, budget]) => {
    const path = ['budgets', key]
    return [
      ...lineProblems(budget.lines, known, [...path, 'lines']),
      ...statementProblems(budget, path),
      ...pricesProblems(budget, scenario, path),
      ...placementsProblems(budget, scenario, known, path),
    ]
  })
  return [...ofEach, ...yearProblems(scenario)]
}

/** Checks that the outturn is of a year before the first whole one simulated, and of lines that exist. */
export function outturnProblems(scenario: Scenario): FieldProblem[] {
  const { outturn } = scenario
  if (outturn === undefined) return []
  const problems = lineProblems(outturn.lines, knownLines(scenario), ['outturn', 'lines'])
  const path = ['outturn', 'financialYear']
  if (!hasDays(scenario)) return problems
  const target = firstWholeFinancialYear(...simulatedDays(scenario))
  if (target === undefined)
    return [
      ...problems,
      {
        path: ['outturn'],
        at: 'key',
        message: 'leads nowhere: no financial year is simulated from its first to its last day',
      },
    ]
  const distance = parseFinancialYear(target)! - parseFinancialYear(outturn.financialYear)!
  if (distance >= 1 && distance <= MAX_YEARS) return problems
  const message = `${outturn.financialYear} is not one of the ${MAX_YEARS} years before ${target}, the first whole year simulated`
  return [...problems, { path, message }]
}

/** The lines of the cost, listed once for all budgets. */
interface KnownLines {
  names: readonly string[]
  has(line: string): boolean
}

function knownLines(scenario: Scenario): KnownLines {
  const names = moneyLinesOf(scenario)
  const set = new Set(names)
  return { names, has: (line) => set.has(line) }
}

function lineProblems(
  lines: readonly string[] | undefined,
  known: KnownLines,
  path: FieldPath,
): FieldProblem[] {
  const seen = new Set<string>()
  return (lines ?? []).flatMap((line, index): FieldProblem[] => {
    const at = [...path, index]
    if (!known.has(line)) return [{ path: at, message: noSuchLine(line, known.names) }]
    const isTwice = seen.has(line)
    seen.add(line)
    if (isTwice) return [{ path: at, message: `names ${line} a second time` }]
    if (line === TOTAL_LINE && lines!.length > 1)
      return [{ path: at, message: `${TOTAL_LINE} has all other lines in it; name it alone` }]
    return []
  })
}

function noSuchLine(line: string, known: readonly string[]): string {
  return `'${quoteSafe(line)}' is not a line of the cost (${listedNames(known)})${suggestName(line, known)}`
}

function statementProblems(budget: Budget, path: FieldPath): FieldProblem[] {
  const { perFinancialYear, placements, weeklyPrice, financialYears } = budget
  if ((perFinancialYear === undefined) === (placements === undefined))
    return [
      {
        path,
        at: 'key',
        message: 'must say either perFinancialYear, £ for each year, or placements, a number of them',
      },
    ]
  if (placements !== undefined) return []
  if (Object.keys(perFinancialYear!).length === 0)
    return [{ path: [...path, 'perFinancialYear'], at: 'key', message: 'is empty; state £ for a year' }]
  return Object.entries({ weeklyPrice, financialYears }).flatMap(([name, value]): FieldProblem[] =>
    value === undefined
      ? []
      : [{ path: [...path, name], at: 'key', message: 'goes with placements, a number of them' }],
  )
}

/** Years that are not simulated are left out with a warning, but not where nothing remains to hold the cost against. */
function yearProblems(scenario: Scenario): FieldProblem[] {
  if (!hasDays(scenario)) return []
  const simulated = financialYearsBetween(...simulatedDays(scenario))
  const years = Object.entries(scenario.budgets ?? {}).map(([key, budget]) => {
    const [field, named] = budget.perFinancialYear
      ? ['perFinancialYear', Object.keys(budget.perFinancialYear)]
      : ['financialYears', budget.financialYears ?? simulated]
    return { path: ['budgets', key, field as string], named: named as string[] }
  })
  if (years.some(({ named }) => named.some((year) => simulated.includes(year)))) return []
  return years.flatMap(({ path, named }): FieldProblem[] => {
    const message = `no year of it is simulated; the financial years are ${simulated[0]} to ${simulated.at(-1)}`
    return named.length > 0 ? [{ path, at: 'key', message }] : []
  })
}

function pricesProblems({ prices, placements, weeklyPrice }: Budget, scenario: Scenario, path: FieldPath) {
  if (prices === undefined) return []
  const at = [...path, 'prices']
  if (placements !== undefined && weeklyPrice === undefined)
    return [{ path: at, message: "goes with £; without weeklyPrice the scenario's own prices are taken" }]
  const distance = Math.abs(parseFinancialYear(prices)! - financialYearOf(parseDate(scenario.start)!))
  if (distance <= MAX_YEARS) return []
  return [
    { path: at, message: `${prices} is ${distance} years from the start; the limit is ${MAX_YEARS} years` },
  ]
}

/** A number of placements pays for placements, and their mean price needs somebody to live in them. */
function placementsProblems(
  budget: Budget,
  scenario: Scenario,
  known: KnownLines,
  path: FieldPath,
): FieldProblem[] {
  if (budget.placements === undefined) return []
  const placements = Object.keys(scenario.placements)
  const lines = linesCovered(budget.lines, placements)
  const others = lines.filter((line) => known.has(line) && !placements.includes(line))
  if (others.length > 0)
    return [
      {
        path: [...path, 'lines'],
        at: 'key',
        message: `has ${others.join(', ')}, but a number of placements pays for placements alone`,
      },
    ]
  const children = lines.reduce((sum, key) => sum + (scenario.openingStock.placements[key] ?? 0), 0)
  if (budget.weeklyPrice !== undefined || children > 0) return []
  return [
    {
      path,
      at: 'key',
      message:
        'has no price: nobody lives in its placements on the start date, so that there is no mean; add weeklyPrice',
    },
  ]
}

function hasDays({ start, end }: Scenario): boolean {
  return parseDate(end)! > parseDate(start)!
}

function simulatedDays({ start, end }: Scenario): [first: number, last: number] {
  return [parseDate(start)! + 1, parseDate(end)!]
}
