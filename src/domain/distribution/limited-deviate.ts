// A standard normal value of one random word, moved in where it is far out: what is made of it has a largest size.
import { normalQuantile } from './normal-quantile.ts'

/** Values further out than this are moved in: once in 16,000 draws. */
const FURTHEST = 4

/** Returns the standard normal value of a random word of 32 bits, from -4 to 4. */
export function limitedDeviate(word: number): number {
  const value = normalQuantile(((word >>> 0) + 0.5) / 2 ** 32)
  return Math.max(-FURTHEST, Math.min(FURTHEST, value))
}
