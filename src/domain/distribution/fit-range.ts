// A range made ready to draw from: one rule for each shape. Comes before drawing, once for each range.
import { logarithm } from '../exact-math.ts'
import { boundedExponential, drawBeta, drawLogGamma, drawNormal, type Uniform } from './draw-values.ts'
import { fitPert, fitTriangle, pertParameters } from './fit-ends.ts'
import { AS_IT_IS, fitHalves, LOGARITHMIC, OF_ODDS, type Scale } from './fit-halves.ts'
import { fitBetaSize, fitGammaShape, NORMAL_ABOVE } from './fit-spread.ts'
import { normalQuantile } from './normal-quantile.ts'
import { betaQuantile, gammaQuantile } from './quantiles.ts'

/** The family of distributions; each says what the central number of a range is to it, see `Range`. */
export type Shape = 'beta' | 'log-normal' | 'gamma' | 'pert' | 'triangular' | 'uniform' | 'normal'

/** A number with its uncertainty. */
export interface Range {
  /**
   * Mean of a beta or gamma that holds low and high too; else its median, and that of a log-normal or normal in any case; mode
   * of a PERT or triangular; any value of a uniform.
   */
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
  /** Whether it is made of two halves, since no member of its family holds low and high. */
  isOfHalves?: true
}

/**
 * Fits a distribution to a range. The rule: low and high are the quantiles (1 - level) / 2 and (1 + level) / 2. The member of
 * the family with this central and this distance from low to high is taken where it holds both; where it does not, two halves
 * around central as the median do. PERT and triangular, with a parameter more, meet all three numbers, and uniform, which has
 * no use for central, low and high.
 */
export function fitRange(range: Range): Fit {
  const { central, low, high, shape } = range
  const spread = high - low
  if (spread === 0)
    return { draw: () => central, quantile: () => central, least: central, most: central, spread }
  const tail = (1 - range.level) / 2
  const fit = { spread, ...FITTERS[shape](range, spread, tail) }
  const scale = SCALES[shape]
  if (scale === undefined || holdsBoth(fit, range)) return fit
  const halves = fitHalves(scale, { low, central, high, tail })
  return halves ? { ...fit, ...halves, spread, isOfHalves: true } : fit
}

/** A share beyond low or high that is off by no more than this, and no more than a tenth of itself, is held. */
const HELD_TO = 0.005

/** Tells whether the shares of values below low and above high are those that the level of the range leaves. */
function holdsBoth({ quantile }: Pick<Fit, 'quantile'>, { low, high, level }: Range): boolean {
  const tail = (1 - level) / 2
  const off = Math.min(HELD_TO, tail / 10)
  const isAt = (share: number, value: number) =>
    quantile(share - off) <= value && value <= quantile(share + off)
  return isAt(tail, low) && isAt(1 - tail, high)
}

/** What the halves of a family are stretched on; PERT, triangular and uniform need none. */
const SCALES: Partial<Record<Shape, Scale>> = {
  normal: AS_IT_IS,
  'log-normal': LOGARITHMIC,
  gamma: LOGARITHMIC,
  beta: OF_ODDS,
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
