// What must be said of assumptions before and after the runs: ranges that the fit holds, and paths that cannot both be drawn.
import { InputError } from '../input/input-error.ts'
import type { Assumption } from '../input/ranges.ts'
import { sameStream } from '../run/draws.ts'
import type { ManifestWarning } from './manifest.ts'

/** Returns a warning for each range of a number whose level the fit sets. */
export function heldWarnings(held: Assumption[]): ManifestWarning[] {
  return held.map(({ path, range }) => ({
    code: 'range-held',
    text: `${path} stays at ${range.central}, since the fit to the facts sets its level: how well that is known follows from the counts, and its range would count twice`,
  }))
}

/** Throws InputError where two paths would take their values from the same random numbers. */
export function refuseSameStreams(assumptions: Assumption[], file: string): void {
  const same = sameStream(assumptions.map(({ path }) => path))
  if (!same) return
  const message = `${same.join(' and ')} would draw the same random numbers, since their names have one hash; give a placement or a kind of move in one of them another name`
  throw new InputError([{ file, message }])
}
