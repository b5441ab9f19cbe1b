// What --assert holds a result to: '[VARIANT:]NAME OPERATOR NUMBER', where NAME is a claim, LINE[@YEAR][.STATISTIC], or of a
// package p_saves or p_fewer. Text -> measure -> its value over the runs, and whether it holds.
import { recogniseFinancialYear } from '../domain/financial-year.ts'
import { suggestName } from '../input/nearest-name.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import type { Axes } from '../model/axes.ts'
import { type RunTable, rowLayout } from '../run/run-row.ts'
import { testClaims } from './claims.ts'
import { statisticsOfWholeNumbers } from './describe-numbers.ts'
import { quantileError } from './monte-carlo-error.ts'
import { ALL_YEARS, pairedDifferences } from './paired.ts'
import { type Probability, shareOfRuns } from './probability.ts'
import { countsPer, gatherSeries } from './series.ts'
import { sortWholeNumbers } from './sort-whole-numbers.ts'
import { lineOfAllYears } from './whole-horizon.ts'
import { type YearLine, yearLines } from './year-lines.ts'

const HOLDS = {
  '>=': (value: number, threshold: number) => value >= threshold,
  '<=': (value: number, threshold: number) => value <= threshold,
  '>': (value: number, threshold: number) => value > threshold,
  '<': (value: number, threshold: number) => value < threshold,
} as const

export interface Assertion {
  /** As given. */
  text: string
  name: string
  operator: keyof typeof HOLDS
  threshold: number
}

/** How an assertion came out. */
export interface TestedAssertion extends Assertion {
  value: number
  /** Monte Carlo standard error of the value; NaN where there are too few runs to tell. */
  mc_error: number
  holds: boolean
}

/** Statistics of a line that can be asserted, with the quantile that each is; the mean where none is named. */
const ASSERTED_STATISTICS = {
  mean: undefined,
  q05: 0.05,
  q10: 0.1,
  q25: 0.25,
  q50: 0.5,
  q75: 0.75,
  q90: 0.9,
  q95: 0.95,
} as const

type AssertedStatistic = keyof typeof ASSERTED_STATISTICS

/** Probabilities that a package alone has, with the line that is to be less than in the baseline. */
const PACKAGE_SHARES = { p_saves: 'total', p_fewer: 'children_end' } as const

/** What an assertion asks of the runs. */
export type AskedMeasure =
  | { kind: 'claim'; variant: string; claim: string }
  | { kind: 'share'; variant: string; line: 'total' | 'children_end' }
  | { kind: 'line'; variant: string; line: string; financial_year: string; statistic: AssertedStatistic }

/** A variant of a result: the baseline first, then the packages. */
export interface Variant {
  variant: string
  table: RunTable
}

/** What can be named in an assertion. */
export interface AssertableNames {
  /** Variants with their lines, the baseline first. */
  lines: Map<string, string[]>
  years: string[]
  claims: string[]
  /** Of the claims that are of a package, which one. */
  claimPackages: Map<string, string>
  /** Why the scenario has no probabilities, where it has none. */
  illustrative?: string
}

/** Reads an assertion; undefined where it is not a name, an operator and a number. */
export function parseAssertion(text: string): Assertion | undefined {
  const match = /^\s*([^\s<>=]+)\s*(>=|<=|>|<)\s*(-?(?:\d+\.?\d*|\.\d+)(?:e\d+)?)\s*$/i.exec(text)
  if (match === null) return undefined
  const [, name, operator, threshold] = match
  return { text, name, operator: operator as Assertion['operator'], threshold: Number(threshold) }
}

/** Lists what can be named, before anything is simulated: lines follow from the axes of each variant. */
export function assertableNames(
  { claims = {}, illustrative }: Scenario,
  variants: { variant: string; axes: Axes }[],
): AssertableNames {
  const lines = variants.map(({ variant, axes }) => [variant, linesOf(axes)] as const)
  const { years } = variants[0].axes
  const owned = Object.entries(claims).flatMap(([key, { package: named }]) =>
    named === undefined ? [] : [[key, named] as const],
  )
  return {
    lines: new Map(lines),
    years,
    claims: Object.keys(claims),
    claimPackages: new Map(owned),
    ...(illustrative && { illustrative }),
  }
}

function linesOf(axes: Axes): string[] {
  return yearLines({ axes, layout: rowLayout(axes), runs: 0, rows: new Int32Array() }, 0).map(
    ({ line }) => line,
  )
}

/** Says what an assertion names that there is not, with the nearest name; undefined where it can be tested. */
export function assertionProblem(assertion: Assertion, names: AssertableNames): string | undefined {
  const { variant, name } = splitVariant(assertion.name, names)
  const measure = measureOf(variant, name, names)
  const owner = names.claimPackages.get(name)
  if (owner !== undefined && measure === undefined)
    return names.lines.has(owner)
      ? `'${name}' is a claim of the package ${owner} alone; write ${name} or ${owner}:${name}`
      : `'${name}' is a claim of the package ${owner}, which is not run`
  if (measure === undefined) return unknownName(assertion.name, variant, name, names)
  if (measure.kind === 'line') return undefined
  return names.illustrative === undefined
    ? undefined
    : `has no probability, since the scenario is only an illustration: ${names.illustrative}`
}

/** Tests assertions on the runs; throws a RangeError for one that assertionProblem refuses. */
export function testAssertions(
  assertions: Assertion[],
  variants: Variant[],
  scenario: Scenario,
): TestedAssertion[] {
  const names = assertableNames(
    scenario,
    variants.map(({ variant, table }) => ({ variant, axes: table.axes })),
  )
  return assertions.map((assertion) => {
    const { variant, name } = splitVariant(assertion.name, names)
    const measure = measureOf(variant, name, names)
    if (measure === undefined) throw new RangeError(`nothing is called ${assertion.name}`)
    const { value, mc_error } = valueOfMeasure(measure, variants, scenario)
    return { ...assertion, value, mc_error, holds: HOLDS[assertion.operator](value, assertion.threshold) }
  })
}

/** Lines have colons too: what stands before the first is a variant only where one is called so. */
function splitVariant(name: string, { lines }: AssertableNames): { variant: string; name: string } {
  const colon = name.indexOf(':')
  const variant = name.slice(0, colon)
  if (colon > 0 && lines.has(variant)) return { variant, name: name.slice(colon + 1) }
  return { variant: baselineOf(lines), name }
}

function baselineOf(lines: AssertableNames['lines']): string {
  return [...lines.keys()][0]
}

function measureOf(variant: string, name: string, names: AssertableNames): AskedMeasure | undefined {
  if (names.claims.includes(name)) return measureOfClaim(variant, name, names)
  if (isPackageShare(name))
    return variant === baselineOf(names.lines)
      ? undefined
      : { kind: 'share', variant, line: PACKAGE_SHARES[name] }
  const { line, financial_year, statistic } = splitLine(name)
  const isKnown =
    names.lines.get(variant)!.includes(line) &&
    (financial_year === ALL_YEARS || names.years.includes(financial_year))
  return isKnown ? { kind: 'line', variant, line, financial_year, statistic } : undefined
}

/** A claim of a package is tested there, named with it or without. */
function measureOfClaim(variant: string, claim: string, names: AssertableNames): AskedMeasure | undefined {
  const owner = names.claimPackages.get(claim)
  if (owner === undefined) return { kind: 'claim', variant, claim }
  const isAsked = variant === owner || variant === baselineOf(names.lines)
  return isAsked && names.lines.has(owner) ? { kind: 'claim', variant: owner, claim } : undefined
}

function isPackageShare(name: string): name is keyof typeof PACKAGE_SHARES {
  return Object.hasOwn(PACKAGE_SHARES, name)
}

function splitLine(name: string): { line: string; financial_year: string; statistic: AssertedStatistic } {
  const dot = name.lastIndexOf('.')
  const last = name.slice(dot + 1)
  const isStatistic = dot > 0 && Object.hasOwn(ASSERTED_STATISTICS, last)
  const [line, financial_year = ALL_YEARS] = (isStatistic ? name.slice(0, dot) : name).split('@')
  return { line, financial_year, statistic: isStatistic ? (last as AssertedStatistic) : 'mean' }
}

function unknownName(given: string, variant: string, name: string, names: AssertableNames): string {
  if (isPackageShare(name)) {
    const packages = [...names.lines.keys()].slice(1)
    const example = packages.length > 0 ? `, like ${packages[0]}:${name}` : ', and there is none'
    return `'${name}' is of a package${example}`
  }
  const { line, financial_year } = splitLine(name)
  const lines = names.lines.get(variant)!
  if (lines.includes(line))
    return `there is no financial year '${financial_year}'${yearAdvice(financial_year, names)}`
  const nearest =
    suggestName(line, [...names.claims, ...lines, ...Object.keys(PACKAGE_SHARES)]) ||
    suggestName(given.split(':')[0], [...names.lines.keys()])
  return `there is no claim or line '${line}'${nearest || `; ${listed(names)}`}`
}

function yearAdvice(financialYear: string, { years }: AssertableNames): string {
  const meant = recogniseFinancialYear(financialYear)
  if (meant !== undefined && years.includes(meant)) return `; write ${meant}`
  return suggestName(financialYear, years) || `; they are ${years.join(', ')} and ${ALL_YEARS}`
}

function listed({ claims, lines }: AssertableNames): string {
  const counts = lines
    .get(baselineOf(lines))!
    .filter((line) => ['total', 'children_end', 'care_days'].includes(line))
  return `there are ${[...claims, ...counts].join(', ')} and the other lines of years.arrow`
}

function valueOfMeasure(
  measure: AskedMeasure,
  variants: Variant[],
  scenario: Scenario,
): { value: number; mc_error: number } {
  const { table } = variants.find(({ variant }) => variant === measure.variant)!
  if (measure.kind === 'line') return lineValue(measure, table)
  if (measure.kind === 'share') {
    const differences = pairedDifferences(variants[0].table, table, {
      line: measure.line,
      financial_year: ALL_YEARS,
    })
    return withError(shareOfRuns(differences, (difference) => difference < 0))
  }
  const tested = testClaims(scenario, table, { variant: measure.variant, baseline: variants[0].table })
  const { probability, mc_error } = tested.find(({ claim }) => claim === measure.claim)!
  return withError({ probability: probability ?? Number.NaN, mc_error: mc_error ?? Number.NaN })
}

function withError({ probability, mc_error }: Probability): { value: number; mc_error: number } {
  return { value: probability, mc_error }
}

function lineValue(
  { line: name, financial_year, statistic }: Extract<AskedMeasure, { kind: 'line' }>,
  table: RunTable,
): { value: number; mc_error: number } {
  const { unit, sum } = lineOfYear(table, financial_year, name)!
  const values = new Float64Array(table.runs)
  gatherSeries(table, [{ unit, sum }], values)
  const counts = countsPer(unit)
  const statistics = statisticsOfWholeNumbers(values, counts)
  const quantile = ASSERTED_STATISTICS[statistic]
  const mc_error =
    quantile === undefined ? statistics.mc_error : quantileError(sortWholeNumbers(values), quantile) / counts
  return { value: statistics[statistic], mc_error }
}

function lineOfYear(table: RunTable, financial_year: string, name: string): YearLine | undefined {
  return financial_year === ALL_YEARS
    ? lineOfAllYears(table, name)
    : yearLines(table, table.axes.years.indexOf(financial_year)).find(({ line }) => line === name)
}
