// Random numbers by address: every number has a place of its own, so that no draw ever depends on how many came before.
// This page is the whole bit layout; it moves every golden, and changes only on purpose.
//
//   seed text --alea--> national key (64 bits); seed text, NUL, council's stream --alea--> the council's own key
//   run key = threefry(own key, [index, domain])           one for each of the three indices of a run (Domain)
//   national run key = threefry(national key, [index, domain])    for what the country's councils share of a run
//   block   = threefry(run key, [child, purpose << 16 | day])      two words of 32 bits: first and second
//   for foster carers the child is a household and the day a placement
//   under a shocks' key the child is a process (entries, exits, prices) and the day a financial year: the first word of the own
//   key's block is the local part, the second of the national key's the step of the national walk,
//   under an assumptions' key hash32 of a number's path and the draw: [hash32(path), draw], see assumption-value.ts;
//   the national key's for the general uplift and for ranges that are marked shared: national, else the own key's
// Children, processes and paths never meet: the domain is part of the run key, and each key draws one of them alone.
import alea from 'seedrandom/lib/alea.js'

/** What a run index stands for; holding one and varying another splits the variance. */
export const Domain = { assumptions: 0, shocks: 1, chance: 2 } as const

/** What a block is drawn for; purposes from 16 on are free for named processes. */
export const Purpose = {
  /** At the day of scheduling: wait to the next candidate day, and the mark that decides what happens then. */
  life: 0,
  /** Once for each child of the opening stock: age within its band; time in care. */
  origin: 1 << 16,
  /** Once for each child of the opening stock: time in its placement. */
  history: 2 << 16,
  /** Once for each entrant: wait since the group before, of a group's first child; age and placement. */
  arrival: 3 << 16,
  /** Once for each group of entrants, at its first child, where some left before the start: whether it comes back. */
  returning: 4 << 16,
  /** Once for each group of entrants, at its first child: how many they are; unused where all come alone. */
  siblings: 5 << 16,
  /** At the day of an exit: days to the return; placement needed then. */
  reentry: 6 << 16,
  /** Once for each payment after care, with the hash of its line for a child: a key of its own, under which a block at
   * (child, day of exit) says whether the child gets it. */
  payment: 7 << 16,
  /** Under the key of a payment, once for each child it is paid for at the start: time left. */
  payingNow: 9 << 16,
  /** Once for each child, whenever it is asked for: how dear it is where children differ in price. */
  price: 10 << 16,
  /** Once for each household of foster carers, its number in place of the child's and its placement in place of the day:
   * wait for the approval, unused where it is there at the start; time to its deregistration. */
  carers: 8 << 16,
  /** Once for each intervention and each of its effects, with the hash of its path for a child: a key of its own, see Step. */
  effect: 11 << 16,
} as const

/** What a block under the key of an intervention or an effect is drawn for. */
export const Step = {
  /** For event k of a superposed process: wait since the one before; which child, or who enters. */
  event: 0,
  /** For event k: whether the child's hazard lets it happen; which outcome. */
  accept: 1 << 16,
  /** For event k, or position k of a list, at try t = 0 to 63: two children to look at. */
  pick: 2 << 16,
  /** For a would-be entrant, under the key that all services share: its mark for them; whether it enters later. */
  prevent: 3 << 16,
  /** For one who enters later: when; placement needed then. */
  delay: 4 << 16,
  /** For a child, with the day: whether its exit or move is refused. */
  refuse: 5 << 16,
  /** For a child, with the day of its exit: whether its return is put off or brought forward; by how much. */
  return: 6 << 16,
  /** For a child, with the number of the gate: whether it passes. */
  gate: 7 << 16,
  /** For household k: wait since the one before; time to its deregistration. */
  household: 8 << 16,
  /** For a post, with the number of the change: time until it is filled or falls vacant. */
  post: 9 << 16,
  /** For a family of would-be entrants, by its first child: the same as for `prevent`. */
  preventFamily: 10 << 16,
  /** For a family that an effect makes enter, at its first child: how many they are; for each of the others, who it is. */
  sibling: 11 << 16,
  /** For a child: whether an effect that reaches a share of the children reaches it. */
  reach: 12 << 16,
} as const

/** Two 32-bit words that key a stream. */
export interface Key {
  first: number
  second: number
}

const PARITY = 0x1bd11bda

/**
 * Writes the Threefry-2x32 blocks with 13 rounds of so many children from `firstChild` on to two arrays, first words and
 * second words (Salmon, Moraes, Dror and Shaw 2011, 'Parallel random numbers: as easy as 1, 2, 3'). `step` is the second
 * word of the counter, purpose and day. Many at once, since V8 inlines no function of this size and a call in a loop
 * makes it forget what it knows of the arrays there.
 */
export function drawBlocks(
  key: Key,
  step: number,
  firstChild: number,
  firstWords: Int32Array,
  secondWords: Int32Array,
): void {
  const k0 = key.first | 0
  const k1 = key.second | 0
  const k2 = parityWord(k0, k1) | 0
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  for (let at = 0; at < firstWords.length; at++) {
    const child = (firstChild + at) | 0
    let x = (child + k0) | 0
    let y = (step + k1) | 0
    x = (x + y) | 0
    y = ((y << 13) | (y >>> 19)) ^ x
    x = (x + y) | 0
    y = ((y << 15) | (y >>> 17)) ^ x
    x = (x + y) | 0
    y = ((y << 26) | (y >>> 6)) ^ x
    x = (x + y) | 0
    y = ((y << 6) | (y >>> 26)) ^ x
    x = (x + k1) | 0
    y = (y + k2plus1) | 0
    x = (x + y) | 0
    y = ((y << 17) | (y >>> 15)) ^ x
    x = (x + y) | 0
    y = ((y << 29) | (y >>> 3)) ^ x
    x = (x + y) | 0
    y = ((y << 16) | (y >>> 16)) ^ x
    x = (x + y) | 0
    y = ((y << 24) | (y >>> 8)) ^ x
    x = (x + k2) | 0
    y = (y + k0plus2) | 0
    x = (x + y) | 0
    y = ((y << 13) | (y >>> 19)) ^ x
    x = (x + y) | 0
    y = ((y << 15) | (y >>> 17)) ^ x
    x = (x + y) | 0
    y = ((y << 26) | (y >>> 6)) ^ x
    x = (x + y) | 0
    y = ((y << 6) | (y >>> 26)) ^ x
    x = (x + k0) | 0
    y = (y + k1plus3) | 0
    x = (x + y) | 0
    y = ((y << 17) | (y >>> 15)) ^ x
    firstWords[at] = x
    secondWords[at] = y
  }
}

/** Returns the third key word of Threefry, which follows from the other two; all words are signed 32-bit integers. */
export function parityWord(first: number, second: number): number {
  return PARITY ^ first ^ second
}

const PER_WORD = 2 ** -32

/** Returns the number in [0, 1) that a random word stands for. */
export function uniformOf(word: number): number {
  return (word >>> 0) * PER_WORD
}

const oneFirst = new Int32Array(1)
const oneSecond = new Int32Array(1)

/** Returns the block of two words at a counter; the readable way in, outside the hot path. */
export function block(key: Key, child: number, step: number): Key {
  drawBlocks(key, step, child, oneFirst, oneSecond)
  return { first: oneFirst[0], second: oneSecond[0] }
}

// V8 compiles a loop that is long when it is first called without what it learns before the loop, and then keeps to code that is
// worth less for as long as the process lives. A few short calls come first.
for (let call = 0; call < 100; call++) block({ first: call, second: 0 }, call, 0)

export type DomainName = keyof typeof Domain

/** The keys of one run: a council's own, and those that it shares with all councils of the same seed. */
export interface RunKeys extends Record<DomainName, Key> {
  national: Record<'assumptions' | 'shocks', Key>
}

/** The key of all random numbers of a council, with that of what the country's councils share. */
export interface SeedKey extends Key {
  national: Key
}

/** Added to a run's number for an index of its own that no run has: above any number of runs. */
const FRESH = 2 ** 30

/**
 * Turns the user's seed text and the name of a council's stream into the key of everything random; without a stream there is no
 * other council, and the country's key is its own. An empty seed is refused by the command line.
 */
export function seedKey(seed: string, stream?: string): SeedKey {
  const national = keyOfText(seed)
  return { ...(stream === undefined ? national : keyOfText(`${seed}\0${stream}`)), national }
}

function keyOfText(text: string): Key {
  const generator = alea(text)
  return { first: generator.int32(), second: generator.int32() }
}

/** Returns the key of one domain of one run. */
export function runKey(seed: Key, domain: number, index: number): Key {
  return block(seed, index, domain)
}

/**
 * Returns the keys of a run. The indices of its three domains are its own number; those named in `fresh` are other ones,
 * so that a run can be repeated with the same assumptions, say, and fresh chance: that splits the variance.
 */
export function runKeys(seed: SeedKey, run: number, fresh: readonly DomainName[] = []): RunKeys {
  const keyOf = (domain: DomainName, key: Key) =>
    runKey(key, Domain[domain], fresh.includes(domain) ? run + FRESH : run)
  const { national } = seed
  return {
    assumptions: keyOf('assumptions', seed),
    shocks: keyOf('shocks', seed),
    chance: keyOf('chance', seed),
    national: { assumptions: keyOf('assumptions', national), shocks: keyOf('shocks', national) },
  }
}
