// Exponential and logarithm built from + - * / alone, which IEEE 754 fixes to the last bit. Math.exp and Math.log may
// differ between platforms and Node versions; whatever decides an event must not (A2).

// ln 2 in two parts; the first has so few bits that its product with a small whole number is exact.
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const SQRT2 = Math.SQRT2

/** ln 2, to the nearest double. */
export const LN2 = Math.LN2

const TAYLOR_TERMS = 18
const ATANH_TERMS = 14

/** Returns e^x - 1 for any x up to 700, accurate near 0 too (Taylor series, after reduction by ln 2). */
export function expMinusOne(x: number): number {
  if (x < -700) return -1
  const halvings = Math.round(x / LN2)
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW
  const series = seriesOfExpMinusOne(rest)
  if (halvings === 0) return series
  let scale = 1
  for (let step = Math.abs(halvings); step > 0; step--) scale *= halvings > 0 ? 2 : 0.5
  return series * scale + (scale - 1)
}

/** Returns e^x, 0 below -700 and infinite above 709; unlike expMinusOne, exact to the last digits of a value near 0. */
export function exponentialOf(x: number): number {
  if (x < -700) return 0
  if (x > 709) return Number.POSITIVE_INFINITY
  const halvings = Math.round(x / LN2)
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW
  let value = 1 + seriesOfExpMinusOne(rest)
  for (let step = Math.abs(halvings); step > 0; step--) value *= halvings > 0 ? 2 : 0.5
  return value
}

/** Sums x + x^2 / 2! + ..., for x within ln 2 / 2 of 0. */
function seriesOfExpMinusOne(x: number): number {
  let series = 0
  for (let term = TAYLOR_TERMS; term >= 1; term--) series = ((1 + series) * x) / term
  return series
}

/** Returns the natural logarithm of x > 0 (series of the inverse hyperbolic tangent, after reduction by powers of 2). */
export function logarithm(x: number): number {
  let mantissa = x
  let exponent = 0
  for (; mantissa > SQRT2; mantissa /= 2) exponent++
  for (; mantissa < SQRT2 / 2; mantissa *= 2) exponent--
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let series = 0
  for (let term = ATANH_TERMS; term >= 0; term--) series = series * square + 1 / (2 * term + 1)
  return exponent * LN2_HIGH + (2 * ratio * series + exponent * LN2_LOW)
}

/** Returns (1 + rate)^years for whole years of either sign, by repeated multiplication. */
export function compoundGrowth(rate: number, years: number): number {
  let factor = 1
  for (let year = 0; year < Math.abs(years); year++) factor *= years > 0 ? 1 + rate : 1 / (1 + rate)
  return factor
}
