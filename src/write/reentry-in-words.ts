// What re-entry means for the entries of a forecast: how many of the published ones are returns. Scenario -> manifest, terminal.
import { DAYS_PER_YEAR } from '../domain/calendar.ts'
import { formatNumber } from '../domain/quantity.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Scenario } from '../input/scenario-schema.ts'
import { earlierLeaversReturning } from '../model/earlier-leavers.ts'
import { compileReentry } from '../model/reentry.ts'
import type { ManifestWarning } from './manifest.ts'

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

/** Returns a warning where more are expected back than enter at all: then nobody enters for the first time. */
export function reentryWarnings(scenario: Scenario): ManifestWarning[] {
  const split = splitEntries(scenario)
  if (!split || split.returning_per_year <= split.entries_per_year) return []
  const [returning, entries] = [split.returning_per_year, split.entries_per_year].map((value) =>
    formatNumber(value, 1),
  )
  const text = `Of ${entries} entries a year ${returning} would be returns, so that nobody enters for the first time; lower afterCare.reentry, or state afterCare.earlierLeavers`
  return [{ code: 'entries-all-return', text }]
}

/** Says in a sentence how many of the entries are returns; nothing where no one comes back. */
export function reentryInWords(split: ReentrySplit | undefined): string[] {
  if (!split) return []
  const [returning, entries] = [split.returning_per_year, split.entries_per_year].map((value) =>
    formatNumber(value),
  )
  return [`Of ${entries} entries a year about ${returning} are children who come back.`]
}
