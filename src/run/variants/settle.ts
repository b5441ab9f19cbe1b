// Where a life goes that needs a placement: down the overflow list of the wanted one. Variants in which other places are full
// part company here.
import { UNLIMITED } from '../../model/places.ts'
import { memory } from '../memory.ts'
import { STILL_IN_CARE } from '../workspace.ts'
import { addToPlacement, departFrom } from './books.ts'
import { scheduleLife, splitLife } from './lives.ts'
import { yearOf } from './refusals.ts'
import { addToPages, childrenIn, countReached, lowestVariant, type VariantSpace } from './variant-space.ts'

const { entryDay, exitDay, monthOfDay, moves, placedDay, placement, turns18, variantsOf } = memory

/** How a life comes to need a placement. */
export type Arrival = 'entry' | 'delayed' | 'return' | 'move'

/**
 * Places a life in each of its variants. Who goes elsewhere in some of them is split off, placed and scheduled; the life itself
 * is left to be scheduled by who calls.
 */
export function settle(
  space: VariantSpace,
  life: number,
  day: number,
  wanted: number,
  arrival: Arrival,
): void {
  const own = arrival === 'move' ? placement[life] : -1
  // Mostly there is room wherever it lives; only where there is not is each variant asked where it goes.
  const isFreeEverywhere = wanted === own || hasRoomEverywhere(space, variantsOf[life], wanted)
  const listAt = isFreeEverywhere ? -1 : overflowOf(space, life, day, wanted)
  const target = isFreeEverywhere ? wanted : targetIn(space, listAt, own, lowestVariant(variantsOf[life]))
  const others = isFreeEverywhere ? 0 : elsewhere(space, life, listAt, own, target)
  if (others !== 0) {
    const copy = splitLife(space, life, others)
    settle(space, copy, day, wanted, arrival)
    scheduleLife(space, copy, day)
  }
  if (target < 0 && arrival !== 'move') throw new Error(`life ${life} finds no place on day ${day}`)
  if (target !== wanted) countOverPlaces(space, life, day, wanted)
  if (arrival !== 'move') enter(space, life, day, target, arrival)
  else if (target >= 0 && (target !== own || wanted === own)) move(space, life, day, target)
}

/** Where the overflow list of the wanted placement begins for a life of its age on a day; the placement itself comes first. */
function overflowOf(
  { model: { cells, places, axes } }: VariantSpace,
  life: number,
  day: number,
  wanted: number,
): number {
  return (cells.ageBand[turns18[life] - day] * axes.placements.length + wanted) * places.listLength
}

/**
 * The first placement of an overflow list with room in a variant, or a life's `own`, where it can stay (-1 for who arrives); -1
 * where there is none. Numbers one by one: V8 makes an object for every child that is asked about otherwise.
 */
function targetIn(
  { model: { places, axes }, occupied, limit, variants }: VariantSpace,
  listAt: number,
  own: number,
  variant: number,
): number {
  const placements = axes.placements.length
  const page = variant * placements
  const common = variants * placements
  let at = listAt
  let target = places.list[at]
  while (
    target >= 0 &&
    target !== own &&
    occupied[page + target] + occupied[common + target] >= limit[page + target]
  )
    target = places.list[++at]
  return target
}

/** The variants of a life in which it goes elsewhere than to the target. */
function elsewhere(space: VariantSpace, life: number, listAt: number, own: number, target: number): number {
  const some = variantsOf[life]
  let others = 0
  // The target is that of the lowest.
  for (let bits = some & (some - 1); bits !== 0; bits &= bits - 1)
    if (targetIn(space, listAt, own, lowestVariant(bits)) !== target) others |= bits & -bits
  return others
}

/** Tells whether a placement has room in all of some variants, for whoever does not live there. */
function hasRoomEverywhere(space: VariantSpace, variants: number, home: number): boolean {
  return space.limit[home] === UNLIMITED || variantsWithRoom(space, variants, home) === variants
}

function countOverPlaces(space: VariantSpace, life: number, day: number, wanted: number): void {
  const { offset, placements } = space.layouts[0]
  const column = offset.over_places + monthOfDay[day] * placements + wanted
  addToPages(space, variantsOf[life], column, 1)
}

function enter(space: VariantSpace, life: number, day: number, home: number, arrival: Arrival): void {
  const { layouts } = space
  const variants = variantsOf[life]
  const { offset, placements, reentries, publishedStarts } = layouts[0]
  const year = yearOf(space, day)
  if (arrival === 'return') {
    if (reentries !== undefined) addToPages(space, variants, reentries + year, 1)
    const before = entryDay[life]
    if (publishedStarts !== undefined && before > 0 && yearOf(space, before) === year)
      addToPages(space, variants, publishedStarts + year, -1)
    moves[life]++
  }
  addToPages(space, variants, offset.entries + monthOfDay[day] * placements + home, 1)
  entryDay[life] = day
  placedDay[life] = day
  exitDay[life] = STILL_IN_CARE
  placement[life] = home
  takePlace(space, life, day, home)
}

/** Moves a life to a placement with room, or to another home of its own. */
export function move(space: VariantSpace, life: number, day: number, home: number): void {
  const { layouts } = space
  const { offset, placements } = layouts[0]
  const isOwn = placement[life] === home
  departFrom(space, life, day)
  addToPages(space, variantsOf[life], offset.moves + monthOfDay[day] * placements + home, 1)
  placement[life] = home
  placedDay[life] = day
  moves[life]++
  if (isOwn) addToPlacement(space, variantsOf[life], home, day, 1)
  else takePlace(space, life, day, home)
}

/** Takes a place; where the baseline has no more of them it is one that an intervention gave. */
function takePlace(space: VariantSpace, life: number, day: number, home: number): void {
  const { limit, placesFrom, placesGiven, layouts } = space
  const { placements } = layouts[0]
  for (let bits = variantsOf[life] & placesGiven[home]; bits !== 0; bits &= bits - 1) {
    const variant = lowestVariant(bits)
    if (childrenIn(space, variant, home) >= limit[home])
      countReached(space, 'cases', bits & -bits, placesFrom[variant * placements + home], yearOf(space, day))
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
