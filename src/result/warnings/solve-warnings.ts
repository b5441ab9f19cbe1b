// A warning about a search that may have more than one answer.
import type { ManifestWarning, SolveAnswer } from '../manifest/manifest.ts'
import type { SolveQuestion } from '../result-identity.ts'

/** Warns of a measure that does not rise or fall all the way, so that there may be more than one solution. */
export function solveWarnings(solve?: SolveQuestion & SolveAnswer): ManifestWarning[] {
  if (solve === undefined || solve.isMonotone) return []
  const { path, target, between } = solve
  const text =
    `${target} neither rises nor falls all the way while ${path} goes from ${between[0]} to ${between[1]}, ` +
    'so that there may be more than one solution'
  return [{ code: 'solve-not-monotone', text }]
}
