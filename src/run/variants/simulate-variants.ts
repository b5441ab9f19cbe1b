// One run of the baseline and a few packages in one pass, as a row of whole numbers for each. The baseline's is that of
// simulateRun to the last number, whatever packages there are; plain.ts says slowly what a package's is. Children live once
// for all variants until something differs (see variant-space.ts), so that a package costs what it changes.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { cellAt } from '../../model/cells.ts'
import type { FewerEvents, Programme } from '../../model/packages/programme.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { Key, RunKeys } from '../addresses.ts'
import { beginAfterCare } from '../after-care.ts'
import { drawCarers } from '../carers.ts'
import { drawCohort } from '../cohort.ts'
import { drawConditions } from '../conditions.ts'
import { memory } from '../memory.ts'
import { destinationOf, reasonOf } from '../outcome.ts'
import { STILL_IN_CARE, STOCK, takeMemory } from '../workspace.ts'
import { type BegunEffects, beginEffects } from './begin-effects.ts'
import { leaveCare } from './books.ts'
import { actOn, endDailyEffects } from './daily-effects.ts'
import { extraEntriesOn } from './extra-entries.ts'
import { Fate, findFates, putIntoCalendar, scheduleFollowing, scheduleLife, splitLife } from './lives.ts'
import { prevent } from './preventions.ts'
import { refusedIn } from './refusals.ts'
import { settle } from './settle.ts'
import { followLives } from './variant-after-care.ts'
import { openPlacesOn } from './variant-places.ts'
import { type RowPlace, writePages } from './variant-rows.ts'
import { type ActingEffect, beginLives, beginVariants, type VariantSpace } from './variant-space.ts'

// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed.
const { turns18, entryDay, placedDay, placement, due, cell, mark, wanted, next, fate } = memory
const { exitDay, exitReason, moves, leavers, variantsOf, isDelayed, number } = memory
const { cumulative, exitHazard, exitFactor, monthOfDay, daysLeft, head } = memory
const { following, leaving, moving, asking } = memory
const { lives: followingLives } = following
const { lives: askingLives } = asking
const { nothing: NOTHING, leaves: LEAVES } = Fate
const reasonAt = reasonOf
const destinationAt = destinationOf
const CHILD = STOCK
const IN_CARE = STILL_IN_CARE
const NO_LIMIT = UNLIMITED
const TURNED_18 = EXIT_REASONS.length | 0
const NOBODY = -1

/** Simulates one run of all variants and writes their rows, the baseline's first; the days pass as in simulateRun. */
export function simulateVariants(
  space: VariantSpace,
  programme: Programme,
  keys: RunKeys,
  places: RowPlace[],
): void {
  const { model, base } = space
  const { chance } = keys
  const { days } = model.axes
  takeMemory(base)
  drawConditions(base, keys)
  beginVariants(space, programme, keys)
  beginAfterCare(base, chance)
  drawCohort(base, chance)
  beginLives(space)
  drawCarers(base, chance)
  setLimits(space)
  const effects = beginEffects(space)
  head.fill(NOBODY, 0, days + 2)
  foreseeCohort(space, chance)
  openPlacesOn(space, effects.ownPlaces, 0)
  admitOpeningStock(space)

  let entrant = model.openingStock.placement.length
  for (let day = 1; day <= days; day++) entrant = passDay(space, effects, day, entrant)
  endDailyEffects(space, effects.daily)
  writePages(space, effects.ownPlaces, places)
}

/** Lets a day pass whose first entrant is given; returns that of the next day. */
function passDay(space: VariantSpace, effects: BegunEffects, day: number, firstEntrant: number): number {
  const { ownPlaces, preventions, daily, refusing, arrivals } = effects
  space.leaving = 0
  openPlacesOn(space, ownPlaces, day)
  if (day === space.calendar.nextDay) actOn(space, daily, day)
  if (head[day] !== NOBODY) letHappen(space, refusing, day)
  if (asking.length > 0 || space.base.returnHead[day] !== NOBODY) serve(space, day)
  let entrant = firstEntrant
  for (; entryDay[entrant] === day; entrant++) {
    if (preventions) prevent(space, preventions, entrant, day)
    admit(space, entrant, day)
  }
  for (let at = 0; at < arrivals.length; at++) extraEntriesOn(space, arrivals[at], day)
  const { hasReentry, payments } = space.model.axes
  const hasAfterCare = hasReentry || payments.length > 0
  if (hasAfterCare && space.leaving > 0) followLives(space, effects.afterCare, day)
  if (following.length > 0) scheduleFollowing(space.model, space.keys.chance)
  return entrant
}

/** Every package begins with the places of the baseline. */
function setLimits({ model: { places }, limit, variants }: VariantSpace): void {
  for (let variant = 0; variant < variants; variant++) limit.set(places.limit, variant * places.limit.length)
}

/**
 * Works out for the whole cohort at once what happens to each child next, should it live where it does at the start or wants to
 * when it enters; most do, and the others are scheduled anew.
 */
function foreseeCohort({ model, base }: VariantSpace, chance: Key): void {
  const { cohort } = base
  for (let child = 0; child < cohort; child++) {
    followingLives[child] = child
    const day = Math.max(0, entryDay[child])
    due[child] = day
    cell[child] = cellAt(
      model.cells,
      placement[child],
      turns18[child] - day,
      day - entryDay[child],
      day - placedDay[child],
    )
  }
  following.length = cohort
  findFates(model, chance)
  leaving.length = 0
  moving.length = 0
}

/** Day 0: the opening stock, which no limit moves. */
function admitOpeningStock({ model: { axes, openingStock }, occupied, flow, variants }: VariantSpace): void {
  const placements = axes.placements.length
  const commonHomes = variants * placements
  const commonFlow = variants * axes.months.length * placements
  const presence = CHILD + daysLeft[0]
  for (let child = 0; child < openingStock.placement.length; child++) {
    occupied[commonHomes + placement[child]]++
    flow[commonFlow + placement[child]] += presence
    if (fate[child] !== NOTHING) putIntoCalendar(child)
  }
}

/** Lets happen what is due on a day. Who is to move where places are limited asks for one, once all who leave have left. */
function letHappen(space: VariantSpace, refusing: ActingEffect<FewerEvents>[], day: number): void {
  const { model } = space
  const { pricedByChild } = space.base
  const { everywhere, limit } = space
  const outcomes = model.cells.outcomes | 0
  const placements = space.layouts[0].placements | 0
  const exitShock = exitFactor[day]
  let asked = 0
  let life = head[day]
  while (life !== NOBODY) {
    const after = next[life]
    const home = placement[life]
    const now = cell[life]
    let outcome = TURNED_18
    let target = -1
    if (turns18[life] !== day) {
      const first = Math.imul(now, outcomes)
      if (fate[life] === LEAVES) outcome = reasonAt(cumulative, first, mark[life] / exitShock)
      else {
        const exits = exitHazard[now]
        target = destinationAt(cumulative, first, mark[life] - exits * exitShock + exits, placements)
        outcome = (TURNED_18 + target) | 0
      }
      if (refusing.length > 0) {
        const refused = refusedIn(space, refusing, life, day, outcome)
        if (refused === variantsOf[life]) {
          scheduleLife(space, life, day)
          life = after
          continue
        }
        if (refused !== 0) scheduleLife(space, splitLife(space, life, refused), day)
      }
    }
    if (target < 0) {
      // Most of what happens is the same in all variants and is written once; the rest in books.ts and settle.ts.
      if (variantsOf[life] === everywhere && pricedByChild[home] === 0)
        leaveEverywhere(space, life, day, outcome)
      else leaveCare(space, life, day, outcome)
    } else if (target !== home && limit[target] !== NO_LIMIT) {
      wanted[life] = target
      askingLives[asked++] = life
    } else {
      if (variantsOf[life] === everywhere && pricedByChild[home] === 0 && limit[target] === NO_LIMIT)
        moveEverywhere(space, life, day, target)
      else settle(space, life, day, target, 'move')
      scheduleLife(space, life, day)
    }
    life = after
  }
  asking.length = asked
}

function leaveEverywhere(space: VariantSpace, life: number, day: number, reason: number): void {
  const { occupied, flow, pages, variants, pageLength } = space
  const { months, placements, reasons, offset, exitsByReason } = space.layouts[0]
  const home = placement[life]
  const month = monthOfDay[day]
  const monthAt = month * placements + home
  const page = variants * pageLength
  occupied[variants * placements + home]--
  flow[variants * months * placements + monthAt] -= CHILD + daysLeft[day]
  pages[page + offset.exits + monthAt]++
  pages[page + exitsByReason + month * reasons + reason]++
  exitDay[life] = day
  exitReason[life] = reason
  leavers[space.leaving++] = life
}

function moveEverywhere(space: VariantSpace, life: number, day: number, target: number): void {
  const { occupied, flow, pages, variants, pageLength } = space
  const { months, placements, offset } = space.layouts[0]
  const home = placement[life]
  const monthAt = monthOfDay[day] * placements
  const presence = CHILD + daysLeft[day]
  const homes = variants * placements
  const flows = variants * months * placements + monthAt
  occupied[homes + home]--
  occupied[homes + target]++
  flow[flows + home] -= presence
  flow[flows + target] += presence
  pages[variants * pageLength + offset.moves + monthAt + target]++
  placement[life] = target
  placedDay[life] = day
  moves[life]++
}

/** Serves those who ask for a place on a day, and those who come back or enter now and not before, by their numbers. */
function serve(space: VariantSpace, day: number): void {
  let { length } = asking
  for (let life = space.base.returnHead[day]; life !== NOBODY; life = next[life]) askingLives[length++] = life
  sortByNumber(length)
  for (let at = 0; at < length; at++) {
    const life = askingLives[at]
    if (exitDay[life] === IN_CARE) settle(space, life, day, wanted[life], 'move')
    else {
      const arrival = isDelayed[life] === 1 ? 'delayed' : 'return'
      isDelayed[life] = 0
      settle(space, life, day, placement[life], arrival)
    }
    scheduleLife(space, life, day)
  }
  asking.length = 0
}

/** Sorts so many of those who ask by insertion: on most days they are one or two. */
function sortByNumber(length: number): void {
  for (let end = 1; end < length; end++) {
    const life = askingLives[end]
    let at = end
    for (; at > 0 && number[askingLives[at - 1]] > number[life]; at--) askingLives[at] = askingLives[at - 1]
    askingLives[at] = life
  }
}

/** Admits an entrant, down the overflow list of the wanted placement. Where it lives as foreseen, it is scheduled as foreseen. */
function admit(space: VariantSpace, life: number, day: number): void {
  const { occupied, flow, pages, limit, variants, pageLength } = space
  const { months, placements, offset } = space.layouts[0]
  const home = placement[life]
  if (variantsOf[life] === space.everywhere && limit[home] === NO_LIMIT) {
    const monthAt = monthOfDay[day] * placements + home
    occupied[variants * placements + home]++
    flow[variants * months * placements + monthAt] += CHILD + daysLeft[day]
    pages[variants * pageLength + offset.entries + monthAt]++
  } else settle(space, life, day, home, 'entry')
  if (placement[life] !== home) scheduleLife(space, life, day)
  else if (fate[life] !== NOTHING) putIntoCalendar(life)
}
