// How precise the runs made a result, in a sentence.
import { errorInPercent } from '../domain/quantity.ts'
import type { MonteCarloErrors } from '../summary/monte-carlo-error.ts'

/** Returns a sentence on the Monte Carlo errors of the total cost. */
export function precisionInWords({ mean_error_percent, q90_error_percent }: MonteCarloErrors): string {
  const errors = `mean ${errorInPercent(mean_error_percent)}, P90 ${errorInPercent(q90_error_percent)}`
  return `Monte Carlo error of the cost of all years: ${errors}.`
}
