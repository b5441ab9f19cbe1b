// Weekly prices in whole pence, year by year.
import { compoundGrowth } from '../domain/exact-math.ts'
import { parseFinancialYear } from '../domain/financial-year.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import type { Axes } from './axes.ts'

/** Returns [year][placement] weekly prices in whole pence, uplifted on each 1 April since the price base. */
export function compilePrices(scenario: Scenario, axes: Axes): Float64Array {
  const placements = Object.values(scenario.placements)
  return pricesByYear(
    scenario,
    axes,
    placements.map(({ weeklyPrice }) => weeklyPrice),
  )
}

/** Returns [year][item] prices in whole pence for prices in £ of the price base. */
export function pricesByYear(
  { priceBase, upliftPerYear }: Pick<Scenario, 'priceBase' | 'upliftPerYear'>,
  { years }: Pick<Axes, 'years'>,
  pounds: readonly number[],
): Float64Array {
  const base = parseFinancialYear(priceBase)!
  const weeklyPence = new Float64Array(years.length * pounds.length)
  years.forEach((name, year) => {
    const uplift = compoundGrowth(upliftPerYear, parseFinancialYear(name)! - base)
    pounds.forEach((price, item) => {
      weeklyPence[year * pounds.length + item] = Math.round(price * 100 * uplift)
    })
  })
  return weeklyPence
}
