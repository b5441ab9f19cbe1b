// Warnings about ranges: those that the fit holds, and those whose values do not lie as stated.

import { notHeld } from '../../domain/distribution/distribution.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { tablesThatScaleRanges } from '../../model/tables-with-ranges.ts'
import type { ResultWarning } from './result-warning.ts'

/** Returns a warning for each range of a number whose level the fit sets. */
export function heldWarnings(held: Assumption[]): ResultWarning[] {
  return held.map(({ path, range }) => ({
    code: 'range-held',
    text: `${path} stays at ${range.central}, since the fit to the facts sets its level: how well that is known follows from the counts, and its range would count twice`,
  }))
}

/** Returns a warning for each range whose low, central and high its values do not hold, with what they hold. */
export function rangeWarnings(scenario: Scenario, assumptions: Assumption[]): ResultWarning[] {
  const unmet = assumptions.flatMap(({ path, range }) => {
    const problem = notHeld(range)
    return problem ? [`${path}: ${problem}`] : []
  })
  const scaled = tablesThatScaleRanges(scenario, assumptions).map(
    (path) =>
      `${path}: its numbers add up, and no number without a range can take the rest, so that values are scaled and do not lie between low and high as often as stated; leave one number of the table without a range`,
  )
  return [...unmet, ...scaled].map((text) => ({ code: 'range-not-met', text }))
}
