// A distribution of two halves around its median, each stretched by itself, so that it meets low, central and high of any
// range (the split normal of Fechner 1897, weighted so that each half has half of the values).
import { logarithm } from '../exact-math.ts'
import { boundedExponential, drawAboveZero, type Uniform } from './draw-values.ts'
import { normalQuantile } from './normal-quantile.ts'

/** What the halves are stretched on: the number itself, its logarithm, or for shares that of the odds. */
export interface Scale {
  onto: (value: number) => number
  back: (position: number) => number
  /** Its ends: no value lies on or beyond them. */
  least: number
  most: number
}

/** For any number. */
export const AS_IT_IS: Scale = {
  onto: (value) => value,
  back: (position) => position,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
}

/** For numbers above 0. */
export const LOGARITHMIC: Scale = {
  onto: logarithm,
  back: boundedExponential,
  least: 0,
  most: Number.POSITIVE_INFINITY,
}

/** For shares between 0 and 1. */
export const OF_ODDS: Scale = {
  onto: (share) => logarithm(share) - logarithm(1 - share),
  back: (position) => 1 / (1 + boundedExponential(-position)),
  least: 0,
  most: 1,
}

/** The numbers to meet, and the share of the values beyond low and beyond high. */
export interface MedianAndTails {
  low: number
  central: number
  high: number
  tail: number
}

/** Both halves on their scale: standard deviations below and above the median. */
interface Halves {
  median: number
  below: number
  above: number
}

/**
 * Fits two halves to the numbers on a scale. A low or high that is an end of the scale has
 * nothing beyond it, and its half is as wide as the other. Where central is low or high itself it cannot be the median too:
 * then the median lies half-way between low and high on the scale. Undefined where the numbers do not tell how far values go.
 */
export function fitHalves(
  scale: Scale,
  { low, central, high, tail }: MedianAndTails,
): { draw: (uniform: Uniform) => number; quantile: (share: number) => number } | undefined {
  const reach = -normalQuantile(tail)
  const [hasLow, hasHigh] = [low > scale.least, high < scale.most]
  const isMedian = central > low && central < high
  if (!(hasLow && hasHigh) && !(isMedian && (hasLow || hasHigh))) return undefined
  const median = isMedian ? scale.onto(central) : (scale.onto(low) + scale.onto(high)) / 2
  const below = hasLow ? (median - scale.onto(low)) / reach : undefined
  const above = hasHigh ? (scale.onto(high) - median) / reach : undefined
  const halves = { median, below: (below ?? above)!, above: (above ?? below)! }
  const quantile = (share: number) => scale.back(positionAt(halves, normalQuantile(share)))
  return { draw: (uniform) => quantile(drawAboveZero(uniform)), quantile }
}

function positionAt({ median, below, above }: Halves, deviations: number): number {
  return median + deviations * (deviations < 0 ? below : above)
}
