// Lives: a child in the variants in which the same has happened to it. They split where something differs, and are scheduled.
import { cellAt } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/packages/programme.ts'
import { block, type Key, Step, uniformOf } from '../addresses.ts'
import { followOn } from '../candidate-days.ts'
import { memory, ROOM_FOR_LIVES } from '../memory.ts'
import { STILL_IN_CARE } from '../workspace.ts'
import { NO_LIFE, type VariantSpace } from './variant-space.ts'

/** What happens to a life on the day that it is due: nothing up to the horizon, or that it leaves, or moves. */
export const Fate = { nothing: 0, leaves: 1, moves: 2, toBeDrawn: 3 } as const

// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed.
const { turns18, entryDay, placedDay, placement, exitDay, exitReason, ceasedDay, moves, number } = memory
const { variantsOf, isDelayed, due, cell, fate, head, next, following, leaving, moving } = memory
const { nothing: NOTHING, leaves: LEAVES, moves: MOVES, toBeDrawn: TO_BE_DRAWN } = Fate

/** Returns the life of a child in a variant, or NO_LIFE; the baseline's is the child itself, and so are most others. */
export function lifeIn({ lifeOf, base }: VariantSpace, variant: number, child: number): number {
  return ((variantsOf[child] >>> variant) & 1) === 1 ? child : lifeOf[variant * base.children + child]
}

/** Tells whether a life is in care at this moment. */
export function isInCare(life: number): boolean {
  return life !== NO_LIFE && exitDay[life] === STILL_IN_CARE
}

/** Takes some of a life's variants out into a life of their own, which nobody has scheduled yet; returns it. */
export function splitLife(space: VariantSpace, life: number, variants: number): number {
  const copy = newLife(space, number[life], variants)
  variantsOf[life] &= ~variants
  isDelayed[copy] = isDelayed[life]
  turns18[copy] = turns18[life]
  entryDay[copy] = entryDay[life]
  placedDay[copy] = placedDay[life]
  placement[copy] = placement[life]
  exitDay[copy] = exitDay[life]
  exitReason[copy] = exitReason[life]
  moves[copy] = moves[life]
  ceasedDay[copy] = ceasedDay[life]
  return copy
}

/** Makes a life of a child in some variants. */
export function newLife(space: VariantSpace, child: number, variants: number): number {
  const { base } = space
  const copy = space.nextLife++
  if (copy >= ROOM_FOR_LIVES)
    throw new RangeError(`more than ${ROOM_FOR_LIVES} lives in one run; simulate fewer packages at once`)
  variantsOf[copy] = variants
  number[copy] = child
  isDelayed[copy] = 0
  if (child < base.children) setLife(space, child, variants, copy)
  return copy
}

/** Says which life a child has in some packages. */
export function setLife({ base, lifeOf }: VariantSpace, child: number, variants: number, life: number): void {
  for (let bits = variants >>> 1, at = base.children + child; bits !== 0; bits >>>= 1, at += base.children)
    if ((bits & 1) === 1) lifeOf[at] = life
}

/**
 * Takes a life out of the list of its day, which is not before the present one, or of those that are to be scheduled; behind
 * the horizon there are no lists.
 */
export function unscheduleLife({ axes }: Model, life: number): void {
  if (fate[life] === TO_BE_DRAWN) dropFollowing(life)
  else if (due[life] <= axes.days) dropFromCalendar(life)
}

function dropFollowing(life: number): void {
  const { lives } = following
  following.length--
  lives[lives.indexOf(life)] = lives[following.length]
}

function dropFromCalendar(life: number): void {
  const day = due[life]
  if (head[day] === life) {
    head[day] = next[life]
    return
  }
  let before = head[day]
  while (next[before] !== life) before = next[before]
  next[before] = next[life]
}

/** Returns the cell of a life on a day. */
export function cellOf({ model: { cells } }: VariantSpace, life: number, day: number): number {
  return cellAt(cells, placement[life], turns18[life] - day, day - entryDay[life], day - placedDay[life])
}

/** Tells whether an effect reaches a life that is in care. */
export function isEligible(
  { model: { cells, axes } }: VariantSpace,
  { homes, careFrom, careTo }: Eligible,
  life: number,
  day: number,
): boolean {
  const daysTo18 = turns18[life] - day
  if (daysTo18 <= 0) return false
  const daysInCare = day - entryDay[life]
  return (
    homes[cells.ageBand[daysTo18] * axes.placements.length + placement[life]] === 1 &&
    daysInCare >= careFrom &&
    daysInCare < careTo
  )
}

/** Tells whether an effect with this key that reaches a share of the children reaches a child, by its number: for good. */
export function isReached(key: Key, reach: number, child: number): boolean {
  return reach >= 1 || uniformOf(block(key, child, Step.reach).first) < reach
}

/** Lets a life be scheduled when the day is over: nothing else happens to most, and all are drawn for together then. */
export function scheduleLife(space: VariantSpace, life: number, day: number): void {
  due[life] = day
  cell[life] = cellOf(space, life, day)
  fate[life] = TO_BE_DRAWN
  following.lives[following.length++] = life
}

/** Finds the days on which something happens to those who are to be scheduled, and puts them into the calendar. */
export function scheduleFollowing(model: Model, chance: Key): void {
  findFates(model, chance)
  const { lives: leavingLives, length: leave } = leaving
  for (let at = 0; at < leave; at++) putIntoCalendar(leavingLives[at])
  const { lives: movingLives, length: move } = moving
  for (let at = 0; at < move; at++) putIntoCalendar(movingLives[at])
  leaving.length = 0
  moving.length = 0
}

/** Takes all who are to be scheduled to the days on which something happens to them; `leaving` and `moving` hold them then. */
export function findFates(model: Model, chance: Key): void {
  for (let at = 0; at < following.length; at++) fate[following.lives[at]] = NOTHING
  while (following.length > 0) followOn(model, chance)
  for (let at = 0; at < leaving.length; at++) fate[leaving.lives[at]] = LEAVES
  for (let at = 0; at < moving.length; at++) fate[moving.lives[at]] = MOVES
}

/** Puts a life whose fate is known into the list of its day. */
export function putIntoCalendar(life: number): void {
  const day = due[life]
  next[life] = head[day]
  head[day] = life
}
