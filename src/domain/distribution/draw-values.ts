// One value of a standard distribution from a stream of uniform numbers; loops are bounded whatever the stream gives.
import { exponentialOf, logarithm } from '../exact-math.ts'
import { normalQuantile } from './normal-quantile.ts'

/** Gives the next number of a stream, in [0, 1). */
export type Uniform = () => number

const HALF_OF_SMALLEST = 0.5 / 2 ** 53
// A trial fails with a probability below 0.05, so that a random stream never comes to the end of these.
const MOST_TRIALS = 64
const LARGEST_EXPONENT = 700

/** Draws a uniform number in (0, 1): a 0 becomes half of the smallest step. */
export function drawAboveZero(uniform: Uniform): number {
  return uniform() || HALF_OF_SMALLEST
}

/** Draws a standard normal value, by inversion of one uniform number. */
export function drawNormal(uniform: Uniform): number {
  return normalQuantile(drawAboveZero(uniform))
}

/** Returns e^x held within what a number can be, above 0. */
export function boundedExponential(x: number): number {
  return exponentialOf(Math.min(LARGEST_EXPONENT, Math.max(-LARGEST_EXPONENT, x)))
}

/**
 * Draws the logarithm of a gamma value with this shape and scale 1 (Marsaglia and Tsang 2000; a shape below 1 is raised
 * by 1 and scaled down by a power of a uniform number, as in their section 6). The logarithm, since values of a small
 * shape come closer to 0 than a number can.
 */
export function drawLogGamma(shape: number, uniform: Uniform): number {
  if (shape < 1) return drawLogGamma(shape + 1, uniform) + logarithm(drawAboveZero(uniform)) / shape
  const d = shape - 1 / 3
  const c = 1 / (3 * Math.sqrt(d))
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const x = drawNormal(uniform)
    const logUniform = logarithm(drawAboveZero(uniform))
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    if (logUniform < 0.5 * x * x + d * (1 - v + logarithm(v))) return logarithm(d * v)
  }
  return logarithm(shape)
}

/** Draws a beta value: the first of two gammas as a share of both. */
export function drawBeta(a: number, b: number, uniform: Uniform): number {
  const first = drawLogGamma(a, uniform)
  const second = drawLogGamma(b, uniform)
  return 1 / (1 + boundedExponential(second - first))
}
