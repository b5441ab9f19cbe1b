// A range made ready to draw from: one rule for each shape. Comes before drawing, once for each range.
import { logarithm } from '../exact-math.ts'
import { boundedExponential, drawBeta, drawLogGamma, drawNormal, type Uniform } from './draw-values.ts'
import { fitPert, fitTriangle, pertParameters } from './fit-ends.ts'
import { fitBetaSize, fitGammaShape } from './fit-spread.ts'
import { normalQuantile } from './normal-quantile.ts'
import { betaQuantile, gammaQuantile } from './quantiles.ts'

/** The family of distributions; each says what the central number of a range is to it, see `Range`. */
export type Shape = 'beta' | 'log-normal' | 'gamma' | 'pert' | 'triangular' | 'uniform' | 'normal'

/** A number with its uncertainty. */
export interface Range {
  /** Mean of a beta or gamma, median of a log-normal or normal, mode of a PERT or triangular; any value of a uniform. */
  readonly central: number
  /** Quantile (1 - level) / 2; at level 1, which only PERT, triangular and uniform know, the least value. */
  readonly low: number
  /** Quantile (1 + level) / 2; at level 1 the largest value. */
  readonly high: number
  /** Probability between low and high. */
  readonly level: number
  readonly shape: Shape
}

/** How to draw from a range. */
export interface Fit {
  draw: (uniform: Uniform) => number
  /** Returns the value that a share in (0, 1) of all values lie below. */
  quantile: (share: number) => number
  /** No value lies outside these. */
  least: number
  most: number
  /** Distance between the two quantiles; less than from low to high where the shape cannot spread so far. */
  spread: number
}

/**
 * Fits a distribution to a range. The rule: central is met exactly, and so is the distance from low to high between the
 * quantiles (1 - level) / 2 and (1 + level) / 2, as far as the shape can; PERT and triangular, with a parameter more, meet
 * low and high each, and so does uniform, which has no use for central.
 */
export function fitRange(range: Range): Fit {
  const { central, low, high } = range
  const spread = high - low
  if (spread === 0)
    return { draw: () => central, quantile: () => central, least: central, most: central, spread }
  return { spread, ...FITTERS[range.shape](range, spread, (1 - range.level) / 2) }
}

type Fitter = (range: Range, spread: number, tail: number) => Omit<Fit, 'spread'> & Partial<Fit>

const FITTERS: Record<Shape, Fitter> = {
  normal: fitNormal,
  'log-normal': fitLogNormal,
  gamma: fitGamma,
  beta: fitBeta,
  uniform: fitUniform,
  triangular: fitTriangular,
  pert: fitStretchedBeta,
}

/** From this size of a gamma or a beta on its quantiles are those of the normal limit, to 1e-4 of the spread. */
const NORMAL_ABOVE = 10_000
const SMALLEST = Number.MIN_VALUE
const LARGEST = Number.MAX_VALUE

/** The spread is 2 z standard deviations. */
function fitNormal({ central }: Range, spread: number, tail: number): ReturnType<Fitter> {
  const deviation = spread / (-2 * normalQuantile(tail))
  return {
    draw: (uniform) => central + deviation * drawNormal(uniform),
    quantile: (share) => central + deviation * normalQuantile(share),
    least: -LARGEST,
    most: LARGEST,
  }
}

/** The spread is the median times e^(z s) - e^(-z s), so that z s = asinh(spread / 2 / median). */
function fitLogNormal({ central }: Range, spread: number, tail: number): ReturnType<Fitter> {
  const deviation = inverseHyperbolicSine(spread / 2 / central) / -normalQuantile(tail)
  const draw = (uniform: Uniform) => central * boundedExponential(deviation * drawNormal(uniform))
  const quantile = (share: number) => central * boundedExponential(deviation * normalQuantile(share))
  return { draw, quantile, least: SMALLEST, most: LARGEST }
}

/** Returns asinh(x) for x > 0. */
function inverseHyperbolicSine(x: number): number {
  if (x < 1) return logarithm(x + Math.sqrt(x * x + 1))
  return logarithm(x) + logarithm(1 + Math.sqrt(1 + 1 / x / x))
}

function fitGamma({ central }: Range, spread: number, tail: number): ReturnType<Fitter> {
  const { size, spread: reached } = fitGammaShape(spread / central, tail)
  const logSize = logarithm(size)
  const draw = (uniform: Uniform) => central * boundedExponential(drawLogGamma(size, uniform) - logSize)
  const quantile = (share: number) =>
    size > NORMAL_ABOVE
      ? central * (1 + normalQuantile(share) / Math.sqrt(size))
      : (central * gammaQuantile(size, share)) / size
  return { draw, quantile, least: SMALLEST, most: LARGEST, spread: reached * central }
}

function fitBeta({ central }: Range, spread: number, tail: number): ReturnType<Fitter> {
  const { size, spread: reached } = fitBetaSize(central, spread, tail)
  const [a, b] = [central * size, (1 - central) * size]
  return {
    draw: (uniform) => drawBeta(a, b, uniform),
    quantile: (share) => quantileOfBeta(a, b, share),
    least: 0,
    most: 1,
    spread: reached,
  }
}

/** The normal limit where the smaller parameter is large, since the series of the exact one grow long. */
function quantileOfBeta(a: number, b: number, share: number): number {
  if (Math.min(a, b) <= NORMAL_ABOVE) return betaQuantile(a, b, share)
  const mean = a / (a + b)
  return mean + normalQuantile(share) * Math.sqrt((mean * (1 - mean)) / (a + b + 1))
}

function fitUniform({ low, high, level }: Range, spread: number): ReturnType<Fitter> {
  const width = spread / level
  const margin = (width - spread) / 2
  const least = low - margin
  const at = (share: number) => least + width * share
  return { draw: (uniform) => at(uniform()), quantile: at, least, most: high + margin }
}

/** Draws by inversion of one uniform number. */
function fitTriangular({ central, low, high }: Range, _: number, tail: number): ReturnType<Fitter> {
  const { least, most, modeAt } = fitTriangle({ low, central, high, tail })
  const width = most - least
  const quantile = (share: number) => {
    if (share < modeAt) return least + width * Math.sqrt(share * modeAt)
    return most - width * Math.sqrt((1 - share) * (1 - modeAt))
  }
  return { draw: (uniform) => quantile(uniform()), quantile, least, most }
}

function fitStretchedBeta({ central, low, high }: Range, _: number, tail: number): ReturnType<Fitter> {
  const { least, most, modeAt } = fitPert({ low, central, high, tail })
  const [a, b] = pertParameters(modeAt)
  const within = (share: number) => least + (most - least) * share
  return {
    draw: (uniform) => within(drawBeta(a, b, uniform)),
    quantile: (share) => within(betaQuantile(a, b, share)),
    least,
    most,
  }
}
