// Two finished results against each other: children at the end of each year and cost, variant by variant. Values of every
// run -> statistics of both, and the difference of their means.

import { ALL_YEARS } from '../domain/financial-year.ts'
import { statisticsOfWholeNumbers } from './numbers/describe-numbers.ts'
import { countsPer, type Unit } from './numbers/series.ts'
import type { Statistics } from './numbers/statistics.ts'

/** Lines that are compared, with their units. */
export const COMPARED_LINES = { children_end: 'children', total: '£' } as const satisfies Record<string, Unit>

export type ComparedLineName = keyof typeof COMPARED_LINES

/** One line of a variant and a financial year: its value in each run, in its unit. */
export interface LineValues {
  variant: string
  financial_year: string
  line: ComparedLineName
  /** [run] */
  values: Float64Array
}

/** A line in both results, or in the one that has it. */
export interface ComparedLine {
  variant: string
  /** '2017/18', or 'all' for the cost of all years where both have the same horizon. */
  financial_year: string
  line: ComparedLineName
  unit: Unit
  first?: Statistics
  second?: Statistics
  /** Mean of the second less that of the first, with its Monte Carlo error; absent where one is. */
  difference?: { mean: number; mc_error: number }
}

/** How two results stand to each other. */
export interface Relation {
  /** Whether run r of the one has the same chance as run r of the other: then runs are compared one by one. */
  isPaired: boolean
  hasSameHorizon: boolean
}

/** Compares the lines of two results, those of the first in their order and then those that only the second has. */
export function compareResults(
  first: LineValues[],
  second: LineValues[],
  { isPaired, hasSameHorizon }: Relation,
): ComparedLine[] {
  const [before, after] = hasSameHorizon ? [withAllYears(first), withAllYears(second)] : [first, second]
  const afterByKey = new Map(after.map((one) => [keyOf(one), one]))
  const keysBefore = new Set(before.map(keyOf))
  return [
    ...before.map((one) => compareLine(one, one, afterByKey.get(keyOf(one)), isPaired)),
    ...after
      .filter((one) => !keysBefore.has(keyOf(one)))
      .map((one) => compareLine(one, undefined, one, isPaired)),
  ]
}

function keyOf({ variant, financial_year, line }: LineValues): string {
  return JSON.stringify([variant, financial_year, line])
}

/** Adds the cost of all years of each variant, run by run. */
function withAllYears(lines: LineValues[]): LineValues[] {
  const variants = [...new Set(lines.map(({ variant }) => variant))]
  return variants.flatMap((variant) => {
    const own = lines.filter((one) => one.variant === variant)
    const costs = own.filter(({ line }) => line === 'total')
    const values = costs.reduce<Float64Array>(
      (sums, { values }) => sums.map((sum, run) => sum + values[run]),
      new Float64Array(costs[0].values.length),
    )
    return [...own, { variant, financial_year: ALL_YEARS, line: 'total', values }]
  })
}

function compareLine(
  { variant, financial_year, line }: LineValues,
  first: LineValues | undefined,
  second: LineValues | undefined,
  isPaired: boolean,
): ComparedLine {
  const unit = COMPARED_LINES[line]
  const both = first && second && { first: first.values, second: second.values }
  return {
    ...{ variant, financial_year, line, unit },
    ...(first && { first: describe(first.values, unit) }),
    ...(second && { second: describe(second.values, unit) }),
    ...(both && { difference: differenceOf(both, unit, isPaired) }),
  }
}

/** The error of paired runs is that of their differences; of others it comes from both errors. */
function differenceOf(
  { first, second }: { first: Float64Array; second: Float64Array },
  unit: Unit,
  isPaired: boolean,
): { mean: number; mc_error: number } {
  if (isPaired) {
    const differences = second.map((value, run) => value - first[run])
    const { mean, mc_error } = describe(differences, unit)
    return { mean, mc_error }
  }
  const [before, after] = [describe(first, unit), describe(second, unit)]
  return { mean: after.mean - before.mean, mc_error: Math.hypot(before.mc_error, after.mc_error) }
}

/** Money is counted in sevenths of a penny, which makes it whole again. */
function describe(values: Float64Array, unit: Unit): Statistics {
  const counts = countsPer(unit)
  return statisticsOfWholeNumbers(
    values.map((value) => Math.round(value * counts)),
    counts,
  )
}
