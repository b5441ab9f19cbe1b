// What --assert holds a result to: '[VARIANT:]NAME OPERATOR NUMBER', where NAME is a claim, LINE[@YEAR][.STATISTIC],
// p_over:BUDGET[@YEAR], or of a package p_saves or p_fewer. Text -> measure -> its value over the runs, and whether it holds.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { RunTable } from '../../run/run-row.ts'
import { quantileError } from '../monte-carlo-error.ts'
import { statisticsOfWholeNumbers } from '../numbers/describe-numbers.ts'
import { shareOfRuns } from '../numbers/probability.ts'
import { quantileOfSorted } from '../numbers/quantile-of-sorted.ts'
import { countsPer, valuesOfSeries } from '../numbers/series.ts'
import { sortWholeNumbers } from '../numbers/sort-whole-numbers.ts'
import { pairedDifferences } from '../packages/paired.ts'
import type { NamedRuns } from '../variants.ts'
import { lineOfAllYears } from '../whole-horizon.ts'
import { type YearLine, yearLines } from '../year-lines.ts'
import type { AskedStatistic } from './asked-name.ts'
import { type AskedMeasure, assertableNames, measureOf } from './asserted-names.ts'
import { evaluateBudgets } from './budgets.ts'
import { testClaims } from './claims.ts'

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

/** Reads an assertion; undefined where it is not a name, an operator and a number. */
export function parseAssertion(text: string): Assertion | undefined {
  const match = /^\s*([^\s<>=]+)\s*(>=|<=|>|<)\s*(-?(?:\d+\.?\d*|\.\d+)(?:e\d+)?)\s*$/i.exec(text)
  if (match === null) return undefined
  const [, name, operator, threshold] = match
  return { text, name, operator: operator as Assertion['operator'], threshold: Number(threshold) }
}

/** Tests assertions on the runs; throws a RangeError for one that assertionProblem refuses. */
export function testAssertions(
  assertions: Assertion[],
  variants: NamedRuns[],
  scenario: Scenario,
): TestedAssertion[] {
  const names = assertableNames(
    scenario,
    variants.map(({ variant, table }) => ({ variant, axes: table.axes })),
  )
  return assertions.map((assertion) => {
    const measure = measureOf(assertion.name, names)
    if (measure === undefined) throw new RangeError(`nothing is called ${assertion.name}`)
    const { value, mc_error } = valueOfMeasure(measure, variants, scenario)
    return { ...assertion, value, mc_error, holds: HOLDS[assertion.operator](value, assertion.threshold) }
  })
}

type Value = Pick<TestedAssertion, 'value' | 'mc_error'>

function valueOfMeasure(measure: AskedMeasure, variants: NamedRuns[], scenario: Scenario): Value {
  const { table } = variants.find(({ variant }) => variant === measure.variant)!
  if (measure.kind === 'line') return lineValue(measure, table)
  if (measure.kind === 'share') {
    const { line } = measure
    const differences = pairedDifferences(variants[0].table, table, { line, financial_year: ALL_YEARS })
    const { probability, mc_error } = shareOfRuns(differences, (difference) => difference < 0)
    return { value: probability, mc_error }
  }
  if (measure.kind === 'budget') {
    const { p_over, mc_error } = evaluateBudgets(scenario, table).find(
      ({ budget, financial_year }) => budget === measure.budget && financial_year === measure.financial_year,
    )!
    return { value: p_over ?? Number.NaN, mc_error: mc_error ?? Number.NaN }
  }
  const tested = testClaims(scenario, table, { variant: measure.variant, baseline: variants[0].table })
  const { probability, mc_error } = tested.find(({ claim }) => claim === measure.claim)!
  return { value: probability ?? Number.NaN, mc_error: mc_error ?? Number.NaN }
}

function lineValue(
  { line, financial_year, statistic }: Extract<AskedMeasure, { kind: 'line' }>,
  table: RunTable,
): Value {
  const series = lineOfYear(table, financial_year, line)!
  return statisticOf(valuesOfSeries(table, series), countsPer(series.unit), statistic)
}

function statisticOf(
  values: Float64Array,
  counts: number,
  statistic: Exclude<AskedStatistic, 'p_over'>,
): Value {
  if (statistic === 'mean') {
    const { mean, mc_error } = statisticsOfWholeNumbers(values, counts)
    return { value: mean, mc_error }
  }
  const sorted = sortWholeNumbers(values)
  const value = quantileOfSorted(sorted, statistic.share) / counts
  return { value, mc_error: quantileError(sorted, statistic.share) / counts }
}

function lineOfYear(table: RunTable, financial_year: string, name: string): YearLine | undefined {
  return financial_year === ALL_YEARS
    ? lineOfAllYears(table, name)
    : yearLines(table, table.axes.years.indexOf(financial_year)).find(({ line }) => line === name)
}
