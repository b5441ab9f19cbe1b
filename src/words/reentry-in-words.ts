// What re-entry means for the entries of a forecast: how many of the published ones are returns.
import { formatNumber } from '../domain/quantity.ts'
import type { ReentrySplit } from '../estimate/reentry-split.ts'

/** Says in a sentence how many of the entries are returns; nothing where no one comes back. */
export function reentryInWords(split: ReentrySplit | undefined): string[] {
  if (!split) return []
  const [returning, entries] = [split.returning_per_year, split.entries_per_year].map((value) =>
    formatNumber(value),
  )
  return [`Of ${entries} entries a year about ${returning} are children who come back.`]
}
