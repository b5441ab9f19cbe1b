// Warnings about budgets that may be other than they seem: their prices, their years, their unit.

import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import { unlikelyAmountWarnings, unusedYearWarnings } from './budget-doubts.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning for all that may make a budget another than it seems: its prices, its years, its unit. */
export function budgetWarnings(scenario: Scenario, results: BudgetResult[]): ResultWarning[] {
  return [
    ...priceWarnings(scenario, results),
    ...unusedYearWarnings(scenario),
    ...unlikelyAmountWarnings(scenario, results),
  ]
}

/** Returns a warning for each budget in prices of another year, and for each that no uplift makes comparable. */
function priceWarnings(
  { budgets = {}, priceBase, upliftPerYear }: Scenario,
  results: BudgetResult[],
): ResultWarning[] {
  return Object.entries(budgets).flatMap(([key, { label }]): ResultWarning[] => {
    const years = results.filter(({ budget, basis }) => budget === key && basis !== undefined)
    const text =
      upliftPerYear === 0
        ? unlikePrices(label, years, priceBase)
        : upliftedPrices(label, years, upliftPerYear)
    return text === undefined ? [] : [{ code: 'budget-price-base', text }]
  })
}

function upliftedPrices(label: string, years: BudgetResult[], rate: number): string | undefined {
  const uplifted = years.find(({ basis }) => basis!.placements === undefined && (basis!.uplift ?? 1) !== 1)
  if (uplifted === undefined) return undefined
  const percent = Number((100 * rate).toPrecision(3))
  return (
    `the budget '${label}' is in prices of ${uplifted.basis!.prices}; it is uplifted by ${percent} % on each 1 April, ` +
    "the scenario's own uplift, to the prices that the cost is in"
  )
}

/** Without an uplift every year's cost is in prices of the price base, whichever year's a budget is in. */
function unlikePrices(label: string, years: BudgetResult[], priceBase: string): string | undefined {
  const other = years
    .map(({ basis, financial_year }) => basis!.prices ?? financial_year)
    .find((prices) => prices !== priceBase)
  if (other === undefined) return undefined
  return (
    `the budget '${label}' is in prices of ${other}, and the cost in those of ${priceBase} in every year, since the ` +
    'scenario has no uplift: they cannot be compared as they stand'
  )
}
