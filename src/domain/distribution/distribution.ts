// A number that is not known exactly: what a range may say, and the value it takes for a stream of random numbers.
import type { Uniform } from './draw-values.ts'
import { findRoot } from './find-root.ts'
import { type Fit, fitRange, type Range, type Shape } from './fit-range.ts'
import { NORMAL_ABOVE } from './fit-spread.ts'
import { normalQuantile } from './normal-quantile.ts'
import { gammaQuantile } from './quantiles.ts'

export type { Range, Shape }

const LARGEST_NUMBER = 1e15
const SMALLEST_NUMBER = 1e-15
const LOWEST_LEVEL = 0.01
const HIGHEST_LEVEL = 0.9999
const MAY_HAVE_ENDS: readonly Shape[] = ['pert', 'triangular', 'uniform']
// A fit meets the distance from low to high to this share of itself, or cannot.
const TOLERANCE = 1e-6

const fits = new WeakMap<Range, Fit>()

/**
 * Returns the value of a range for a stream of numbers in [0, 1). The fit is kept for the object, so that a range must not
 * be changed once drawn from. A range with a `distributionProblem` of its spread gives the nearest that its shape can do;
 * any other must be refused before.
 */
export function sampleRange(range: Range, uniform: Uniform): number {
  const { draw, least, most } = fitOf(range)
  return Math.min(most, Math.max(least, draw(uniform)))
}

/** Returns the ends that no value of a range lies outside of; below level 1 they are wider than low and high. */
export function supportOf(range: Range): { least: number; most: number } {
  const { least, most } = fitOf(range)
  return { least, most }
}

/** Returns the value that a share in (0, 1) of a range's values lie below. */
export function quantileOf(range: Range, share: number): number {
  return fitOf(range).quantile(share)
}

/** Tells whether a range is so lopsided that no member of its family holds low and high, and two halves do. */
export function isOfHalves(range: Range): boolean {
  return fitOf(range).isOfHalves === true
}

/** Shares of the values of a range that should lie beyond low and high are off by less than this where it holds them. */
const HELD_TO = 0.01
const NEXT_TO_NONE = 1e-12

/**
 * Says in plain English, with the true shares, what of a valid range its values cannot hold: the level between low and
 * high, since nothing lies beyond one of them, or central, where it is low or high too. Nothing where all is held.
 */
export function notHeld(range: Range): string | undefined {
  const { central, low, high, level, shape } = range
  if (low === high || level === 1) return undefined
  const tail = (1 - level) / 2
  const [below, above] = [shareBelow(range, low), 1 - shareBelow(range, high)]
  if (Math.abs(below - tail) > HELD_TO || Math.abs(above - tail) > HELD_TO) {
    const between = `${percent(1 - below - above)} of the values of this ${shape} lie between low ${low} and high ${high}, not ${percent(level)}`
    return `${between}: ${percent(below)} are below and ${percent(above)} above, not ${percent(tail)} each`
  }
  const isEnd = central === low || central === high
  if (!isEnd || MAY_HAVE_ENDS.includes(shape)) return undefined
  const median = short(quantileOf(range, 0.5))
  return `central ${central} is ${central === low ? 'low' : 'high'} too and cannot be the median of this ${shape}: low and high are held, and half of the values lie below ${median}`
}

function shareBelow(range: Range, value: number): number {
  return findRoot((share) => quantileOf(range, share) - value, NEXT_TO_NONE, 1 - NEXT_TO_NONE)
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`
}

const RELATIVE_LEVEL = 0.8
// A gamma of a smaller size is so uneven that low and high no longer tell its size.
const SMALLEST_SIZE = 0.5

/**
 * Returns the range of a gamma with mean 1 and standard deviation 1/√size, at level 0.8: how well a rate is known after
 * `size` events of a Poisson process. Sizes below 0.5 count as 0.5.
 */
export function relativeGamma(size: number): Range {
  const held = Math.max(SMALLEST_SIZE, size)
  const at = (share: number) =>
    held > NORMAL_ABOVE ? 1 + normalQuantile(share) / Math.sqrt(held) : gammaQuantile(held, share) / held
  const tail = (1 - RELATIVE_LEVEL) / 2
  return { central: 1, low: at(tail), high: at(1 - tail), level: RELATIVE_LEVEL, shape: 'gamma' }
}

function fitOf(range: Range): Fit {
  const known = fits.get(range)
  if (known) return known
  const fit = fitRange(range)
  fits.set(range, fit)
  return fit
}

/** Says in plain English what is wrong with a range, or nothing. */
export function distributionProblem(range: Range): string | undefined {
  return numbersProblem(range) ?? levelProblem(range) ?? shapeProblem(range) ?? spreadProblem(range)
}

function numbersProblem({ central, low, high }: Range): string | undefined {
  for (const [name, value] of Object.entries({ low, central, high })) {
    if (!Number.isFinite(value)) return `${name} must be a number`
    if (Math.abs(value) > LARGEST_NUMBER)
      return `${name} ${value} is too large; the most is ${LARGEST_NUMBER}`
    if (value !== 0 && Math.abs(value) < SMALLEST_NUMBER)
      return `${name} ${value} is too close to 0; write 0 or at least ${SMALLEST_NUMBER}`
  }
  if (low > central) return `low ${low} is above central ${central}`
  if (central > high) return `central ${central} is above high ${high}`
  return undefined
}

function levelProblem({ level, shape }: Range): string | undefined {
  if (level === 1 && MAY_HAVE_ENDS.includes(shape)) return undefined
  if (level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL) return undefined
  const ends = `1 only where low and high are the ends of a ${MAY_HAVE_ENDS.join(', ')} shape`
  return `level ${level} must lie between ${LOWEST_LEVEL} and ${HIGHEST_LEVEL}; ${ends}`
}

function shapeProblem({ central, low, high, shape }: Range): string | undefined {
  const isFixed = low === high
  switch (shape) {
    case 'beta':
      if (low < 0 || high > 1) return `a beta lies between 0 and 1, not ${low} to ${high}`
      if (isFixed || (central > 0 && central < 1)) return undefined
      return `a beta with a mean of ${central} has no range; central must lie above 0 and below 1`
    case 'gamma':
      if (low < 0) return `a gamma is never negative; low is ${low}`
      return isFixed || central > 0
        ? undefined
        : 'a gamma with a mean of 0 has no range; central must be above 0'
    case 'log-normal':
      return low > 0 || (isFixed && low === 0) ? undefined : `a log-normal is above 0; low is ${low}`
    default:
      return undefined
  }
}

/** A beta or gamma with a given mean cannot spread without end: it piles up at 0 instead. */
function spreadProblem(range: Range): string | undefined {
  const wanted = range.high - range.low
  const { spread } = fitOf(range)
  if (spread >= wanted * (1 - TOLERANCE)) return undefined
  const other = range.shape === 'gamma' ? 'log-normal' : 'PERT or triangular'
  return (
    `a ${range.shape} with mean ${range.central} at level ${range.level} spreads over ${short(spread)} at most, ` +
    `not ${short(wanted)}; narrow the range or use ${other} instead`
  )
}

function short(value: number): number {
  return Number(value.toPrecision(3))
}
