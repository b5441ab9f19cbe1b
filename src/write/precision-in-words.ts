// How precise the runs made a result, in words for the terminal and the manifest.
import { formatCount } from '../domain/quantity.ts'
import type { MonteCarloErrors } from '../summary/monte-carlo-error.ts'
import { isBelow } from '../summary/until-error.ts'
import type { ManifestWarning } from './manifest.ts'

/** Returns a sentence on the Monte Carlo errors of the total cost. */
export function precisionInWords({ mean_error_percent, q90_error_percent }: MonteCarloErrors): string {
  const errors = `mean ${percent(mean_error_percent)}, P90 ${percent(q90_error_percent)}`
  return `Monte Carlo error of the cost of all years: ${errors}.`
}

/** Returns a warning where the error that was asked for is not reached; none where none was asked for. */
export function precisionWarnings(
  errors: MonteCarloErrors,
  runs: number,
  untilError: number | undefined,
): ManifestWarning[] {
  if (untilError === undefined || isBelow(untilError, errors)) return []
  const text =
    `the error asked for, below ${untilError} %, is not reached with ${formatCount(runs, 'run')}, the most ` +
    `there can be: mean ${percent(errors.mean_error_percent)}, P90 ${percent(errors.q90_error_percent)}`
  return [{ code: 'error-not-reached', text }]
}

// Two digits, so that 0.46 is not printed as the 0.5 that it was asked to be below.
function percent(error: number): string {
  return Number.isNaN(error) ? 'n/a' : `${Number(error.toPrecision(2))} %`
}
