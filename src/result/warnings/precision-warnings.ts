// A warning about runs that did not make a result as precise as was asked.

import { errorInPercent, formatCount } from '../../domain/quantity.ts'
import type { MonteCarloErrors } from '../../summary/monte-carlo-error.ts'
import { isBelow } from '../../summary/until-error.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning where the error that was asked for is not reached; none where none was asked for. */
export function precisionWarnings(
  errors: MonteCarloErrors,
  runs: number,
  untilError: number | undefined,
): ResultWarning[] {
  if (untilError === undefined || isBelow(untilError, errors)) return []
  const text =
    `the error asked for, below ${untilError} %, is not reached with ${formatCount(runs, 'run')}, the most ` +
    `there can be: mean ${errorInPercent(errors.mean_error_percent)}, P90 ${errorInPercent(errors.q90_error_percent)}`
  return [{ code: 'error-not-reached', text }]
}
