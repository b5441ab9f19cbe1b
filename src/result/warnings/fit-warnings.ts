// Warnings about counts that the fit could not reach.

import { formatNumber } from '../../domain/quantity.ts'
import type { Fit, FittedFact } from '../../estimate/fit-facts.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning for each count that the fit could not reach, with what it reached. */
export function fitWarnings({ facts }: Pick<Fit, 'facts'>): ResultWarning[] {
  return facts
    .filter(({ feasible }) => feasible === false)
    .map((fact) => ({ code: 'fact-not-reached', text: missed(fact) }))
}

function missed({ path, period, observed, fitted }: FittedFact): string {
  const reached = `${formatNumber(fitted, 1)} where ${formatNumber(observed)} were counted`
  return `${path} (${period}): a replay of the period gives ${reached}; the counts may contradict each other`
}
