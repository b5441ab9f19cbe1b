// The choice of one child among those whom an effect is for, by a few looks at random and then one after the other.
import type { Eligible } from '../../model/packages/programme.ts'
import { drawBlocks, type Key, Step, uniformOf } from '../addresses.ts'
import { isEligible, isInCare, lifeIn } from './lives.ts'
import type { VariantSpace } from './variant-space.ts'

/** Children looked at at random, two for each block, before the next in line is taken. */
const LOOKS = 128
/** Stands for the child where everybody has been looked at. */
export const NOBODY = -1

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

/**
 * Returns the child of the register that an event looks at, from look 0 on, one look after the other: two at random for each
 * block, and then one child after another from the last of them on. NOBODY where everybody has been looked at.
 */
export function childAtLook(key: Key, event: number, look: number, register: number): number {
  if (register === 0 || look >= LOOKS + register) return NOBODY
  if (look < LOOKS && look % 2 === 0) drawBlocks(key, Step.pick | (look >> 1), event, firstWord, secondWord)
  const word = look % 2 === 0 && look < LOOKS ? firstWord[0] : secondWord[0]
  const child = Math.floor(uniformOf(word) * register)
  return look < LOOKS ? child : (child + look - LOOKS + 1) % register
}

/** Whom a review looks for, in one variant. */
export interface Search {
  key: Key
  eligible: Eligible
  variant: number
  /** Those that it has already, who are not taken again. */
  listed: Set<number>
}

/** Returns a child in care whom a review reaches on a day; the draws are of a position in its list. NOBODY where there is none. */
export function findChild(
  space: VariantSpace /*M*/,
  { key, eligible, variant, listed }: Search,
  position: number,
  day: number,
): number {
  const register = space.register[day]
  for (let look = 0; ; look++) {
    const child = childAtLook(key, position, look, register)
    if (child === NOBODY) return NOBODY
    const life = lifeIn(space, variant, child)
    if (listed.has(child) || !isInCare(life)) continue
    if (isEligible(space, eligible, life, day)) return child
  }
}
