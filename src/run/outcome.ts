// What happens to a life on its candidate day, once it is known that something does.
import { EXIT_REASONS } from '../domain/exit-reason.ts'

// reasonOf makes five comparisons, between six reasons: with another number of them this does not compile.
const SIX: 6 = EXIT_REASONS.length
const REASONS = SIX | 0

/**
 * Returns which of the six reasons a child leaves for whose cumulative hazards begin at an index: as many as are not above the
 * value. Five comparisons whose outcome nobody has to guess; V8 looks around at every turn of a loop.
 */
export function reasonOf(hazards: Float64Array, first: number, value: number): number {
  const low = Number(value >= hazards[first]) + Number(value >= hazards[(first + 1) | 0])
  const middle = Number(value >= hazards[(first + 2) | 0]) + Number(value >= hazards[(first + 3) | 0])
  return (low + middle + Number(value >= hazards[(first + 4) | 0])) | 0
}

/** Returns the placement that a child moves to whose cumulative hazards begin at an index: as many as are not above the value. */
export function destinationOf(
  hazards: Float64Array,
  first: number,
  value: number,
  placements: number,
): number {
  const from = (first + REASONS) | 0
  const last = (from + placements - 1) | 0
  let wanted = 0
  for (let at = from; at < last; at = (at + 1) | 0) wanted = (wanted + Number(value >= hazards[at])) | 0
  return wanted
}
