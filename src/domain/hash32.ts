// A number for a text, the same on every machine: what addresses a stream of random numbers that has a name.

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

const encoder = new TextEncoder()

/**
 * Returns the 32-bit FNV-1a hash of a text's UTF-8 bytes (Fowler, Noll and Vo 1991), unsigned. Two paths with one hash
 * would take their values from the same stream; among 200 paths that has a chance of 1 in 200,000.
 */
export function hash32(text: string): number {
  let hash = FNV_OFFSET
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, FNV_PRIME)
  return hash >>> 0
}
