// The value that a number of the scenario takes in one run, from a stream of its own: no other number moves it.
import { type Range, sampleRange } from '../domain/distribution.ts'
import { block, type Key } from './addresses.ts'

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const TWO_21 = 2 ** 21
const TWO_53 = 2 ** 53

const encoder = new TextEncoder()

/**
 * Returns the value of the range at a path like 'placements.ifa.weeklyPrice' in one run, whose key in
 * `Domain.assumptions` is given. The path alone addresses the stream: [hash32(path), 0], [hash32(path), 1] and so on.
 */
export function assumptionValue(range: Range, path: string, assumptions: Key): number {
  const address = hash32(path)
  let draw = 0
  return sampleRange(range, () => uniformOf(block(assumptions, address, draw++)))
}

/**
 * Returns the 32-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo 1991), unsigned. Two paths with one hash
 * would take their values from the same stream; among 200 paths that has a chance of 1 in 200,000.
 */
export function hash32(text: string): number {
  let hash = FNV_OFFSET
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, FNV_PRIME)
  return hash >>> 0
}

/** Returns the number in [0, 1) that the first 53 bits of a block stand for. */
function uniformOf({ first, second }: Key): number {
  return ((first >>> 0) * TWO_21 + (second >>> 11)) / TWO_53
}
