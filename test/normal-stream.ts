// Streams of standard normal numbers for tests of what is made of them.
import { normalQuantile } from '../src/domain/distribution/normal-quantile.ts'
import { uniformStream } from './uniform-stream.ts'

/** Returns a stream of standard normal numbers that a text decides. */
export function normalStream(text: string): () => number {
  const uniform = uniformStream(text)
  return () => normalQuantile(uniform() + 2 ** -54)
}
