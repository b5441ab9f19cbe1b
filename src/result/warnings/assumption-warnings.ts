// What must be said of assumptions before and after the runs: ranges that the fit holds, and paths that cannot both be drawn.
import { notHeld } from '../../domain/distribution/distribution.ts'
import { InputError } from '../../input/input-error.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { tablesThatScaleRanges } from '../../model/tables-with-ranges.ts'
import { sameStream } from '../../run/draws.ts'
import type { ManifestWarning } from '../manifest/manifest.ts'

/** Returns a warning for each range of a number whose level the fit sets. */
export function heldWarnings(held: Assumption[]): ManifestWarning[] {
  return held.map(({ path, range }) => ({
    code: 'range-held',
    text: `${path} stays at ${range.central}, since the fit to the facts sets its level: how well that is known follows from the counts, and its range would count twice`,
  }))
}

/** Returns a warning for each range whose low, central and high its values do not hold, with what they hold. */
export function rangeWarnings(scenario: Scenario, assumptions: Assumption[]): ManifestWarning[] {
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

/** Throws InputError where two paths would take their values from the same random numbers. */
export function refuseSameStreams(assumptions: Assumption[], file: string): void {
  const same = sameStream(assumptions.map(({ path }) => path))
  if (!same) return
  const message = `${same.join(' and ')} would draw the same random numbers, since their names have one hash; give a placement or a kind of move in one of them another name`
  throw new InputError([{ file, message }])
}
