// Which of the published entries are returns: with re-entry they hold both. Fitted scenario -> manifest and terminal.
import { DAYS_PER_YEAR } from '../domain/calendar.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { earlierLeaversReturning } from '../model/earlier-leavers.ts'
import { compileReentry } from '../model/reentry.ts'

/** Entries a year at the start, and the part of them that has been in care before. */
export interface ReentrySplit {
  entries_per_year: number
  returning_per_year: number
  /** Children who left in a year before the start, by reason and age: as stated, or estimated. */
  earlier_leavers: Record<string, Record<string, number>>
}

/** Splits the entries of a fitted scenario; nothing where no one comes back. */
export function splitEntries(scenario: Scenario): ReentrySplit | undefined {
  const { afterCare } = scenario
  if (!afterCare?.reentry) return undefined
  const [perDay] = earlierLeaversReturning(scenario, compileReentry(scenario), 0)
  return {
    entries_per_year: entriesPerYear(scenario) ?? 0,
    returning_per_year: perDay * DAYS_PER_YEAR,
    earlier_leavers: afterCare.earlierLeavers ?? {},
  }
}
