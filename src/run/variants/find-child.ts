// The choice of one child among those whom an effect is for, by a few looks at random and then one after the other.
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/programme.ts'
import { drawBlocks, type Key, Step } from '../addresses.ts'
import { isEligible, isInCare, lifeIn } from './lives.ts'
import type { VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32
/** Blocks of two looks each, before whoever comes next is taken. */
const TRIES = 64

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

/** Whom an effect looks for. */
export interface Search {
  key: Key
  eligible: Eligible
  /** Those that it has already, who are not taken again. */
  listed?: Set<number>
}

/** Returns a child in care whom an effect reaches in a variant on a day; the draws are of an event. -1 where there is none. */
export function findChild(
  model: Model,
  space: VariantSpace,
  search: Search,
  variant: number,
  event: number,
  day: number,
): number {
  const register = space.register[day]
  let child = 0
  for (let attempt = 0; attempt < TRIES && register > 0; attempt++) {
    drawBlocks(search.key, Step.pick | attempt, event, firstWord, secondWord)
    const other = secondWord[0]
    child = Math.floor((firstWord[0] >>> 0) * PER_WORD * register)
    if (isRight(model, space, search, variant, child, day)) return child
    child = Math.floor((other >>> 0) * PER_WORD * register)
    if (isRight(model, space, search, variant, child, day)) return child
  }
  for (let step = 1; step <= register; step++) {
    const next = (child + step) % register
    if (isRight(model, space, search, variant, next, day)) return next
  }
  return -1
}

function isRight(
  model: Model,
  space: VariantSpace,
  { eligible, listed }: Search,
  variant: number,
  child: number,
  day: number,
): boolean {
  if (listed?.has(child)) return false
  const life = lifeIn(space, variant, child)
  return isInCare(space, life) && isEligible(model, space, eligible, life, day)
}
