// What amounts of a budget file mean only together: a total of some lines alone, and results of part of a year.
import { parseDate } from '../../domain/calendar.ts'
import {
  financialYearsBetween,
  parseFinancialYear,
  startOfFinancialYear,
} from '../../domain/financial-year.ts'
import { moneyLinesOf, TOTAL_LINE } from '../money-lines.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import type { PlacedProblem } from './budget-heading.ts'
import { ALL_PLACEMENTS } from './budget-lines.ts'
import type { BudgetAmount } from './budget-rows.ts'

/** Pence that sums are off by, once they are rounded. */
const ROUNDING = 0.01

/** Finds totals that are the sum of the file's other lines, where these are not all that the total is held against. */
export function subtotalProblems(amounts: BudgetAmount[], scenario: Scenario): PlacedProblem[] {
  const byYear = amountsBy(({ financialYear }) => financialYear, amounts)
  return [...byYear].flatMap(([year, ofYear]): PlacedProblem[] => {
    const total = ofYear.find(({ line }) => line === TOTAL_LINE)
    const others = ofYear.filter(({ line }) => line !== TOTAL_LINE)
    const sum = others.reduce((pounds, { amount }) => pounds + amount, 0)
    const missing = missingLines(others, scenario)
    if (total === undefined || others.length < 2 || missing.length === 0) return []
    if (Math.abs(sum - total.amount) > ROUNDING * others.length) return []
    const message =
      `total: is the sum of the other lines of ${year} in the file, and the total of the results has ${missing.join(', ')} ` +
      'besides; leave the row out, or add rows for these, with 0 where there is nothing'
    return [{ ...total.at, message }]
  })
}

/** Groups amounts, in their order. */
export function amountsBy(keyOf: (amount: BudgetAmount) => string, amounts: BudgetAmount[]) {
  const groups = new Map<string, BudgetAmount[]>()
  for (const amount of amounts) {
    const group = groups.get(keyOf(amount))
    if (group) group.push(amount)
    else groups.set(keyOf(amount), [amount])
  }
  return groups
}

/** Lines of the cost that none of the amounts is for; interventions cost nothing before they are run. */
function missingLines(amounts: BudgetAmount[], scenario: Scenario): string[] {
  const named = new Set(amounts.map(({ line }) => line))
  const placements = named.has(ALL_PLACEMENTS) ? Object.keys(scenario.placements) : []
  return moneyLinesOf(scenario).filter(
    (line) =>
      line !== TOTAL_LINE &&
      !line.startsWith('intervention:') &&
      !named.has(line) &&
      !placements.includes(line),
  )
}

/** Finds amounts of years that are simulated in part: a result is that of their days, a budget that of the whole year. */
export function partYearProblems(amounts: BudgetAmount[], { start, end }: Scenario): PlacedProblem[] {
  const [first, last] = [parseDate(start)! + 1, parseDate(end)!]
  const years = financialYearsBetween(first, last)
  const isPart = (name: string) => {
    const year = parseFinancialYear(name)!
    return startOfFinancialYear(year) < first || startOfFinancialYear(year + 1) - 1 > last
  }
  const parts = new Set(years.filter(isPart))
  return amounts.flatMap(({ financialYear, at }) => {
    const message = `is a result for part of ${financialYear}, and a budget is that of the whole year; state that`
    return parts.has(financialYear) ? [{ ...at, message }] : []
  })
}
