// Packages for the terminal: a table over all of them, then for each its differences from the baseline year by year, its
// saving, the peak, and what holds its reviews up. Results of packages -> paragraphs of lines.

import { monthInWords, parseDate } from '../domain/calendar.ts'
import { ALL_YEARS, financialYearInWords } from '../domain/financial-year.ts'
import {
  formatCount,
  formatNumber,
  formatStandardError,
  formatToError,
  POUNDS_PER_MILLION,
  supportedDecimals,
} from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import { packagesInDetail } from '../result/packages-in-detail.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import type { ReviewResult } from '../summary/packages/binding-gate.ts'
import type { Displacement } from '../summary/packages/displacement.ts'
import type { Difference, PackageResult, YearDifference } from '../summary/packages/package-results.ts'
import type { ComparedPeak, Peak } from '../summary/peak.ts'
import { arithmeticInWords } from '../words/arithmetic-in-words.ts'
import { chanceInWords } from '../words/chance-in-words.ts'
import { beforeStartInWords, paybackInWords } from '../words/payback-in-words.ts'
import { namesOfPackages } from '../words/short-names.ts'
import { signed } from '../words/signed.ts'
import { attributionNotes, attributionTables } from './attribution-tables.ts'
import { namedTable } from './named-table.ts'
import type { TerminalStyle } from './terminal-style.ts'
import { fits, type Group, table } from './terminal-table.ts'

/**
 * Returns paragraphs of lines: a table over all packages where there are several, each package with its attribution, and
 * one on how to read them; nothing without packages.
 */
export function packageTables(
  packages: PackageResult[],
  attribution: Attribution[],
  runs: number,
  style: TerminalStyle,
): string[][] {
  if (packages.length === 0) return []
  const detailed = packagesInDetail(packages)
  const details = detailed.flatMap((result) => {
    const own = attribution.filter((one) => one.package === result.package)
    return [packageTable(result, own, runs, style), ...attributionTables(own, runs, style)]
  })
  const notes = [...readingNotes(packages), ...attributionNotes(attribution)]
  if (detailed.length < packages.length)
    notes.push('The other packages year by year: packages.csv, the sheet Packages, or --package KEY.')
  return [
    ...(packages.length > 1 ? [comparedTable(packages, runs, style)] : []),
    ...details,
    notes.flatMap((note) => wrapText(note, style.columns)),
  ]
}

/** All packages beside each other: the children at the end of the last year, and the cost of all years. */
function comparedTable(packages: PackageResult[], runs: number, style: TerminalStyle): string[] {
  const children = packages.map(({ children_end }) => children_end)
  const costs = packages.map(({ total }) => total)
  return [
    ...wrapText('Packages: differences from the baseline in the same runs', style.columns),
    ...namedTable(
      { heading: 'Package', named: namesOfPackages(packages) },
      [
        childrenGroup('Children at the end', children, runs),
        costGroup('Cost of all years', costs, runs, style),
      ],
      style,
    ),
  ]
}

function packageTable(
  result: PackageResult,
  attribution: Attribution[],
  runs: number,
  style: TerminalStyle,
): string[] {
  // One year is all years.
  const years = result.years.length === 2 ? result.years.slice(0, 1) : result.years
  const costs = years.map(({ total }) => total)
  const [labels, children, cost] = [
    labelGroup(years),
    childrenGroup('Children at year end', years.map(childrenOf), runs),
    costGroup('Cost', costs, runs, style),
  ]
  const wide = table([labels, children, cost], style)
  return [
    ...headingOf(result).flatMap((line) => wrapText(line, style.columns)),
    ...(fits(wide, style)
      ? wide
      : [...childrenTable(years, runs, style), '', ...table([labels, cost], style)]),
    ...notesOf(result, attribution, runs, style).flatMap((note) => wrapText(note, style.columns)),
  ]
}

/** By itself it has no row without numbers. */
function childrenTable(years: YearDifference[], runs: number, style: TerminalStyle): string[] {
  const own = years.filter((year) => childrenOf(year) !== undefined)
  return table([labelGroup(own), childrenGroup('Children at year end', own.map(childrenOf), runs)], style)
}

function headingOf({ package: key, label, intervention_labels }: PackageResult): string[] {
  return [
    `Package: ${label} (${key}): differences from the baseline in the same runs`,
    `With: ${intervention_labels.join('; ')}`,
  ]
}

function labelGroup(years: YearDifference[]): Group {
  const cells = years.map(({ financial_year }) => financialYearInWords(financial_year))
  return { heading: '', columns: [{ heading: 'Year', cells }] }
}

/** The children at the end of all years are those of the last, which stand above. */
function childrenOf({ financial_year, children_end }: YearDifference): Difference | undefined {
  return financial_year === ALL_YEARS ? undefined : children_end
}

function childrenGroup(heading: string, differences: (Difference | undefined)[], runs: number): Group {
  const column = (name: string, write: (difference: Difference) => string) => ({
    heading: name,
    cells: differences.map((difference) => (difference ? write(difference) : '')),
  })
  return {
    heading,
    columns: [
      column('P10', ({ q10, mc_error }) => signed(q10, mc_error)),
      column('P50', ({ q50, mc_error }) => signed(q50, mc_error)),
      column('P90', ({ q90, mc_error }) => signed(q90, mc_error)),
      column('Fewer', ({ p_below_zero }) => chanceInWords(p_below_zero, runs)),
    ],
  }
}

function costGroup(
  heading: string,
  differences: Difference[],
  runs: number,
  { unicode }: TerminalStyle,
): Group {
  const decimals = Math.min(
    ...differences.map(({ mc_error }) => supportedDecimals(mc_error / POUNDS_PER_MILLION, 2)),
  )
  const column = (name: string, quantile: 'q10' | 'q50' | 'q90') => ({
    heading: name,
    cells: differences.map((difference) =>
      signed(difference[quantile] / POUNDS_PER_MILLION, difference.mc_error / POUNDS_PER_MILLION, decimals),
    ),
  })
  return {
    heading: unicode ? `${heading}, £m` : `${heading}, GBP m`,
    columns: [
      column('P10', 'q10'),
      column('P50', 'q50'),
      column('P90', 'q90'),
      {
        heading: 'Lower',
        cells: differences.map(({ p_below_zero }) => chanceInWords(p_below_zero, runs)),
      },
    ],
  }
}

function notesOf(
  result: PackageResult,
  attribution: Attribution[],
  runs: number,
  style: TerminalStyle,
): string[] {
  return [
    savingInWords(result, attribution, runs, style),
    ...paybackInWords(result.payback, runs),
    ...beforeStartInWords(result.paid_before_start),
    peakInWords(result.peak, runs),
    ...pairingInWords(result.total),
    ...displacementInWords(result.displacement),
    ...result.reviews.flatMap(reviewInWords),
    ...arithmeticInWords(result),
  ]
}

function savingInWords(
  { saving, counts_as }: PackageResult,
  attribution: Attribution[],
  runs: number,
  style: TerminalStyle,
): string {
  const { mean, q10, q90, mc_error } = saving
  const decimals = supportedDecimals(mc_error / POUNDS_PER_MILLION, 2)
  const million = (pounds: number) => {
    const text = formatToError(pounds / POUNDS_PER_MILLION, mc_error / POUNDS_PER_MILLION, decimals)
    return style.unicode ? text.replace(/^(-?)(.*)$/, '$1£$2m') : text.replace(/^(-?)(.*)$/, '$1GBP $2 m')
  }
  const error = formatStandardError(mc_error / POUNDS_PER_MILLION)
  const split = classesInWords({ counts_as, saving }, attribution, runs, million)
  if (mean < 0)
    return (
      `No saving: all years cost ${million(-mean)} more on average (error ${error}), 80 % prediction interval ` +
      `${million(0 - q90)} to ${million(0 - q10)}${q90 > 0 ? ', below 0 less' : ''}${split}.`
    )
  return (
    `Saving of all years: ${million(mean)} on average (error ${error}), 80 % prediction interval ${million(q10)} to ` +
    `${million(q90)}${split}.`
  )
}

/** Where all interventions count alike so does the whole saving; what only costs more counts as nothing. */
function classesInWords(
  { counts_as: countsAs, saving }: Pick<PackageResult, 'counts_as' | 'saving'>,
  attribution: Attribution[],
  runs: number,
  million: (pounds: number) => string,
): string {
  if (countsAs.length === 1) return saving.mean < 0 ? '' : `; it counts as ${countsAs[0]}`
  const cost = attribution.find(({ line }) => line === 'total')
  if (cost?.by_class === undefined) return ''
  const split = Object.entries(cost.by_class).map(([name, { mean }]) =>
    mean < 0 ? `no ${name} saving but ${million(-mean)} more` : `${name} ${million(mean)}`,
  )
  const some = cost.runs < runs ? ` in the first ${formatCount(cost.runs, 'run')}` : ''
  return `; of the average${some}, ${split.join(', ')}`
}

function peakInWords({ baseline, own, p_lower }: ComparedPeak, runs: number): string {
  const at = ({ month, children }: Peak) =>
    `${formatNumber(children)} in ${monthInWords(parseDate(`${month}-01`)!)}`
  return (
    `Largest mean number of children: ${at(own)}, in the baseline ${at(baseline)}; the largest number of a run is ` +
    `lower in ${chanceInWords(p_lower, runs)} of the runs.`
  )
}

function pairingInWords({ variance_ratio }: Difference): string[] {
  if (!Number.isFinite(variance_ratio)) return []
  const percent = 100 * variance_ratio
  const share = percent > 0 && percent < 1 ? 'under 1' : formatNumber(percent)
  return [
    `The difference of the cost of all years has ${share} % of the variance that it would have between independent runs.`,
  ]
}

/** A share is written as it is estimated, in whole percent. */
function displacementInWords(displacement: Displacement | undefined): string[] {
  if (displacement === undefined || !Number.isFinite(displacement.share)) return []
  const { share, mc_error } = displacement
  const percent = `${formatNumber(Math.abs(100 * share))} % (error ${formatStandardError(100 * mc_error)})`
  return [
    share < 0
      ? `Limited places hold the variance of this difference down: without them it would be larger by ${percent}.`
      : `Limited places bring ${percent} of the variance of this difference: whoever takes or leaves a place shifts other children.`,
  ]
}

function reviewInWords({ label, gates, binding }: ReviewResult): string[] {
  const decided = gates.map(({ gate, decided_per_month }) => `${gate} ${formatNumber(decided_per_month, 1)}`)
  const wait = gates.find(({ gate }) => gate === binding)?.mean_wait_days
  return [
    `${label}: ${wait === undefined ? 'nobody waits at a gate' : `${binding} holds it up, ${waitInWords(wait)}`}. ` +
      `Children decided a month: ${decided.join(', ')}.`,
  ]
}

function waitInWords(days: number): string {
  if (!Number.isFinite(days)) return 'since nobody gets through'
  return `with ${formatCount(Math.round(days), 'day')} of waiting for each child that it decides`
}

function readingNotes(packages: PackageResult[]): string[] {
  const differences = packages.flatMap(({ years }) =>
    years.flatMap(({ children_end, total }) => [children_end, total]),
  )
  const isIllustration = differences.some(({ p_error }) => p_error === null)
  const error = Math.max(...differences.map(({ p_error }) => 100 * (p_error ?? 0)))
  return [
    'Differences: the package less the baseline of the same run, so that chance which both share goes out; below 0 is ' +
      'fewer or cheaper. P10 to P90: 80 % prediction interval. Quantiles do not add up.',
    isIllustration
      ? 'Fewer, lower: no probability, illustration only.'
      : `Fewer, lower: in that share of the runs (largest error ${formatNumber(error, 1)} %).`,
  ]
}
