// What can be named in an assertion, what a name asks of the runs, and what is wrong with one that asks for nothing.
import { ALL_YEARS, financialYearAdvice } from '../../domain/financial-year.ts'
import { suggestName } from '../../input/nearest-name.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes } from '../../model/axes.ts'
import { budgetAmounts } from '../../money/budget-amount.ts'
import { rowLayout } from '../../run/run-row.ts'
import { yearLines } from '../year-lines.ts'
import { type AskedStatistic, splitName } from './asked-name.ts'

/** Probabilities that a package alone has, with the line that is to be less than in the baseline. */
const PACKAGE_SHARES = { p_saves: 'total', p_fewer: 'children_end' } as const

/** What an assertion asks of the runs. */
export type AskedMeasure =
  | { kind: 'claim'; variant: string; claim: string }
  | { kind: 'share'; variant: string; line: 'total' | 'children_end' }
  | { kind: 'budget'; variant: string; budget: string; financial_year: string }
  | {
      kind: 'line'
      variant: string
      line: string
      financial_year: string
      statistic: Exclude<AskedStatistic, 'p_over'>
    }

/** What can be named in an assertion. */
export interface AssertableNames {
  /** Variants with their lines, the baseline first. */
  lines: Map<string, string[]>
  years: string[]
  claims: string[]
  /** Of the claims that are of a package, which one. */
  claimPackages: Map<string, string>
  /** Keys of budgets with the financial years that they have amounts for, all of them last. */
  budgets: Map<string, string[]>
  /** Why the scenario has no probabilities, where it has none. */
  illustrative?: string
}

/** Lists what can be named, before anything is simulated: lines follow from the axes of each variant. */
export function assertableNames(
  scenario: Scenario,
  variants: { variant: string; axes: Axes }[],
): AssertableNames {
  const { claims = {}, illustrative } = scenario
  const lines = variants.map(({ variant, axes }) => [variant, linesOf(axes)] as const)
  const [{ axes }] = variants
  const owned = Object.entries(claims).flatMap(([key, { package: named }]) =>
    named === undefined ? [] : [[key, named] as const],
  )
  const budgets = budgetAmounts(scenario, axes).map(({ budget, years }) => {
    const named: string[] = [...years.map(({ financial_year }) => financial_year), ALL_YEARS]
    return [budget, named] as const
  })
  return {
    lines: new Map(lines),
    years: axes.years,
    claims: Object.keys(claims),
    claimPackages: new Map(owned),
    budgets: new Map(budgets),
    ...(illustrative && { illustrative }),
  }
}

function linesOf(axes: Axes): string[] {
  return yearLines({ axes, layout: rowLayout(axes), runs: 0, rows: new Int32Array() }, 0).map(
    ({ line }) => line,
  )
}

/** Returns what a name asks of the runs; undefined where it asks for nothing that there is. */
export function measureOf(given: string, names: AssertableNames): AskedMeasure | undefined {
  const { variant, name } = splitVariant(given, names)
  if (names.claims.includes(name)) return measureOfClaim(variant, name, names)
  if (isPackageShare(name))
    return variant === baselineOf(names) ? undefined : { kind: 'share', variant, line: PACKAGE_SHARES[name] }
  const { line, financial_year, statistic } = splitName(name)
  if (statistic === 'p_over') {
    const budget = line || onlyBudget(names)
    const isKnown = names.budgets.get(budget)?.includes(financial_year)
    return isKnown ? { kind: 'budget', variant, budget, financial_year } : undefined
  }
  const isKnown =
    names.lines.get(variant)!.includes(line) &&
    (financial_year === ALL_YEARS || names.years.includes(financial_year))
  return isKnown && statistic ? { kind: 'line', variant, line, financial_year, statistic } : undefined
}

/** Says what an assertion names that there is not, with what there is; undefined where it can be tested. */
export function nameProblem(given: string, names: AssertableNames): string | undefined {
  const measure = measureOf(given, names)
  const { variant, name } = splitVariant(given, names)
  const owner = names.claimPackages.get(name)
  if (owner !== undefined && measure === undefined)
    return names.lines.has(owner)
      ? `'${name}' is a claim of the package ${owner} alone; write ${name} or ${owner}:${name}`
      : `'${name}' is a claim of the package ${owner}, which is not run`
  if (measure === undefined) return unknownName(given, variant, name, names)
  if (measure.kind === 'line') return undefined
  return names.illustrative === undefined
    ? undefined
    : `has no probability, since the scenario is only an illustration: ${names.illustrative}`
}

/** Lines have colons too: what stands before the first is a variant only where one is called so. */
function splitVariant(name: string, names: AssertableNames): { variant: string; name: string } {
  const colon = name.indexOf(':')
  const variant = name.slice(0, colon)
  if (colon > 0 && names.lines.has(variant)) return { variant, name: name.slice(colon + 1) }
  return { variant: baselineOf(names), name }
}

function baselineOf({ lines }: AssertableNames): string {
  return [...lines.keys()][0]
}

/** The budget of a name that says none: there must be one alone. */
function onlyBudget({ budgets }: AssertableNames): string {
  return budgets.size === 1 ? [...budgets.keys()][0] : ''
}

/** A claim of a package is tested there, named with it or without. */
function measureOfClaim(variant: string, claim: string, names: AssertableNames): AskedMeasure | undefined {
  const owner = names.claimPackages.get(claim)
  if (owner === undefined) return { kind: 'claim', variant, claim }
  const isAsked = variant === owner || variant === baselineOf(names)
  return isAsked && names.lines.has(owner) ? { kind: 'claim', variant: owner, claim } : undefined
}

function isPackageShare(name: string): name is keyof typeof PACKAGE_SHARES {
  return Object.hasOwn(PACKAGE_SHARES, name)
}

function unknownName(given: string, variant: string, name: string, names: AssertableNames): string {
  if (isPackageShare(name)) {
    const packages = [...names.lines.keys()].slice(1)
    const example = packages.length > 0 ? `, like ${packages[0]}:${name}` : ', and there is none'
    return `'${name}' is of a package${example}`
  }
  const { line, financial_year, statistic, written } = splitName(name)
  if (statistic === 'p_over') return unknownBudget(line, financial_year, names)
  const lines = names.lines.get(variant)!
  if (!lines.includes(line)) return unknownLine(given, line, lines, names)
  if (statistic === undefined) return unknownStatistic(written!)
  return `there is no financial year '${financial_year}'${yearAdvice(financial_year, names)}`
}

function yearAdvice(financialYear: string, { years }: AssertableNames): string {
  const advice = financialYearAdvice(financialYear)
  if (years.some((year) => advice.includes(year))) return advice
  return suggestName(financialYear, years) || `; they are ${years.join(', ')} and ${ALL_YEARS}`
}

function unknownBudget(budget: string, financial_year: string, { budgets }: AssertableNames): string {
  const keys = [...budgets.keys()]
  if (keys.length === 0)
    return "p_over is of a budget, and there is none; give one with --budget, or as 'budgets'"
  const years = budgets.get(budget || keys[0])
  const example = `p_over:${keys[0]}@${budgets.get(keys[0])![0]}`
  if (budget === '' && keys.length > 1)
    return `p_over is of a budget, like ${example}; they are ${keys.join(', ')}`
  if (years === undefined)
    return `there is no budget '${budget}'${suggestName(budget, keys) || `; they are ${keys.join(', ')}, to be named like ${example}`}`
  return `the budget ${budget || keys[0]} has no amount for the financial year '${financial_year}'; it has ${years.join(', ')}`
}

function unknownStatistic(written: string): string {
  const share = /^[pq](0?\.\d+)$/i.exec(written)?.[1]
  const meant = share === undefined ? '' : `; did you mean q${Number(`${share}e2`)}?`
  return `there is no statistic '${written}'${meant || '; there are mean, median, quantiles in % like q80, P80 or q97.5, and p_over of a budget'}`
}

function unknownLine(given: string, line: string, lines: string[], names: AssertableNames): string {
  const found = `there is no claim or line '${line}'`
  const kind = line.slice(0, line.indexOf(':') + 1)
  const ofKind = kind === '' ? [] : lines.filter((other) => other.startsWith(kind))
  const nearest =
    suggestName(line, [...names.claims, ...lines, ...Object.keys(PACKAGE_SHARES)]) ||
    suggestName(given.split(':')[0], [...names.lines.keys()])
  if (nearest !== '') return `${found}${nearest}`
  if (ofKind.length > 0) return `${found}; there are ${ofKind.join(', ')}`
  const budgets = [...names.budgets.keys()].map((key) => `p_over:${key}`)
  return `${found}; there are ${[...names.claims, ...lines.map(withoutPlacement), ...budgets].filter(isFirst).join(', ')}`
}

/** There are many lines by placement: one example of them is enough. */
function withoutPlacement(line: string): string {
  return line.replace(/^(children_end|care_days):.*/, '$1:<placement>')
}

function isFirst(name: string, at: number, all: string[]): boolean {
  return all.indexOf(name) === at
}
