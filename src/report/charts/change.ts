// Whether a number changes at all, beyond what chance in the runs makes of it: for titles that must never be wrong.
import type { Statistics } from '../../summary/numbers/statistics.ts'
import { CLEAR_ERRORS } from '../../words/clear-errors.ts'

/** A change below this share of where it starts is none to speak of. */
const STEADY = 0.02
/** The standard error of a median over that of a mean, where values are normally distributed. */
export const MEDIAN_ERROR = Math.sqrt(Math.PI / 2)

/** none where it stays about the same; unclear where it does not, and too few runs tell which way it goes. */
export type Direction = 'rise' | 'fall' | 'none' | 'unclear'

/** Tells where a median goes; an error that is not known (NaN), as of a single run, counts as 0. */
export function changeOfMedian(
  from: Pick<Statistics, 'q50' | 'mc_error'>,
  to: Pick<Statistics, 'q50' | 'mc_error'>,
): Direction {
  const error = MEDIAN_ERROR * Math.hypot(from.mc_error || 0, to.mc_error || 0)
  return directionOf(from.q50, to.q50, error)
}

/** Tells where a value goes whose change has that Monte Carlo standard error. */
export function directionOf(from: number, to: number, error: number): Direction {
  const size = Math.abs(to - from)
  if (size === 0 || size < STEADY * Math.abs(from)) return 'none'
  if (size < CLEAR_ERRORS * error) return 'unclear'
  return to > from ? 'rise' : 'fall'
}
