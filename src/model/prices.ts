// Weekly prices in whole pence, year by year.
import { compoundGrowth } from '../domain/exact-math.ts'
import { parseFinancialYear } from '../domain/financial-year.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import type { Axes } from './axes.ts'

/** Returns [year][placement] weekly prices in whole pence, uplifted on each 1 April since the price base. */
export function compilePrices(scenario: Scenario, axes: Axes): Float64Array {
  const base = parseFinancialYear(scenario.priceBase)!
  const placements = Object.values(scenario.placements)
  const weeklyPence = new Float64Array(axes.years.length * placements.length)
  axes.years.forEach((name, year) => {
    const uplift = compoundGrowth(scenario.upliftPerYear, parseFinancialYear(name)! - base)
    placements.forEach(({ weeklyPrice }, placement) => {
      weeklyPence[year * placements.length + placement] = Math.round(weeklyPrice * 100 * uplift)
    })
  })
  return weeklyPence
}
