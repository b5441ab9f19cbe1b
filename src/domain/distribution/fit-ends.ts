// The ends of a triangular and of a PERT distribution whose mode and two quantiles are the three numbers of a range.
import { findRoot } from './find-root.ts'
import { betaQuantile } from './quantiles.ts'

/** Least and most of a distribution with a mode between them, and how far along the mode lies, from 0 to 1. */
export interface Ends {
  least: number
  most: number
  modeAt: number
}

/** What the ends are fitted to: the mode between two quantiles, and the share beyond each of them. */
export interface ModeAndTails {
  low: number
  central: number
  high: number
  tail: number
}

/**
 * Fits a triangular distribution, whose share below the mode m is m of the way: a value with the share `tail` below it
 * lies at sqrt(tail m), which leaves m as the only unknown. It is not below the tail, nor above the rest: else low or high
 * would lie beyond it.
 */
export function fitTriangle(range: ModeAndTails): Ends {
  const lowAt = (mode: number) => Math.sqrt(range.tail * mode)
  return fitMode(range, lowAt, (mode) => 1 - Math.sqrt(range.tail * (1 - mode)), range.tail)
}

/** Returns the parameters of the beta that a PERT distribution stretches between its ends (Malcolm and others 1959). */
export function pertParameters(modeAt: number): [a: number, b: number] {
  return [1 + 4 * modeAt, 1 + 4 * (1 - modeAt)]
}

/** Fits a PERT distribution. */
export function fitPert(range: ModeAndTails): Ends {
  const quantileAt = (mode: number, share: number) => betaQuantile(...pertParameters(mode), share)
  return fitMode(
    range,
    (mode) => quantileAt(mode, range.tail),
    (mode) => quantileAt(mode, 1 - range.tail),
    0,
  )
}

/** Places the mode so that it divides low to high as the range does, then stretches the whole to the range's units. */
function fitMode(
  { low, central, high, tail }: ModeAndTails,
  lowAt: (mode: number) => number,
  highAt: (mode: number) => number,
  leastMode: number,
): Ends {
  const share = (central - low) / (high - low)
  if (tail === 0) return { least: low, most: high, modeAt: share }
  const excess = (mode: number) => mode - lowAt(mode) - share * (highAt(mode) - lowAt(mode))
  const modeAt = findRoot(excess, leastMode, 1 - leastMode)
  const width = (high - low) / (highAt(modeAt) - lowAt(modeAt))
  const least = Math.min(low, central - modeAt * width)
  return { least, most: Math.max(high, central + (1 - modeAt) * width), modeAt }
}
