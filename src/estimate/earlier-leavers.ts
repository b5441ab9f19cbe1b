// Who left in a year before the start, and may come back: nobody publishes it by age, so that replays tell (A18).
import { AGE_BANDS, type AgeBand } from '../domain/age-band.ts'
import { DAYS_PER_YEAR, formatDate, parseDate } from '../domain/calendar.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type HindcastCounts, simulatedCounts } from './fit/hindcast-counts.ts'

type Leavers = NonNullable<NonNullable<Scenario['afterCare']>['earlierLeavers']>

/** Returns settle when the leavers of one pass are those of the next; that is soon, as few leavers are returned ones. */
const PASSES = 4
const RUNS = 300

/** Tells whether a scenario lets children come back and does not say who left before the start. */
export function needsEarlierLeavers({ afterCare }: Scenario): boolean {
  return afterCare?.reentry !== undefined && afterCare.earlierLeavers === undefined
}

/** Puts the leavers of a year before the start into a scenario. */
export function withEarlierLeavers(scenario: Scenario, earlierLeavers: Leavers | undefined): Scenario {
  return earlierLeavers ? { ...scenario, afterCare: { ...scenario.afterCare, earlierLeavers } } : scenario
}

/** Returns the leavers a year, by reason and age, that replays of so many days in all had on average. */
export function leaversOf(counts: HindcastCounts[], days: number): Leavers {
  const perYear = (reason: number, age: number) =>
    (counts.reduce((sum, { leavers }) => sum + leavers[reason][age], 0) / days) * DAYS_PER_YEAR
  return Object.fromEntries(
    EXIT_REASONS.map((reason, index) => [
      reason,
      Object.fromEntries(AGE_BANDS.map((band, age) => [band, perYear(index, age)])) as Record<
        AgeBand,
        number
      >,
    ]),
  )
}

/** Estimates them where nothing was counted: the years before the start were like the first year after it. */
export function estimateEarlierLeavers(scenario: Scenario): Scenario {
  const days = Math.round(DAYS_PER_YEAR)
  const year: Scenario = {
    ...scenario,
    end: formatDate(parseDate(scenario.start)! + days),
    shocks: undefined,
    entries: { ...scenario.entries, trendPerYear: undefined },
    afterCare: { reentry: scenario.afterCare?.reentry },
  }
  let leavers: Leavers | undefined
  for (let pass = 0; pass < PASSES; pass++)
    leavers = leaversOf([simulatedCounts(withEarlierLeavers(year, leavers), 0, RUNS).mean], days)
  return withEarlierLeavers(scenario, leavers)
}
