// The value that a number of the scenario takes in one run, from a stream of its own: no other number moves it.
import { type Range, sampleRange } from '../domain/distribution/distribution.ts'
import { hash32 } from '../domain/hash32.ts'
import { block, type Key } from './addresses.ts'

const TWO_21 = 2 ** 21
const TWO_53 = 2 ** 53

/** [path] its hash: every run asks for the same few hundred. */
const addressOf = new Map<string, number>()

/**
 * Returns the value of the range at a path like 'placements.ifa.weeklyPrice' in one run, whose key in
 * `Domain.assumptions` is given. The path alone addresses the stream: [hash32(path), 0], [hash32(path), 1] and so on.
 */
export function assumptionValue(range: Range, path: string, assumptions: Key): number {
  const address = addressOf.get(path) ?? hash32(path)
  addressOf.set(path, address)
  let draw = 0
  return sampleRange(range, () => uniformOfBlock(block(assumptions, address, draw++)))
}

/** Returns the number in [0, 1) that the first 53 bits of a block stand for. */
function uniformOfBlock({ first, second }: Key): number {
  return ((first >>> 0) * TWO_21 + (second >>> 11)) / TWO_53
}
