// What became of the claims, in words for the terminal: in the baseline, and with each package.
import { dateInWords, parseDate } from '../domain/calendar.ts'
import { formatNumber, formatToError, supportedDecimals } from '../domain/quantity.ts'
import type { TestedClaim } from '../summary/claims.ts'
import { isOfBaseline } from '../summary/targets.ts'
import type { Named } from './short-names.ts'

/**
 * Returns a line for each claim: what is claimed, and in how many of 100 runs it is true; under it an indented one for each
 * package, which is called by its label.
 */
export function claimsInWords(claims: TestedClaim[], runs: number, packages: Named[] = []): string[] {
  if (claims.length === 0) return []
  return [
    'Claims, and the share of the runs in which they are true:',
    ...claims.filter(isOfBaseline).flatMap((claim) => [
      `- ${statementOf(claim)}: ${shareInWords(claim, runs)}`,
      ...packages.flatMap(({ key, label }) => {
        const own = claims.find((one) => one.claim === claim.claim && one.variant === key)
        return own && own.probability !== null ? [`  with '${label}': ${shareInWords(own, runs)}`] : []
      }),
    ]),
  ]
}

function statementOf({ label, on, relation, value }: TestedClaim): string {
  return `${label} (${relation} ${formatNumber(value)} on ${dateInWords(parseDate(on)!)})`
}

function shareInWords({ probability, mc_error }: TestedClaim, runs: number): string {
  if (probability === null || mc_error === null) return 'no probability, illustration only'
  // Where all runs agree, 3 / runs is as far away as the truth is likely to be (rule of three: Hanley and Lippman-Hand 1983).
  const furthest = formatNumber(300 / runs, supportedDecimals(300 / runs, 2))
  if (probability === 0) return `in none of the runs, so ${furthest} % at most`
  if (probability === 1) return `in all runs, so ${furthest} % less at most`
  return `${percentInWords(probability, mc_error)} % (error ${formatNumber(100 * mc_error, 1)})`
}

/** A claim that is true in some runs is never said to be true in 0 % or 100 % of them; no digit is below the error. */
function percentInWords(probability: number, error: number): string {
  if (probability < 0.005) return 'under 0.5'
  if (probability >= 0.995) return 'over 99.5'
  return formatToError(100 * probability, 100 * error)
}
