// Assertions that failed, in words: what was asked, what came out, and how sure that is.
import { formatStandardError } from '../domain/quantity.ts'
import type { TestedAssertion } from '../summary/targets/assertion.ts'

/** More digits than the error supports, so that a value just missed does not look like the threshold. */
const DIGITS = 6

/** Returns a line for each assertion that does not hold. */
export function failedAssertionsInWords(assertions: TestedAssertion[]): string[] {
  return assertions.filter(({ holds }) => !holds).map(failureInWords)
}

function failureInWords({ name, operator, threshold, value, mc_error }: TestedAssertion): string {
  const shown = Number(value.toPrecision(DIGITS))
  const error = mc_error > 0 ? Number(mc_error.toPrecision(2)) : formatStandardError(mc_error)
  return `${name} is ${shown} (error ${error}), not ${operator} ${threshold}`
}
