// Weekly prices in whole pence, year by year.
import { compoundGrowth } from '../domain/exact-math.ts'
import { parseFinancialYear } from '../domain/financial-year.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import type { Axes } from './axes.ts'

/** Returns [year][placement] weekly prices in whole pence, uplifted on each 1 April since the price base. */
export function compilePrices(scenario: Scenario, axes: Axes): Float64Array {
  const base = parseFinancialYear(scenario.priceBase)!
  const placements = Object.values(scenario.placements)
  return Float64Array.from({ length: axes.years.length * placements.length }, (_, index) => {
    const year = parseFinancialYear(axes.years[Math.floor(index / placements.length)])!
    const { weeklyPrice } = placements[index % placements.length]
    return Math.round(weeklyPrice * 100 * compoundGrowth(scenario.upliftPerYear, year - base))
  })
}
