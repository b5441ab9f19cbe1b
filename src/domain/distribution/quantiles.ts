// Quantiles of the gamma and beta distributions from + - * /, sqrt and the project's own logarithm and
// exponential alone, so that they are the same bits on every platform (A2).
import { exponentialOf, logarithm } from '../exact-math.ts'
import { findRoot } from './find-root.ts'

const TWO_PI = 2 * Math.PI
// Past these the sum is exact to the last bit or the share is 1 for certain.
const MOST_TERMS = 100_000
const SMALLEST_TERM = 1e-17
const SURELY_ALL = 1e280
// Closer to 0 than any fit asks for; the ratio of a smaller number to a large one has no logarithm.
const NEXT_TO_NOTHING = 1e-300

/** Returns the quantile of a gamma distribution with this shape and scale 1, for a share in (0, 1). */
export function gammaQuantile(shape: number, share: number): number {
  // Bounds of Laurent and Massart (2000), lemma 1: neither tail beyond them is as large as the smaller share.
  const rarity = -logarithm(Math.min(share, 1 - share))
  const reach = Math.sqrt(2 * shape * rarity)
  return findRoot(
    (x) => gammaShareBelow(shape, x) - share,
    Math.max(0, shape - reach),
    shape + reach + rarity,
  )
}

/** Returns the quantile of a beta distribution with parameters a and b, for a share in (0, 1). */
export function betaQuantile(a: number, b: number, share: number): number {
  const mean = a / (a + b)
  const deviation = Math.sqrt((mean * (b / (a + b))) / (a + b + 1))
  const rare = Math.min(share, 1 - share)
  // Cantelli's inequality (1928).
  const reach = deviation * Math.sqrt((1 - rare) / rare)
  return findRoot(
    (x) => betaShareBelow(a, b, x) - share,
    Math.max(0, mean - reach),
    Math.min(1, mean + reach),
  )
}

/** Returns the share of a gamma distribution below x, by its series of positive terms (DLMF 8.7.1). */
function gammaShareBelow(shape: number, x: number): number {
  if (x < NEXT_TO_NOTHING) return 0
  const exponent = shape * logarithm(x / shape) + (shape - x) - stirlingRemainder(shape)
  const sum = sumSeries((term) => x / (shape + term))
  return share(exponentialOf(exponent) / Math.sqrt(TWO_PI * shape), sum)
}

/** Returns the share of a beta distribution below x, by its series of positive terms on the near side (DLMF 8.17.8). */
function betaShareBelow(a: number, b: number, x: number): number {
  if (x < NEXT_TO_NOTHING) return 0
  if (x >= 1) return 1
  return x <= 0.5 ? betaSeries(a, b, x) : 1 - betaSeries(b, a, 1 - x)
}

function betaSeries(a: number, b: number, x: number): number {
  const size = a + b
  const exponent =
    a * logarithm((x * size) / a) +
    b * logarithm(((1 - x) * size) / b) +
    (stirlingRemainder(size) - stirlingRemainder(a) - stirlingRemainder(b))
  const sum = sumSeries((term) => (x * (size + term - 1)) / (a + term))
  return share(exponentialOf(exponent) * Math.sqrt(b / (TWO_PI * a * size)), sum)
}

/** Sums 1 + r1 + r1 r2 + ..., whose ratios end below 1. */
function sumSeries(ratioAt: (term: number) => number): number {
  let sum = 1
  let last = 1
  for (let term = 1; term <= MOST_TERMS && last > SMALLEST_TERM * sum && sum < SURELY_ALL; term++) {
    last *= ratioAt(term)
    sum += last
  }
  return sum
}

/** A sum too large to hold belongs to a point far above the mean, where the factor before it vanishes. */
function share(factor: number, sum: number): number {
  return sum < SURELY_ALL ? Math.min(1, factor * sum) : 1
}

/** Returns ln gamma(x) less Stirling's (x - 1/2) ln x - x + ln(2 pi) / 2, by recurrence and series (DLMF 5.11.1). */
function stirlingRemainder(x: number): number {
  let [at, sum] = [x, 0]
  for (; at < 12; at++) sum += (at + 0.5) * logarithm((at + 1) / at) - 1
  const square = 1 / (at * at)
  const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))
  return sum + series / at
}
