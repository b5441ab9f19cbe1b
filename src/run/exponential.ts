// A standard exponential value from one random word, by table: the same bits on every platform (A2).
import { LN2, logarithm } from '../domain/exact-math.ts'

const STEPS = 256
const TWO_31 = 2 ** 31

// What is neither imported nor exported is a constant to V8 in compiled code; anything else it would look up at every call.
const LN_2 = LN2
/** [top 8 bits of the mantissa] reciprocal of the middle of the step, per unit of a word shifted to its top bit. */
const reciprocalOfStep = new Float64Array(STEPS)
/** [top 8 bits of the mantissa] -ln of the middle of the step, plus ln 2. */
const exponentialOfStep = new Float64Array(STEPS)

for (let step = 0; step < STEPS; step++) {
  const middle = 1 + (step + 0.5) / STEPS
  reciprocalOfStep[step] = 1 / (middle * TWO_31)
  exponentialOfStep[step] = LN_2 - logarithm(middle)
}

/**
 * Returns -ln(u) for the uniform u that a random word stands for: (word | 1) / 2^32. The leading zeros give the power
 * of two, the table the step, and a cubic the rest; the error is below 1e-11.
 */
export function exponential(word: number): number {
  const zeros = Math.clz32(word | 1)
  const mantissa = ((word | 1) << zeros) >>> 0
  const step = (mantissa >>> 23) & 255
  const rest = mantissa * reciprocalOfStep[step] - 1
  return zeros * LN_2 + exponentialOfStep[step] - rest + rest * rest * (0.5 - rest * (1 / 3))
}
