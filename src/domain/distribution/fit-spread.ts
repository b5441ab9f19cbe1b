// The gamma and the beta with a given mean whose two quantiles lie as far apart as those of a range.
import { findPeak, findRoot } from './find-root.ts'
import { normalQuantile } from './normal-quantile.ts'
import { betaQuantile, gammaQuantile } from './quantiles.ts'

/** A fitted concentration: the gamma's shape, or the sum of the beta's two parameters. */
export interface Concentration {
  size: number
  /** Distance between the two quantiles at this size; below the one asked for where no member of the family reaches it. */
  spread: number
}

/** Above this size the normal limit gives the spread to 1e-4 of itself, and the series of the exact one grow long. */
export const NORMAL_ABOVE = 10_000
// Below this share a beta is a gamma to as many digits.
const RARE_SHARE = 1e-6
const SMALLEST_GAMMA_SHAPE = 1 / 1024
const MOST_DOUBLINGS = 64

/** Fits the shape of a gamma with mean 1 so that its quantiles at `tail` and 1 - `tail` are `spread` apart. */
export function fitGammaShape(spread: number, tail: number): Concentration {
  const normalLimit = (2 * normalQuantile(tail)) / spread
  const guess = normalLimit * normalLimit
  if (guess > NORMAL_ABOVE) return { size: guess, spread }
  const spreadOf = (shape: number) => (gammaQuantile(shape, 1 - tail) - gammaQuantile(shape, tail)) / shape
  return mostConcentrated(spreadOf, spread, SMALLEST_GAMMA_SHAPE, Math.max(1, guess))
}

/**
 * Fits the sum of the parameters of a beta with this mean so that its quantiles at `tail` and 1 - `tail` are `spread`
 * apart. The larger parameter is at least 1: the density may pile up at the nearer end, never at both.
 */
export function fitBetaSize(mean: number, spread: number, tail: number): Concentration {
  const rarer = Math.min(mean, 1 - mean)
  if (rarer < RARE_SHARE) {
    const gamma = fitGammaShape(spread / rarer, tail)
    return { size: gamma.size / rarer, spread: gamma.spread * rarer }
  }
  const normalLimit = (2 * normalQuantile(tail)) / spread
  const guess = rarer * (1 - rarer) * normalLimit * normalLimit - 1
  if (guess * rarer > NORMAL_ABOVE) return { size: guess, spread }
  const spreadOf = (size: number) => {
    const [a, b] = [rarer * size, (1 - rarer) * size]
    return betaQuantile(a, b, 1 - tail) - betaQuantile(a, b, tail)
  }
  return mostConcentrated(spreadOf, spread, 1 / (1 - rarer), Math.max(1 / rarer, guess))
}

/**
 * Returns the largest size with the spread asked for, or else the size with the largest spread. The spread falls to 0
 * for large sizes, from where the density is 0 at both ends at the latest (`guess` and above); for small sizes it may fall
 * again, where nearly all values lie close to one end.
 */
function mostConcentrated(
  spreadOf: (size: number) => number,
  target: number,
  smallest: number,
  guess: number,
): Concentration {
  const excess = (size: number) => spreadOf(size) - target
  const between = (low: number, high: number) => ({ size: findRoot(excess, low, high), spread: target })
  let size = 2 * guess
  for (let step = 0; step < MOST_DOUBLINGS && excess(size) >= 0; step++) size *= 2

  let spread = spreadOf(size)
  while (size > smallest) {
    const next = Math.max(smallest, size / 2)
    const nextSpread = spreadOf(next)
    if (nextSpread >= target) return between(next, size)
    if (nextSpread < spread) {
      const peak = findPeak(spreadOf, next, 2 * size)
      return excess(peak) >= 0 ? between(peak, 2 * size) : { size: peak, spread: spreadOf(peak) }
    }
    ;[size, spread] = [next, nextSpread]
  }
  const peak = findPeak(spreadOf, smallest, 2 * smallest)
  const best = excess(peak) >= 0 || spreadOf(peak) > spread ? peak : smallest
  return excess(best) >= 0 ? between(best, 2 * smallest) : { size: best, spread: spreadOf(best) }
}
