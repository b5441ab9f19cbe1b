// Warnings of budgets that are used, but perhaps not as meant: years that are not simulated, amounts in thousands or pence.

import { parseDate } from '../../domain/calendar.ts'
import { financialYearsBetween } from '../../domain/financial-year.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { Budget, Scenario } from '../../input/schema/scenario-schema.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import { isOfBaseline } from '../../summary/targets/targets.ts'
import type { ResultWarning } from './result-warning.ts'

/** An amount below a hundredth of the mean cost, or above a hundred times, is hardly one in £. */
const UNLIKELY = 100
const MOST_YEARS_NAMED = 4

/** Returns a warning for each budget with years that are not simulated; the results have its other years. */
export function unusedYearWarnings({ budgets = {}, start, end }: Scenario): ResultWarning[] {
  const simulated = financialYearsBetween(parseDate(start)! + 1, parseDate(end)!)
  return Object.values(budgets).flatMap((budget): ResultWarning[] => {
    const unused = yearsNamed(budget).filter((year) => !simulated.includes(year))
    if (unused.length === 0) return []
    const text =
      `the budget '${budget.label}' is not used for ${yearsInWords(unused)}: simulated are the financial years ` +
      `${simulated[0]} to ${simulated.at(-1)}`
    return [{ code: 'budget-years', text }]
  })
}

function yearsNamed({ perFinancialYear = {}, financialYears = [] }: Budget): string[] {
  return [...Object.keys(perFinancialYear), ...financialYears]
}

/** Returns a warning for each budget in £ that is far from the mean cost of its lines; one of 0 is meant so. */
export function unlikelyAmountWarnings({ budgets = {} }: Scenario, results: BudgetResult[]): ResultWarning[] {
  const ofYears = results.filter((row) => isOfBaseline(row) && row.basis !== undefined)
  return Object.entries(budgets).flatMap(([key, budget]) => {
    if (budget.perFinancialYear === undefined) return []
    const years = ofYears.filter((row) => row.budget === key && row.mean > 0 && row.amount > 0)
    const low = years.filter(({ amount, mean }) => amount < mean / UNLIKELY)
    const high = years.filter(({ amount, mean }) => amount > mean * UNLIKELY)
    return [
      ...unlikely(low, budget, 'less than a hundredth of', 'is it in thousands?'),
      ...unlikely(high, budget, 'more than a hundred times', 'is it in pence, or for other lines?'),
    ]
  })
}

function unlikely(
  years: BudgetResult[],
  { label, perFinancialYear = {} }: Budget,
  extent: string,
  question: string,
): ResultWarning[] {
  if (years.length === 0) return []
  const names = years.map(({ financial_year }) => financial_year)
  const first = formatNumber(perFinancialYear[names[0]], 0)
  const others = names.length > 1 ? ` and as far off in ${yearsInWords(names.slice(1))}` : ''
  const text =
    `the budget '${label}' is £${first} in ${names[0]}${others}, ${extent} the mean cost of its lines: ${question} ` +
    'Budgets are in £'
  return [{ code: 'budget-size', text }]
}

function yearsInWords(years: string[]): string {
  const named = years.slice(0, MOST_YEARS_NAMED)
  const further = years.length - named.length
  return further === 0 ? named.join(', ') : `${named.join(', ')} and ${further} further years`
}
