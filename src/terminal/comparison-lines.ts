// Two results side by side for the terminal: what they are, how they differ, and a table of children and cost for each
// variant. Comparison -> paragraphs of lines.

import { financialYearInWords } from '../domain/financial-year.ts'
import {
  formatCount,
  formatStandardError,
  formatToError,
  POUNDS_PER_MILLION,
  supportedDecimals,
} from '../domain/quantity.ts'
import { wrapText } from '../domain/wrap-text.ts'
import type { FinishedResult } from '../result/finished-result.ts'
import type { ResultIdentity } from '../result/result-identity.ts'
import { NO_STREAM } from '../result/result-identity.ts'
import {
  COMPARED_LINES,
  type ComparedLine,
  type ComparedLineName,
  type Relation,
} from '../summary/comparison.ts'
import type { Statistics } from '../summary/numbers/statistics.ts'
import { signed } from '../words/signed.ts'
import { paint, type TerminalStyle } from './terminal-style.ts'
import { fits, type Group, table } from './terminal-table.ts'

const INDEPENDENT = 'Differences of means: between independent runs, whose errors add up.'
const PAIRED = 'Differences of means: run by run, each with the run of the same number.'

/** Says in what two results differ, each difference as 'seed: one and other'; empty where they are comparable throughout. */
export function differencesBetween(first: FinishedResult, second: FinishedResult): string[] {
  const [a, b] = [first.identity, second.identity]
  const differ = (what: string, before: string | number, after: string | number) =>
    before === after ? [] : [`${what}: ${before} and ${after}`]
  return [
    ...differ('scenario', a.scenario, b.scenario),
    ...(a.scenario === b.scenario && a.scenarioSha256 !== b.scenarioSha256
      ? ['the text of the scenario']
      : []),
    ...differ('--set', a.sets.join(' ') || 'nothing', b.sets.join(' ') || 'nothing'),
    ...budgetDifference(first, second),
    ...differ('packages', packagesOf(a), packagesOf(b)),
    ...differ('--solve', solveOf(a), solveOf(b)),
    ...differ('horizon', `${first.start} to ${first.end}`, `${second.start} to ${second.end}`),
    ...differ('intervals', a.intervals, b.intervals),
    ...differ('seed', a.seed, b.seed),
    ...differ('stream of random numbers', a.stream ?? NO_STREAM, b.stream ?? NO_STREAM),
    ...differ('runs', a.runs, b.runs),
    ...differ('version', a.version, b.version),
  ]
}

/** A file that one lacks is named, and so are two files; the same path with another text is told as that. */
function budgetDifference(first: FinishedResult, second: FinishedResult): string[] {
  if (first.identity.budgetSha256 === second.identity.budgetSha256) return []
  const [before, after] = [first, second].map(({ budgetFile = 'none' }) => budgetFile)
  return before === after
    ? [`the text of the budget file ${before}`]
    : [`budget file: ${before} and ${after}`]
}

function packagesOf({ packages = [] }: ResultIdentity): string {
  const named = packages.map(({ package: key, interventions }) => `${key} (${interventions.join(', ')})`)
  return named.join(', ') || 'none'
}

function solveOf({ solve }: ResultIdentity): string {
  return solve ? `${solve.path} for ${solve.target} between ${solve.between.join(' and ')}` : 'nothing'
}

/** Tells whether runs can be compared one by one, since they share their random numbers, and whether the years cover the same days. */
export function relationOf(first: FinishedResult, second: FinishedResult): Relation {
  const [a, b] = [first.identity, second.identity]
  return {
    isPaired: a.seed === b.seed && a.stream === b.stream && a.runs === b.runs,
    hasSameHorizon: first.start === second.start && first.end === second.end,
  }
}

/** Writes the comparison, without a line break at the end. */
export function comparisonInWords(
  first: FinishedResult,
  second: FinishedResult,
  lines: ComparedLine[],
  style: TerminalStyle,
): string {
  const wrap = (text: string) => wrapText(text, style.columns, '  ')
  const differences = differencesBetween(first, second)
  const variants = [...new Set(lines.map(({ variant }) => variant))]
  const paragraphs = [
    [...wrap(`A: ${nameOf(first)}`), ...wrap(`B: ${nameOf(second)}`)],
    differences.length === 0
      ? wrap('Same scenario, horizon, seed, runs and version.')
      : ['They differ in', ...differences.flatMap((difference) => wrap(`- ${difference}`))],
    ...variants.flatMap((variant) => variantTables(variant, lines, style)),
    [
      ...wrapText(relationOf(first, second).isPaired ? PAIRED : INDEPENDENT, style.columns),
      ...wrapText(
        'Error: the Monte Carlo standard error. P10 to P90: 80 % prediction interval. Quantiles do not add up.',
        style.columns,
      ),
    ],
  ]
  return paragraphs.map((paragraph) => paragraph.join('\n')).join('\n\n')
}

function nameOf({ folder, identity }: FinishedResult): string {
  const { scenario, runs, seed, version, illustrative } = identity
  const note = illustrative === undefined ? '' : '; illustration only'
  return `${folder}: ${scenario}, ${formatCount(runs, 'run')}, seed ${seed}, carecast ${version}${note}`
}

const HEADINGS: Record<ComparedLineName, (unicode: boolean) => string> = {
  children_end: () => 'children at year end',
  total: (unicode) => `cost, ${unicode ? '£m' : 'GBP m'}`,
}

function variantTables(variant: string, lines: ComparedLine[], style: TerminalStyle): string[][] {
  return (Object.keys(COMPARED_LINES) as ComparedLineName[]).map((name) => {
    const rows = lines.filter((one) => one.variant === variant && one.line === name)
    const [labels, ...groups] = lineGroups(rows)
    const wide = table([labels, ...groups], style)
    return [
      paint(style, 'bold', `${variant}: ${HEADINGS[name](style.unicode)}`),
      ...(fits(wide, style) ? wide : groups.flatMap((group) => table([labels, group], style))),
    ]
  })
}

function lineGroups(rows: ComparedLine[]): Group[] {
  const per = rows[0].unit === '£' ? POUNDS_PER_MILLION : 1
  const errors = rows
    .flatMap(({ first, second }) => [first, second])
    .map((one) => one?.mc_error ?? Number.NaN)
  const known = errors.filter((error) => error > 0).map((error) => error / per)
  const decimals = per === 1 ? 0 : Math.min(2, ...known.map((error) => supportedDecimals(error, 2)))
  const group = (heading: string, of: (row: ComparedLine) => Statistics | undefined): Group => ({
    heading,
    columns: (['q10', 'q50', 'q90'] as const).map((quantile) => ({
      heading: `P${quantile.slice(1)}`,
      cells: rows.map((row) => {
        const statistics = of(row)
        return statistics
          ? formatToError(statistics[quantile] / per, statistics.mc_error / per, decimals)
          : ''
      }),
    })),
  })
  return [
    { heading: '', columns: [{ heading: 'Year', cells: rows.map(yearName) }] },
    group('A', ({ first }) => first),
    group('B', ({ second }) => second),
    differenceGroup(rows, per),
  ]
}

function yearName({ financial_year }: ComparedLine): string {
  return financialYearInWords(financial_year)
}

/** A small difference of paired runs is known to more digits than the numbers themselves. */
function differenceGroup(rows: ComparedLine[], per: number): Group {
  const cells = (write: (difference: NonNullable<ComparedLine['difference']>) => string) =>
    rows.map(({ difference }) => (difference ? write(difference) : ''))
  return {
    heading: 'B less A',
    columns: [
      {
        heading: 'Mean',
        cells: cells(({ mean, mc_error }) =>
          signed(mean / per, mc_error / per, supportedDecimals(mc_error / per, per === 1 ? 1 : 2)),
        ),
      },
      { heading: 'Error', cells: cells(({ mc_error }) => formatStandardError(mc_error / per)) },
    ],
  }
}
