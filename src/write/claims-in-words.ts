// What became of the claims, in words for the terminal.
import { dateInWords, parseDate } from '../domain/calendar.ts'
import { formatNumber } from '../domain/quantity.ts'
import type { TestedClaim } from '../summary/claims.ts'

/** Returns a line for each claim: what is claimed, and in how many of 100 runs it is true. */
export function claimsInWords(claims: TestedClaim[]): string[] {
  if (claims.length === 0) return []
  return ['Claims, and the share of the runs in which they are true:', ...claims.map(claimInWords)]
}

function claimInWords({ label, on, relation, value, probability, mc_error }: TestedClaim): string {
  const number = `${relation} ${formatNumber(value)} on ${dateInWords(parseDate(on)!)}`
  if (probability === null || mc_error === null)
    return `- ${label} (${number}): no probability, illustration only`
  return `- ${label} (${number}): ${formatNumber(100 * probability)} % (error ${formatNumber(100 * mc_error, 1)})`
}
