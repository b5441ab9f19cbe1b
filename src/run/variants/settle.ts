// Where a life goes that needs a placement: down the overflow list of the wanted one. Variants in which other places are full
// part company here.
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import { STILL_IN_CARE } from '../workspace.ts'
import { addToPlacement, departFrom } from './books.ts'
import { scheduleLife, splitLife } from './lives.ts'
import { yearOf } from './refusals.ts'
import { addToPages, childrenIn, countReached, lowestVariant, type VariantSpace } from './variant-space.ts'

/** How a life comes to need a placement. */
export type Arrival = 'entry' | 'delayed' | 'return' | 'move'

/**
 * Places a life in each of its variants. Who goes elsewhere in some of them is split off, placed and scheduled; the life itself
 * is left to be scheduled by who calls.
 */
export function settle(
  model: Model,
  space: VariantSpace,
  life: number,
  day: number,
  wanted: number,
  arrival: Arrival,
): void {
  const { base, variantsOf } = space
  const own = arrival === 'move' ? base.placement[life] : -1
  // Mostly there is room wherever it lives; only where there is not is each variant asked where it goes.
  const isFreeEverywhere = wanted === own || hasRoomEverywhere(space, variantsOf[life], wanted)
  const target = isFreeEverywhere
    ? wanted
    : targetIn(model, space, life, day, wanted, own, lowestVariant(variantsOf[life]))
  const others = isFreeEverywhere ? 0 : elsewhere(model, space, life, day, wanted, own, target)
  if (others !== 0) {
    const copy = splitLife(space, life, others)
    settle(model, space, copy, day, wanted, arrival)
    scheduleLife(model, space, copy, day)
  }
  if (target < 0 && arrival !== 'move') throw new Error(`life ${life} finds no place on day ${day}`)
  if (target !== wanted) countOverPlaces(space, life, day, wanted)
  if (arrival !== 'move') enter(model, space, life, day, target, arrival)
  else if (target >= 0 && (target !== own || wanted === own)) move(model, space, life, day, target)
}

/**
 * The first placement of the overflow list of the wanted one with room in a variant, or its `own`, where it can stay (-1 for
 * who arrives); -1 where there is none. Numbers one by one: V8 makes an object for every child that is asked about otherwise.
 */
function targetIn(
  { cells, places, axes }: Model,
  { base, occupied, limit, variants }: VariantSpace,
  life: number,
  day: number,
  wanted: number,
  own: number,
  variant: number,
): number {
  const placements = axes.placements.length
  const page = variant * placements
  const common = variants * placements
  let target = wanted
  if (target === own || occupied[page + target] + occupied[common + target] < limit[page + target])
    return target
  let at = (cells.ageBand[base.turns18[life] - day] * placements + wanted) * places.listLength
  while (
    target >= 0 &&
    target !== own &&
    occupied[page + target] + occupied[common + target] >= limit[page + target]
  )
    target = places.list[++at]
  return target
}

/** The variants of a life in which it goes elsewhere than to the target. */
function elsewhere(
  model: Model,
  space: VariantSpace,
  life: number,
  day: number,
  wanted: number,
  own: number,
  target: number,
): number {
  const variants = space.variantsOf[life]
  let others = 0
  // The target is that of the lowest.
  for (let bits = variants & (variants - 1); bits !== 0; bits &= bits - 1)
    if (targetIn(model, space, life, day, wanted, own, lowestVariant(bits)) !== target) others |= bits & -bits
  return others
}

/** Tells whether a placement has room in all of some variants, for whoever does not live there. */
function hasRoomEverywhere(space: VariantSpace, variants: number, home: number): boolean {
  return space.limit[home] === UNLIMITED || variantsWithRoom(space, variants, home) === variants
}

function countOverPlaces(space: VariantSpace, life: number, day: number, wanted: number): void {
  const { offset, placements } = space.layouts[0]
  const column = offset.over_places + space.base.monthOfDay[day] * placements + wanted
  addToPages(space, space.variantsOf[life], column, 1)
}

function enter(
  model: Model,
  space: VariantSpace,
  life: number,
  day: number,
  home: number,
  arrival: Arrival,
): void {
  const { base, layouts, variantsOf } = space
  const variants = variantsOf[life]
  const { offset, placements, reentries, publishedStarts } = layouts[0]
  const year = yearOf(model, space, day)
  if (arrival === 'return') {
    if (reentries !== undefined) addToPages(space, variants, reentries + year, 1)
    const before = base.entryDay[life]
    if (publishedStarts !== undefined && before > 0 && yearOf(model, space, before) === year)
      addToPages(space, variants, publishedStarts + year, -1)
    base.moves[life]++
  }
  addToPages(space, variants, offset.entries + base.monthOfDay[day] * placements + home, 1)
  base.entryDay[life] = day
  base.placedDay[life] = day
  base.exitDay[life] = STILL_IN_CARE
  base.placement[life] = home
  takePlace(model, space, life, day, home)
}

/** Moves a life to a placement with room, or to another home of its own. */
export function move(model: Model, space: VariantSpace, life: number, day: number, home: number): void {
  const { base, layouts, variantsOf } = space
  const { offset, placements } = layouts[0]
  const isOwn = base.placement[life] === home
  departFrom(model, space, life, day)
  addToPages(space, variantsOf[life], offset.moves + base.monthOfDay[day] * placements + home, 1)
  base.placement[life] = home
  base.placedDay[life] = day
  base.moves[life]++
  if (isOwn) addToPlacement(space, variantsOf[life], home, day, 1)
  else takePlace(model, space, life, day, home)
}

/** Takes a place; where the baseline has no more of them it is one that an intervention gave. */
function takePlace(model: Model, space: VariantSpace, life: number, day: number, home: number): void {
  const { limit, placesFrom, placesGiven, layouts, variantsOf } = space
  const { placements } = layouts[0]
  for (let bits = variantsOf[life] & placesGiven[home]; bits !== 0; bits &= bits - 1) {
    const variant = lowestVariant(bits)
    if (childrenIn(space, variant, home) >= limit[home])
      countReached(
        space,
        'cases',
        bits & -bits,
        placesFrom[variant * placements + home],
        yearOf(model, space, day),
      )
  }
  addToPlacement(space, variantsOf[life], home, day, 1)
}

/** Returns in which variants of some a placement has room on the present day, for whoever does not live there. */
export function variantsWithRoom(
  { limit, occupied, layouts, variants: common }: VariantSpace,
  variants: number,
  home: number,
): number {
  const { placements } = layouts[0]
  const everywhere = occupied[common * placements + home]
  let room = 0
  for (let bits = variants; bits !== 0; bits &= bits - 1) {
    const at = lowestVariant(bits) * placements + home
    if (occupied[at] + everywhere < limit[at]) room |= bits & -bits
  }
  return room
}
