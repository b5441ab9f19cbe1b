// How the number of children is expected to grow: entries are turned, year by year, until the forecast gives it (A20).
import { DAYS_PER_YEAR, formatDate, parseDate } from '../../domain/calendar.ts'
import { entriesPerYear } from '../../input/entries-per-year.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { firstDayOfYear, grownEntries } from '../../model/grown-entries.ts'
import { simulatedCounts } from './hindcast-counts.ts'

/** A stated growth and what it takes. */
export interface FittedGrowth {
  /** As stated: 0.01 is 1 % a year. */
  stated: number
  /** [year] multiplier of entries in each of the first years, beside their trend; the last goes on. */
  factors: number[]
  /** Entries a year without it, and those that it adds to the first year or, below 0, takes away. */
  entries_per_year: number
  added_per_year: number
  /** [year] mean number of children at the end of each of these years, without shocks and shifts. */
  children: number[]
  /** [year] Monte Carlo standard error of the mean. */
  standard_errors: number[]
}

/** Runs of the passes over each year, and of the replay that says what was reached. */
interface GrowthPrecision {
  growthPasses: readonly number[]
  checkRuns: number
}

/** Years that entries are turned in; later ones go on from there. */
const MOST_YEARS = 5
const LEAST_FACTOR = 0.02
const LARGEST_FACTOR = 50

/**
 * Turns entries of a fitted scenario to its stated growth, in each of the first five years of its horizon that begin before its
 * end; undefined where none is stated. Those who entered in a year and are still
 * there at its end are in proportion to its entries, so that a second pass only mends.
 */
export function fitGrowth(
  scenario: Scenario,
  { growthPasses, checkRuns }: GrowthPrecision,
): FittedGrowth | undefined {
  const { stockGrowth: stated } = scenario.entries
  if (stated === undefined) return undefined
  const factors: number[] = []
  let wanted = scenario.openingStock.children
  while (factors.length < yearsToTurn(scenario)) {
    wanted *= 1 + stated
    factors.push(factors.at(-1) ?? 1)
    for (const runs of growthPasses) {
      const { childrenEnd, newcomersEnd } = simulatedCounts(firstYears(scenario, factors), 0, runs).mean
      const ratio = 1 + (wanted - childrenEnd) / Math.max(newcomersEnd, 1e-9)
      factors[factors.length - 1] = within(factors.at(-1)! * Math.min(3, Math.max(1 / 3, ratio)))
    }
  }
  const perYear = entriesPerYear(scenario)!
  const reached = factors.map((_, year) =>
    simulatedCounts(firstYears(scenario, factors.slice(0, year + 1)), 1_000_000, checkRuns),
  )
  return {
    stated,
    factors,
    entries_per_year: perYear,
    added_per_year: perYear * (factors[0] - 1),
    children: reached.map(({ mean }) => mean.childrenEnd),
    standard_errors: reached.map(({ error }) => error.childrenEnd),
  }
}

/** Years that begin before the end: what is turned in one of them then hangs on no later day. */
function yearsToTurn({ start, end }: Scenario): number {
  const days = parseDate(end)! - parseDate(start)!
  let years = 1
  while (years < MOST_YEARS && firstDayOfYear(years) <= days) years++
  return years
}

function within(factor: number): number {
  return Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, factor))
}

/** As many first years as there are factors; what years differ by and dated shifts come on top of what is expected. */
function firstYears(scenario: Scenario, factors: readonly number[]): Scenario {
  const { afterCare } = scenario
  const years: Scenario = {
    ...scenario,
    end: formatDate(parseDate(scenario.start)! + Math.round(factors.length * DAYS_PER_YEAR)),
    shocks: undefined,
    shifts: undefined,
    afterCare: afterCare && { reentry: afterCare.reentry, earlierLeavers: afterCare.earlierLeavers },
  }
  return { ...years, ...grownEntries(years, factors) }
}
