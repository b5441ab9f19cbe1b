// What a budget is worth in each financial year, in the money of that year: Scenario -> £. A budget is one amount in every
// run, whatever prices and numbers the runs draw.
import { compoundGrowth } from '../domain/exact-math.ts'
import { daysInFinancialYear, parseFinancialYear } from '../domain/financial-year.ts'
import { sum } from '../domain/sum.ts'
import { linesCovered } from '../input/money-lines.ts'
import type { Budget, Scenario } from '../input/schema/scenario-schema.ts'
import type { Axes } from '../model/axes.ts'
import { compilePrices, pricesByYear } from '../model/prices.ts'

/** How the amount of a year came about. */
export interface BudgetBasis {
  /** Days of the year that are simulated, and all of its days: the budget of a part year is that of its days. */
  days: number
  days_of_year: number
  /** The year whose prices the budget is stated in, and the factor from there to this year; absent where it is cash. */
  prices?: string
  uplift?: number
  /** The number of placements and their price in £ a week in this year; absent where the budget is stated in £. */
  placements?: number
  weekly_price?: number
  /** Whether the budget states that price, or it is the mean price of the children of the start date. */
  price?: 'stated' | 'mean on the start date'
}

export interface BudgetYear {
  /** Index of the financial year. */
  year: number
  financial_year: string
  /** £ for the simulated days of the year. */
  amount: number
  basis: BudgetBasis
}

/** A budget by year, in the order of the years. */
export interface BudgetAmounts {
  budget: string
  label: string
  /** Lines of the results that it pays for. */
  lines: readonly string[]
  years: BudgetYear[]
}

/** Returns the amounts of every budget that has a simulated year, of a scenario that has been checked, in its order. */
export function budgetAmounts(scenario: Scenario, axes: Axes): BudgetAmounts[] {
  const all = Object.entries(scenario.budgets ?? {}).map(([key, budget]) => {
    const lines = linesCovered(budget.lines, axes.placements)
    const amountOf =
      budget.placements === undefined
        ? statedAmount(budget, scenario, axes)
        : placementsAmount(budget, lines, scenario, axes)
    return { budget: key, label: budget.label, lines, years: axes.years.flatMap((_, year) => amountOf(year)) }
  })
  return all.filter(({ years }) => years.length > 0)
}

type AmountOfYear = (year: number) => BudgetYear[]

function statedAmount(
  { perFinancialYear = {}, prices }: Budget,
  { upliftPerYear }: Scenario,
  axes: Axes,
): AmountOfYear {
  return (year) => {
    const financial_year = axes.years[year]
    const stated = perFinancialYear[financial_year]
    if (stated === undefined) return []
    const basis = { ...daysOf(year, axes), ...(prices && upliftFrom(prices, financial_year, upliftPerYear)) }
    const amount = (stated * (basis.uplift ?? 1) * basis.days) / basis.days_of_year
    return [{ year, financial_year, amount, basis }]
  }
}

/** A day of a placement costs a seventh of its weekly price, as in the results. */
function placementsAmount(
  { placements = 0, financialYears, ...budget }: Budget,
  lines: readonly string[],
  scenario: Scenario,
  axes: Axes,
): AmountOfYear {
  const prices = budget.prices ?? scenario.priceBase
  const weeklyPence =
    budget.weeklyPrice === undefined
      ? meanPence(lines, scenario, axes)
      : pricesByYear({ ...scenario, priceBase: prices }, axes, [budget.weeklyPrice])
  const price = budget.weeklyPrice === undefined ? 'mean on the start date' : 'stated'
  return (year) => {
    const financial_year = axes.years[year]
    if (financialYears && !financialYears.includes(financial_year)) return []
    const days = daysOf(year, axes)
    const weekly_price = weeklyPence[year] / 100
    const uplift = upliftFrom(prices, financial_year, scenario.upliftPerYear)
    const amount = (placements * weekly_price * days.days) / 7
    return [{ year, financial_year, amount, basis: { ...days, ...uplift, placements, weekly_price, price } }]
  }
}

/** Returns the mean weekly price of the children of the start date in some placements, in pence, [year]. */
function meanPence(lines: readonly string[], scenario: Scenario, axes: Axes): Float64Array {
  const weeklyPence = compilePrices(scenario, axes)
  const children = axes.placements.map((key) =>
    lines.includes(key) ? (scenario.openingStock.placements[key] ?? 0) : 0,
  )
  const total = sum(children)
  return Float64Array.from(axes.years, (_, year) => {
    const bills = children.map((count, placement) => count * weeklyPence[year * children.length + placement])
    return sum(bills) / total
  })
}

function daysOf(year: number, { years, yearEnd }: Axes): Pick<BudgetBasis, 'days' | 'days_of_year'> {
  return {
    days: yearEnd[year] - (yearEnd[year - 1] ?? 0),
    days_of_year: daysInFinancialYear(parseFinancialYear(years[year])!),
  }
}

function upliftFrom(
  prices: string,
  year: string,
  rate: number,
): Required<Pick<BudgetBasis, 'prices' | 'uplift'>> {
  return { prices, uplift: compoundGrowth(rate, parseFinancialYear(year)! - parseFinancialYear(prices)!) }
}
