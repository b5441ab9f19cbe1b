// Weekly prices in whole pence, year by year.
import { compoundGrowth } from '../domain/exact-math.ts'
import { parseFinancialYear } from '../domain/financial-year.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
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
  const weeklyPence = new Float64Array(years.length * pounds.length)
  upliftByYear({ priceBase, upliftPerYear }, { years }).forEach((uplift, year) => {
    pounds.forEach((price, item) => {
      weeklyPence[year * pounds.length + item] = Math.round(price * 100 * uplift)
    })
  })
  return weeklyPence
}

/** Returns [year] what a price of the price base is multiplied by. */
export function upliftByYear(
  { priceBase, upliftPerYear }: Pick<Scenario, 'priceBase' | 'upliftPerYear'>,
  { years }: Pick<Axes, 'years'>,
): number[] {
  const base = parseFinancialYear(priceBase)!
  return years.map((name) => compoundGrowth(upliftPerYear, parseFinancialYear(name)! - base))
}

/** How prices differ: between children, and by what is paid empty or full. */
export interface PriceShape {
  /** [placement] standard deviation of the logarithm of a child's price, 0 where all cost the same. */
  spread: Float64Array
  /** [fixed placement of the axes] share of the price that is paid empty or full. */
  fixedShare: Float64Array
}

/** Compiles how prices differ. */
export function compilePriceShape(scenario: Scenario, { fixedPlacements }: Axes): PriceShape {
  const placements = Object.values(scenario.placements)
  return {
    spread: Float64Array.from(placements, ({ priceSpread }) => priceSpread ?? 0),
    fixedShare: Float64Array.from(fixedPlacements, ({ placement }) => placements[placement].fixedShare ?? 0),
  }
}
