// What drives the range of the runs, in words for the terminal: shares of the variance, and the assumptions behind them.
import { dateInWords } from '../domain/calendar.ts'
import { ALL_YEARS } from '../domain/financial-year.ts'
import { formatNumber, formatStandardError } from '../domain/quantity.ts'
import type { FanPoint } from '../result/fan-data.ts'
import type { RankedAssumption } from '../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../summary/spread/headline-variance.ts'
import type { Part, VariancePart } from '../summary/spread/variance-split.ts'
import { CLEAR_ERRORS } from './clear-errors.ts'
import { inputNamer, type NamedInputs } from './input-in-words.ts'

/** What a result says of its range. */
export interface RangeOfResult extends NamedInputs {
  variance: HeadlineVariance[]
  ranking: RankedAssumption[]
  /** The last point is the day that the children of the last year are counted on. */
  fan: { fan: (Partial<FanPoint> & Pick<FanPoint, 'day'>)[] }
  runs: number
}

type Headline = Pick<HeadlineVariance, 'financial_year' | 'line'>

/** What the parts of a variance are called. */
export const PART_NAMES: Record<Part, string> = {
  assumptions: 'assumptions',
  shocks: 'yearly shocks',
  chance: 'chance',
}
/** Assumptions named at most, of those whose share stands out of its error. */
const MOST_NAMED = 5

/**
 * Returns a line for the children at the end and one for the cost of all years, each with the parts of its variance, and
 * the same for the assumptions that move them most. Nothing where chance alone varies.
 */
export function rangeInWords(result: RangeOfResult): string[] {
  const split = mainHeadlines(result.variance).filter(
    ({ parts }) => isKnown(parts) && parts.filter(isOn).length > 1,
  )
  if (split.length === 0) return []
  const isBoth = split.some(({ parts }) => parts.every(isOn))
  return [
    'What drives the range, in shares of the variance of the runs:',
    ...split.map((headline) => `- ${nameOfHeadline(headline, result)}: ${partsInWords(headline.parts)}`),
    ...(isBoth ? ['What yearly shocks and assumptions do together counts under yearly shocks.'] : []),
    ...rankingInWords(result, split),
  ]
}

/** Finds the children of the last year and the cost of all years. */
export function mainHeadlines(variance: HeadlineVariance[]): HeadlineVariance[] {
  const children = variance.findLast(({ line }) => line === 'children_end')
  const cost = variance.find(({ financial_year }) => financial_year === ALL_YEARS)
  return [children, cost].filter((headline) => headline !== undefined)
}

/** Tells whether shares of a variance could be estimated. */
export function isKnown(parts: VariancePart[]): boolean {
  return parts.every(({ share, mc_error }) => Number.isFinite(share) && Number.isFinite(mc_error))
}

/** Tells whether a part varies: of one that does not, share and error are exactly 0. */
export function isOn({ share, mc_error }: VariancePart): boolean {
  return share !== 0 || mc_error !== 0
}

/** Names a headline by its date or its years. */
export function nameOfHeadline(
  { line }: Headline,
  { fan, variance }: Pick<RangeOfResult, 'fan' | 'variance'>,
): string {
  if (line === 'children_end') return `Children on ${dateInWords(fan.fan.at(-1)!.day)}`
  const years = variance.map(({ financial_year }) => financial_year).filter((year) => year !== ALL_YEARS)
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? `Cost of ${first}` : `Cost of ${first} to ${last}`
}

/** Lists the parts that vary, each with its share and error. */
export function partsInWords(parts: VariancePart[]): string {
  return parts
    .filter(isOn)
    .map(({ part, share, mc_error }) => `${PART_NAMES[part]} ${shareWithError(share, mc_error)}`)
    .join(', ')
}

function shareWithError(share: number, error: number): string {
  const text = shareInWords(share, error)
  return /^\d/.test(text) ? `${text} (error ${formatStandardError(100 * error)})` : text
}

/**
 * Writes a share in whole percent, in tens where the error is no smaller, and never below 0 or above 100 %, which an
 * estimate can be. What rounds to nothing or to all is only said to be so where the error is too large to say more.
 */
export function shareInWords(share: number, error: number): string {
  const step = 100 * error < 10 ? 1 : 10
  const percent = step * Math.round((100 * Math.max(0, Math.min(1, share))) / step)
  const isFine = 100 * error < 1
  if (isFine && percent === 0) return 'under 1 %'
  if (isFine && percent === 100) return 'over 99 %'
  return `${formatNumber(percent)} %`
}

function rankingInWords(result: RangeOfResult, headlines: Headline[]): string[] {
  if (result.ranking.length === 0) return []
  const nameOfInput = inputNamer(result)
  return [
    'Assumptions that move it most, with the share that each has by itself:',
    ...headlines.map((headline) => {
      const named = namedAssumptions(result.ranking, headline, MOST_NAMED)
      const words = named.map((one) => rankedInWords(one, nameOfInput(one.assumption), result.runs))
      return `- ${nameOfHeadline(headline, result)}: ${words.join('; ') || 'none stands out of its Monte Carlo error'}`
    }),
  ]
}

/** Picks the assumptions of a headline that are worth naming: up to `most` whose share stands out of its error. */
export function namedAssumptions(
  ranking: RankedAssumption[],
  headline: Headline,
  most: number,
): RankedAssumption[] {
  const ranked = ranking.filter(
    ({ line, financial_year }) => line === headline.line && financial_year === headline.financial_year,
  )
  return ranked
    .filter(({ first_order_share, mc_error }) => first_order_share > CLEAR_ERRORS * mc_error)
    .slice(0, most)
}

/** Names an assumption with the share that it has by itself, and its direction. */
export function rankedInWords(ranked: RankedAssumption, name: string, runs: number): string {
  const { first_order_share, mc_error } = ranked
  return `${name}, ${shareInWords(first_order_share, mc_error)} (${directionInWords(ranked, runs)})`
}

function directionInWords(ranked: RankedAssumption, runs: number): string {
  const direction = directionOf(ranked, runs)
  if (direction === 0) return 'direction not known'
  if (direction > 0) return 'higher: more'
  return ranked.line === 'children_end' ? 'higher: fewer' : 'higher: less'
}

/**
 * Tells which way a headline goes with more of an assumption: 1 or -1, or 0 where that is not clear. Without any relation,
 * a rank correlation has a standard error of 1 / sqrt(runs - 1).
 */
export function directionOf(
  { rank_correlation }: Pick<RankedAssumption, 'rank_correlation'>,
  runs: number,
): -1 | 0 | 1 {
  if (!(Math.abs(rank_correlation) * Math.sqrt(runs - 1) > CLEAR_ERRORS)) return 0
  return rank_correlation > 0 ? 1 : -1
}
