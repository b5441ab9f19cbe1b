// How the number of children is expected to grow: entries are turned until the first year of the forecast gives it (A20).
import { DAYS_PER_YEAR, formatDate, parseDate } from '../../domain/calendar.ts'
import { entriesPerYear } from '../../input/entries-per-year.ts'
import type { Scenario } from '../../input/scenario-schema.ts'
import { simulatedCounts } from './hindcast-counts.ts'

/** A stated growth and what it takes. */
export interface FittedGrowth {
  /** As stated: 0.01 is 1 % in the first year. */
  stated: number
  /** Multiplier of entries. */
  factor: number
  /** Entries a year without it, and those that it adds or, below 0, takes away. */
  entries_per_year: number
  added_per_year: number
  /** Mean number of children after the first year, without shocks and shifts, and its Monte Carlo standard error. */
  children: number
  standard_error: number
}

/** Runs of the passes, and of the replay that says what was reached. */
interface GrowthPrecision {
  growthPasses: readonly number[]
  checkRuns: number
}

const LEAST_FACTOR = 0.02
const LARGEST_FACTOR = 50

/**
 * Turns entries of a fitted scenario to its stated growth; undefined where none is stated. Entrants who are still there at
 * the end are in proportion to entries, so that a second pass only mends.
 */
export function fitGrowth(
  scenario: Scenario,
  { growthPasses, checkRuns }: GrowthPrecision,
): FittedGrowth | undefined {
  const { stockGrowth: stated } = scenario.entries
  if (stated === undefined) return undefined
  const perYear = entriesPerYear(scenario)!
  const wanted = scenario.openingStock.children * (1 + stated)
  let factor = 1
  for (const runs of growthPasses) {
    const { childrenEnd, entrantsEnd } = simulatedCounts(firstYear(scenario, factor), 0, runs).mean
    const ratio = (wanted - (childrenEnd - entrantsEnd)) / Math.max(entrantsEnd, 1e-9)
    factor = Math.min(LARGEST_FACTOR, Math.max(LEAST_FACTOR, factor * Math.min(3, Math.max(1 / 3, ratio))))
  }
  const { mean, error } = simulatedCounts(firstYear(scenario, factor), 1_000_000, checkRuns)
  return {
    stated,
    factor,
    entries_per_year: perYear,
    added_per_year: perYear * (factor - 1),
    children: mean.childrenEnd,
    standard_error: error.childrenEnd,
  }
}

/** What years differ by and dated shifts come on top of what is expected. */
function firstYear(scenario: Scenario, factor: number): Scenario {
  const { afterCare } = scenario
  return {
    ...scenario,
    end: formatDate(parseDate(scenario.start)! + Math.round(DAYS_PER_YEAR)),
    shocks: undefined,
    shifts: undefined,
    afterCare: afterCare && { reentry: afterCare.reentry, earlierLeavers: afterCare.earlierLeavers },
    entries: { ...scenario.entries, perYear: entriesPerYear(scenario)! * factor },
  }
}
