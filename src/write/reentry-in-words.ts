// What re-entry means for the entries of a forecast: how many of the published ones are returns.
import { formatNumber } from '../domain/quantity.ts'
import { type ReentrySplit, splitEntries } from '../estimate/reentry-split.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { ManifestWarning } from './manifest.ts'

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
