// A warning about entries that would all be returns.

import { formatNumber } from '../../domain/quantity.ts'
import { splitEntries } from '../../estimate/reentry-split.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning where more are expected back than enter at all: then nobody enters for the first time. */
export function reentryWarnings(scenario: Scenario): ResultWarning[] {
  const split = splitEntries(scenario)
  if (!split || split.returning_per_year <= split.entries_per_year) return []
  const [returning, entries] = [split.returning_per_year, split.entries_per_year].map((value) =>
    formatNumber(value, 1),
  )
  const text = `Of ${entries} entries a year ${returning} would be returns, so that nobody enters for the first time; lower afterCare.reentry, or state afterCare.earlierLeavers`
  return [{ code: 'entries-all-return', text }]
}
