// Random numbers by address: every number has a place of its own, so that no draw ever depends on how many came before.
// This page is the whole bit layout; it moves every golden, and changes only on purpose.
//
//   seed text --alea--> seed key (64 bits)
//   run key = threefry(seed key, [index, domain])          one for each of the three indices of a run (Domain)
//   block   = threefry(run key, [child, purpose << 16 | day])      two words of 32 bits: first and second
import alea from 'seedrandom/lib/alea.js'

/** What a run index stands for; holding one and varying another splits the variance. */
export const Domain = { assumptions: 0, shocks: 1, chance: 2 } as const

/** What a block is drawn for; purposes from 16 on are free for named processes. */
export const Purpose = {
  /** At the day of scheduling: wait to the next candidate day, and the mark that decides what happens then. */
  life: 0,
  /** Once for each child: age within its band (and for entrants the placement); time in care of the opening stock. */
  origin: 1 << 16,
  /** Once for each child of the opening stock: time in its placement. */
  history: 2 << 16,
  /** Once for each possible entrant: days since the one before; whether it enters. */
  arrival: 3 << 16,
} as const

/** Two 32-bit words that key a stream. */
export interface Key {
  first: number
  second: number
}

const PARITY = 0x1bd11bda

/** Second word of the block that `threefryFirst` made last. */
export const secondWord = new Int32Array(1)

/**
 * Returns the first word of the Threefry-2x32 block with 13 rounds at a counter, and leaves the second in `secondWord`
 * (Salmon, Moraes, Dror and Shaw 2011, 'Parallel random numbers: as easy as 1, 2, 3'). The three key words are the
 * key's two and their parity, see `parityWord`. All words are signed 32-bit integers.
 */
export function threefryFirst(k0: number, k1: number, k2: number, c0: number, c1: number): number {
  let x = (c0 + k0) | 0
  let y = (c1 + k1) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + k1) | 0
  y = (y + k2 + 1) | 0
  x = (x + y) | 0
  y = ((y << 17) | (y >>> 15)) ^ x
  x = (x + y) | 0
  y = ((y << 29) | (y >>> 3)) ^ x
  x = (x + y) | 0
  y = ((y << 16) | (y >>> 16)) ^ x
  x = (x + y) | 0
  y = ((y << 24) | (y >>> 8)) ^ x
  x = (x + k2) | 0
  y = (y + k0 + 2) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + k0) | 0
  y = (y + k1 + 3) | 0
  x = (x + y) | 0
  secondWord[0] = ((y << 17) | (y >>> 15)) ^ x
  return x
}

/** Returns the third key word of Threefry, which follows from the other two. */
export function parityWord(first: number, second: number): number {
  return PARITY ^ first ^ second
}

/** Returns the block of two words at a counter; the readable way in, outside the hot path. */
export function block(key: Key, c0: number, c1: number): Key {
  const first = threefryFirst(key.first, key.second, parityWord(key.first, key.second), c0, c1)
  return { first, second: secondWord[0] }
}

/** Turns the user's seed text into the key of everything random; an empty text is refused by the command line. */
export function seedKey(seed: string): Key {
  const generator = alea(seed)
  return { first: generator.int32(), second: generator.int32() }
}

/** Returns the key of one domain of one run. */
export function runKey(seed: Key, domain: number, index: number): Key {
  return block(seed, index, domain)
}
