// What became of the claims, in words for the terminal: in the baseline, and with each package.
import { dateInWords, parseDate } from '../domain/calendar.ts'
import { ALL_YEARS } from '../domain/financial-year.ts'
import { formatNumber, formatToError, supportedDecimals } from '../domain/quantity.ts'
import type { TestedClaim } from '../summary/targets/claims.ts'
import { isOfBaseline } from '../summary/targets/targets.ts'
import type { Named } from './short-names.ts'

/**
 * Returns a line for each claim: what is claimed, in how many of 100 runs it is true, and where the claimed number stands
 * among them; under it an indented one for each package, which is called by its label. A claim of a package has its line alone.
 */
export function claimsInWords(claims: TestedClaim[], runs: number, packages: Named[] = []): string[] {
  if (claims.length === 0) return []
  const labelOf = (variant?: string) => packages.find(({ key }) => key === variant)?.label ?? variant
  const ofBaseline = claims.filter(isOfBaseline)
  const ofOnePackage = claims.filter((claim) => claim.package !== undefined)
  return [
    'Claims, and the share of the runs in which they are true:',
    ...ofBaseline.flatMap((claim) => [
      `- ${statementOf(claim)}: ${resultInWords(claim, runs)}`,
      ...packages.flatMap(({ key, label }) => {
        const own = claims.find((one) => one.claim === claim.claim && one.variant === key)
        return own && own.probability !== null ? [`  with '${label}': ${resultInWords(own, runs)}`] : []
      }),
    ]),
    ...ofOnePackage.map(
      (claim) => `- ${statementOf(claim)}, with '${labelOf(claim.variant)}': ${resultInWords(claim, runs)}`,
    ),
  ]
}

/** Says what is claimed: the claim's label, and the condition that is tested. */
export function statementOf(claim: TestedClaim): string {
  const { given, given_runs: runs } = claim
  const among = given === undefined ? '' : `, among the ${formatNumber(runs!)} runs in which ${given} is true`
  return `${claim.label} (${conditionOf(claim)}${among})`
}

/** What must be so for the claim to be true. */
function conditionOf(claim: TestedClaim): string {
  const { kind, on = '', from = '', of = [], among, line, financial_year: year = '', relation } = claim
  const { within_months: months } = claim
  const limit = `${relation} ${amountOf(claim)}`
  const time = `from ${dayInWords(from)} to ${dayInWords(on)}`
  if (kind === 'children') {
    const where = of.length === 0 ? '' : ` in ${of.join(', ')}`
    return `${limit}${where} on ${dayInWords(on)}`
  }
  if (kind === 'placementShare') {
    const base = among === undefined ? 'all children' : `the children in ${among.join(', ')}`
    return `${limit} of ${base} in ${of.join(', ')} on ${dayInWords(on)}`
  }
  if (kind === 'highestChildren') return `largest number ${limit} ${time}`
  if (kind === 'largestFall') return `a fall ${limit} within ${months} months, ${time}`
  if (kind === 'peak') return `largest number by ${monthInWords(claim.value)}`
  if (kind === 'childrenChange') return `change ${limit} ${time}`
  if (kind === 'line') return `${line} ${limit} in ${yearInWords(year)}`
  if (kind === 'saving')
    return `${claim.is_gross ? 'gross' : 'net'} saving of at least ${amountOf(claim)} in ${yearInWords(year)}`
  return `paid back by the end of ${year} and still so at the end, ${claim.definition}`
}

function dayInWords(date: string): string {
  return dateInWords(parseDate(date)!)
}

function yearInWords(year: string): string {
  return year === ALL_YEARS ? 'all years' : year
}

function amountOf({ unit, value }: TestedClaim): string {
  if (unit === 'share') {
    // 100 times 0.57 is a hair less than 57.
    const percent = Math.round(1_000 * value) / 10
    return `${formatNumber(percent, Number.isInteger(percent) ? 0 : 1)} %`
  }
  const sign = value < 0 ? '-' : ''
  return `${sign}${unit === '£' ? '£' : ''}${formatNumber(Math.abs(value))}`
}

/** Says in what share of the runs a claim is true, with its error, and where the claimed number stands among them. */
export function resultInWords(claim: TestedClaim, runs: number): string {
  return `${shareInWords(claim, runs)}${standingOf(claim)}`
}

/** Where the claimed number stands; of a payback the share of the runs says it already. */
function standingOf(claim: TestedClaim): string {
  const { quantile, unit } = claim
  if (quantile === null || unit === 'year') return ''
  if (unit === 'month') return peakQuantiles(claim)
  if (quantile === 0) return `; ${amountOf(claim)} is below all of them`
  if (quantile === 1) return `; ${amountOf(claim)} is at or above all of them`
  const rank = Math.min(99, Math.max(1, Math.round(100 * quantile)))
  return `; ${amountOf(claim)} is the ${ordinal(rank)} of 100`
}

/** When the largest number comes: of a month, its place among the runs is the probability itself. */
function peakQuantiles({ q10, q50, q90 }: TestedClaim): string {
  return `; it comes in ${monthInWords(q50!)} at the median, ${monthInWords(q10!)} to ${monthInWords(q90!)} in 80 % of the runs`
}

/** 'Mar 2018', of the number 201803. */
export function monthInWords(month: number): string {
  const text = String(month)
  return dateInWords(parseDate(`${text.slice(0, 4)}-${text.slice(4)}-01`)!).replace(/^\d+ /, '')
}

function ordinal(rank: number): string {
  const isTeen = rank >= 11 && rank <= 13
  const ending = isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10]
  return `${rank}${ending ?? 'th'}`
}

function shareInWords({ probability, mc_error, given_runs }: TestedClaim, runs: number): string {
  if (probability === null || mc_error === null)
    return given_runs === undefined
      ? 'no probability, illustration only'
      : 'no probability: too few runs, or an illustration only'
  // Where all runs agree, 3 / runs is as far away as the truth is likely to be (rule of three: Hanley and Lippman-Hand 1983).
  const most = 300 / (given_runs ?? runs)
  const furthest = formatNumber(most, supportedDecimals(most, 2))
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
