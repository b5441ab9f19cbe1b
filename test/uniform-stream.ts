// Streams of uniform numbers for tests of what is drawn from them.
import { block, seedKey } from '../src/run/addresses.ts'

/** Returns a stream of numbers in [0, 1) that a text decides. */
export function uniformStream(text: string): () => number {
  const key = seedKey(text)
  let at = 0
  return () => {
    const { first, second } = block(key, 0, at++)
    return ((first >>> 0) * 2 ** 21 + (second >>> 11)) / 2 ** 53
  }
}
