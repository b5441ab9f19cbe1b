// Lives: a child in the variants in which the same has happened to it. They split where something differs, and are scheduled.
import { hazardPerEvent } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/programme.ts'
import { drawBlocks, Purpose } from '../addresses.ts'
import { NEVER_ENTERS } from '../cohort.ts'
import { exponential } from '../exponential.ts'
import { FATE_BITS, fateOf } from '../fate.ts'
import { HOME_BITS, STILL_IN_CARE } from '../workspace.ts'
import { NO_LIFE, type VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

/** Returns the life of a child in a variant, or NO_LIFE; the baseline's is the child itself, and so are most others. */
export function lifeIn({ lifeOf, variantsOf, base }: VariantSpace, variant: number, child: number): number {
  return ((variantsOf[child] >>> variant) & 1) === 1 ? child : lifeOf[variant * base.children + child]
}

/** Tells whether a life is in care at this moment. */
export function isInCare({ base }: VariantSpace, life: number): boolean {
  return life !== NO_LIFE && base.exitDay[life] === STILL_IN_CARE && base.placement[life] !== NEVER_ENTERS
}

/** Takes some of a life's variants out into a life of their own, which nobody has scheduled yet; returns it. */
export function splitLife(space: VariantSpace, life: number, variants: number): number {
  const { base, variantsOf, number, isDelayed } = space
  const copy = newLife(space, number[life], variants)
  variantsOf[life] &= ~variants
  isDelayed[copy] = isDelayed[life]
  base.turns18[copy] = base.turns18[life]
  base.entryDay[copy] = base.entryDay[life]
  base.placedDay[copy] = base.placedDay[life]
  base.placement[copy] = base.placement[life]
  base.exitDay[copy] = base.exitDay[life]
  base.exitReason[copy] = base.exitReason[life]
  base.moves[copy] = base.moves[life]
  base.ceasedDay[copy] = base.ceasedDay[life]
  return copy
}

/** Makes a life of a child in some variants. */
export function newLife(space: VariantSpace, number: number, variants: number): number {
  const { base } = space
  const copy = space.nextLife++
  if (copy >= space.variantsOf.length)
    throw new Error(`more than ${space.variantsOf.length} lives in one run: the room is too small`)
  space.variantsOf[copy] = variants
  space.number[copy] = number
  space.isDelayed[copy] = 0
  if (number < base.children) setLife(space, number, variants, copy)
  return copy
}

/** Says which life a child has in some packages. */
export function setLife({ base, lifeOf }: VariantSpace, child: number, variants: number, life: number): void {
  for (let bits = variants >>> 1, at = base.children + child; bits !== 0; bits >>>= 1, at += base.children)
    if ((bits & 1) === 1) lifeOf[at] = life
}

/** Takes a life out of the list of its candidate day, which is not before the present one; nobody reads the last list. */
export function unscheduleLife({ base, due }: VariantSpace, life: number): void {
  const { head, next } = base
  const day = due[life]
  if (day >= head.length - 1) return
  if (head[day] >> FATE_BITS === life) {
    head[day] = next[life]
    return
  }
  let before = head[day] >> FATE_BITS
  while (next[before] >> FATE_BITS !== life) before = next[before] >> FATE_BITS
  next[before] = next[life]
}

/** Returns the cell of a life on a day. */
export function cellOf({ cells }: Model, { base }: VariantSpace, life: number, day: number): number {
  return (
    base.placement[life] * cells.placementStride +
    cells.ageOffset[base.turns18[life] - day] +
    cells.careOffset[day - base.entryDay[life]] +
    cells.stayOffset[day - base.placedDay[life]]
  )
}

/** Tells whether an effect reaches a life that is in care. */
export function isEligible(
  { cells, axes }: Model,
  { base }: VariantSpace,
  { homes, careFrom, careTo }: Eligible,
  life: number,
  day: number,
): boolean {
  const daysTo18 = base.turns18[life] - day
  if (daysTo18 <= 0) return false
  const daysInCare = day - base.entryDay[life]
  return (
    homes[cells.ageBand[daysTo18] * axes.placements.length + base.placement[life]] === 1 &&
    daysInCare >= careFrom &&
    daysInCare < careTo
  )
}

/** Draws the next candidate day of a life, as the loop in simulate-variants.ts does for most. */
export function scheduleLife(model: Model, space: VariantSpace, life: number, day: number): void {
  const { base, keys, number, due } = space
  drawBlocks(keys.chance, Purpose.life | day, number[life], firstWord, secondWord)
  const cell = cellOf(model, space, life, day)
  const wait = (exponential(firstWord[0]) * base.meanWait[cell] + 1) | 0
  const dueDay = Math.min(day + wait, base.turns18[life], model.axes.days + 1)
  const then = cellOf(model, space, life, dueDay)
  const exits = model.cells.exitHazard[then] * base.exitFactor[dueDay]
  const hazard = exits + model.cells.moveHazard[then]
  const mark = (secondWord[0] >>> 0) * PER_WORD * base.bound[cell] * hazardPerEvent(hazard)
  base.mark[life] = mark
  base.cellThen[life] = (then << HOME_BITS) | base.placement[life]
  due[life] = dueDay
  base.next[life] = base.head[dueDay]
  base.head[dueDay] = (life << FATE_BITS) | fateOf(mark, exits, hazard, dueDay === base.turns18[life])
}
