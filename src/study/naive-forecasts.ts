// Three forecasts that need no model of children, only the numbers of the years before: what a simulation has to beat.
import { compoundGrowth } from '../domain/exact-math.ts'
import { type StockHistory, stockOf } from './known-stocks.ts'
import { type CountDistribution, type NormalDistribution, poissonOf } from './predictive-distribution.ts'
import { type Drift, varianceOfChange } from './yearly-changes.ts'

/** From the 31 March of one year to that of a later one. */
export interface Horizon {
  origin: number
  target: number
}

/**
 * Forecasts that nothing changes: a Poisson number around the last value. Throws a RangeError where that is not known.
 */
export function forecastLastValue(history: StockHistory, { origin }: Horizon): CountDistribution {
  return poissonOf(stockOf(history, origin))
}

/**
 * Forecasts that the last year's change goes on: a Poisson number around the last value and as many times the change as
 * there are years ahead, but not below 0. Throws a RangeError where one of the last two numbers is not known.
 */
export function forecastLastTrend(history: StockHistory, { origin, target }: Horizon): CountDistribution {
  const last = stockOf(history, origin)
  const change = last - stockOf(history, origin - 1)
  return poissonOf(Math.max(0, last + (target - origin) * change))
}

/**
 * Forecasts that the number grows as all authorities' numbers have grown, and strays as they have strayed: normal, the
 * last value grown by the compound drift, with the relative variance of one year at the last value times the years
 * ahead, each year being taken as a law to itself. Throws a RangeError where the last value is not known.
 */
export function forecastDrift(
  history: StockHistory,
  { origin, target }: Horizon,
  drift: Drift,
): NormalDistribution {
  const last = stockOf(history, origin)
  const years = target - origin
  const mean = last * compoundGrowth(drift.growth, years)
  return { kind: 'normal', mean, sd: last * Math.sqrt(years * varianceOfChange(drift, last)) }
}
