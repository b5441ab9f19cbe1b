// How much the total cost would move if all were run again with another seed: of its mean and of its 90 % quantile.
import type { RunTable } from '../run/run-row.ts'
import { countsPer } from './numbers/series.ts'
import { sortWholeNumbers } from './numbers/sort-whole-numbers.ts'
import { summariseTotalCost, totalCostValues } from './whole-horizon.ts'

/** Monte Carlo standard errors in % of the value; NaN where there are too few runs to tell. */
export interface MonteCarloErrors {
  mean_error_percent: number
  q90_error_percent: number
}

/** Returns the errors of the cost of all financial years together; its values may have been gathered before. */
export function totalCostErrors(table: RunTable, values = totalCostValues(table)): MonteCarloErrors {
  const { mean, q90, mc_error } = summariseTotalCost(table, values)
  const q90Error = quantileError(sortWholeNumbers(values.slice()), 0.9) / countsPer('£')
  return { mean_error_percent: percentOf(mc_error, mean), q90_error_percent: percentOf(q90Error, q90) }
}

/**
 * Returns the standard error of a quantile without assuming a distribution: how many of n values lie below the true
 * p-quantile is binomial, with mean np and standard deviation sqrt(np(1 - p)), so half the distance between the order
 * statistics that far below and above np is one standard error (W. R. Thompson, 1936; H. A. David and H. N. Nagaraja,
 * Order Statistics, 2003, section 7.1). Places are rounded outwards. NaN where one of them is beyond the values.
 */
export function quantileError(sorted: Float64Array, share: number): number {
  const centre = sorted.length * share
  const spread = Math.sqrt(centre * (1 - share))
  const lower = Math.floor(centre - spread)
  const upper = Math.ceil(centre + spread)
  if (lower < 1 || upper > sorted.length) return Number.NaN
  return (sorted[upper - 1] - sorted[lower - 1]) / 2
}

function percentOf(error: number, value: number): number {
  return error === 0 ? 0 : (100 * error) / value
}
