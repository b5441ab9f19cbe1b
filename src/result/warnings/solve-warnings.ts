// A warning about a search that may have more than one answer.

import type { SolveQuestion } from '../result-identity.ts'
import type { SolveAnswer } from '../solved.ts'
import type { ResultWarning } from './result-warning.ts'

/** Warns of a measure that does not rise or fall all the way, so that there may be more than one solution. */
export function solveWarnings(solve?: SolveQuestion & SolveAnswer): ResultWarning[] {
  if (solve === undefined || solve.isMonotone) return []
  const { path, target, between } = solve
  const text =
    `${target} neither rises nor falls all the way while ${path} goes from ${between[0]} to ${between[1]}, ` +
    'so that there may be more than one solution'
  return [{ code: 'solve-not-monotone', text }]
}
