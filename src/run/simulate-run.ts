// The hot path: one run of one variant, from the opening stock to the last day, as one row of whole numbers.
// plain.ts says the same slowly and obviously, day by day; a test holds that both agree to the last number.
// Here each life is followed as far ahead as it does not depend on others: until it asks for a place of which there are few.
// Only those who ask are served day by day. No allocation in the loops.
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Model } from '../model/compile-model.ts'
import type { Key, RunKeys } from './addresses.ts'
import { beginAfterCare, followLeavers, writeAfterCare } from './after-care.ts'
import { CHUNK, candidateDay, drawWaitsOfAsking, followOn, takeToCandidateDays } from './candidate-days.ts'
import { drawCarers, openPlaces } from './carers.ts'
import { payEndedSpells, payLeavers, paySpell, priceWord, writeChildPrices } from './child-prices.ts'
import { drawCohort } from './cohort.ts'
import { drawConditions } from './conditions.ts'
import { placesOfModel, writeFixedDays } from './fixed-days.ts'
import { memory } from './memory.ts'
import { destinationOf, reasonOf } from './outcome.ts'
import { NOWHERE, STOCK, takeMemory, type Workspace } from './workspace.ts'
import { setPrices, writePlaces, writePrices, writeStocks } from './write-row.ts'

// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed.
const { turns18, entryDay, placedDay, placement, due, cell, mark, wanted, next } = memory
const { exitDay, exitReason, moves, spellChild, spellHome, spellFrom, spellEnd } = memory
const { ageBand, careBand, stayBand, exitHazard, exitFactor, monthOfDay, daysLeft } = memory
const { cumulative, counts, head, flow, occupied, limit, freed, column } = memory
const { following, leaving, moving, arriving, asking } = memory
const { lives: followingLives } = following
const { lives: leavingLives } = leaving
const { lives: movingLives } = moving
const { lives: arrivingLives } = arriving
const { lives: askingLives } = asking
const reasonAt = reasonOf
const destinationAt = destinationOf
const CHILD = STOCK
const NO_PLACE = NOWHERE
const TURNED_18 = EXIT_REASONS.length | 0
const NOBODY = -1

/**
 * Simulates one run of the workspace's model and writes its row (see run-row.ts) at `rowStart` of `rows`.
 *
 * Days run from 1 to axes.days. On each day the places come free of those who leave or move to where nobody has to ask; then
 * those who ask for a place are served in the order of their numbers. A child is counted in a placement on every day at whose
 * close it is there.
 */
export function simulateRun(space: Workspace, keys: RunKeys, rows: Int32Array, rowStart: number): void {
  const { model, layout } = space
  const { chance } = keys
  const { days, hasReentry, spreadPlacements, fixedPlacements } = model.axes
  const hasAfterCare = hasReentry || layout.payments > 0
  takeMemory(space)
  drawConditions(space, keys)
  if (hasAfterCare) beginAfterCare(space, chance)
  drawCohort(space, chance)
  setPrices(model, space.priceShocks, space.runPence)
  space.spreadCost.fill(0)
  drawCarers(space, chance)
  counts.fill(0, 0, layout.length)
  flow.fill(0, 0, layout.months * layout.placements)
  if (space.limited.length > 0) {
    head.fill(NOBODY, 0, days + 2)
    freed.fill(0, 0, space.unlimitedColumn + days + 2)
    limit.set(model.places.limit)
  }

  admitOpeningStock(model)
  expectEntrants(space)
  follow(space, chance)
  if (space.limited.length > 0) servePlaces(space, chance)

  rows.set(counts.subarray(0, layout.length), rowStart)
  writeStocks(model, flow, layout, rows, rowStart)
  writePrices(model, space.runPence, layout, rows, rowStart)
  if (fixedPlacements.length > 0)
    writeFixedDays(model.axes, placesOfModel(model, space.usablePlaces), layout, rows, rowStart)
  if (spreadPlacements.length > 0) writeChildPrices(space, chance, rows, rowStart)
  if (hasAfterCare) writeAfterCare(space, rows, rowStart)
  if (model.carers.length > 0) writePlaces(model, space.usablePlaces, layout, rows, rowStart)
}

/** Day 0: the opening stock, which no limit moves. */
function admitOpeningStock({ axes, cells, openingStock }: Model): void {
  const { placementStride, ageStride, careStride } = cells
  const presence = CHILD + daysLeft[0]
  const children = openingStock.placement.length
  occupied.fill(0, 0, axes.placements.length)
  for (let child = 0; child < children; child++) {
    const home = placement[child]
    due[child] = 0
    occupied[home]++
    flow[home] += presence
    let first = Math.imul(home, placementStride) + Math.imul(ageBand[turns18[child]], ageStride)
    first = (first + Math.imul(careBand[-entryDay[child]], careStride)) | 0
    cell[child] = (first + stayBand[-placedDay[child]]) | 0
    followingLives[child] = child
  }
  following.length = children
}

function expectEntrants({ model: { openingStock }, cohort }: Workspace): void {
  const first = openingStock.placement.length
  for (let child = first; child < cohort; child++) arrivingLives[child - first] = child
  arriving.length = cohort - first
}

/** Follows all lives until they have left, ask for a place or pass the horizon. */
function follow(space: Workspace, chance: Key): void {
  const { model, layout } = space
  const hasSpread = model.axes.spreadPlacements.length > 0
  const hasAfterCare = model.axes.hasReentry || layout.payments > 0
  for (;;) {
    for (let from = 0; from < leaving.length; from += CHUNK)
      bookLeavers(space, from, Math.min(leaving.length, from + CHUNK))
    if (hasSpread) payLeavers(space, chance)
    if (hasAfterCare) followLeavers(space, chance)
    leaving.length = 0
    for (let from = 0; from < moving.length; from += CHUNK) {
      const spells = bookMoves(space, from, Math.min(moving.length, from + CHUNK))
      if (hasSpread) payEndedSpells(space, chance, spells)
    }
    moving.length = 0
    for (let from = 0; from < arriving.length; from += CHUNK)
      bookArrivals(space, from, Math.min(arriving.length, from + CHUNK))
    arriving.length = 0
    if (asking.length > 0) {
      drawWaitsOfAsking(chance)
      listByDay()
    }
    if (following.length === 0) return
    followOn(model, chance)
  }
}

/** Writes down those who leave. */
function bookLeavers({ model: { cells }, layout }: Workspace, from: number, to: number): void {
  const outcomes = cells.outcomes | 0
  const exitsAt = layout.offset.exits | 0
  const reasonsAt = layout.exitsByReason | 0
  const placements = layout.placements | 0
  const reasons = layout.reasons | 0
  for (let at = from; at < to; at = (at + 1) | 0) {
    const child = leavingLives[at]
    const day = due[child]
    const home = placement[child]
    const month = monthOfDay[day]
    const drawn = reasonAt(cumulative, Math.imul(cell[child], outcomes), mark[child] / exitFactor[day])
    const is18 = Number(turns18[child] === day) | 0
    const reason = (drawn + Math.imul(TURNED_18 - drawn, is18)) | 0
    const monthAt = (Math.imul(month, placements) + home) | 0
    flow[monthAt] -= CHILD + daysLeft[day]
    counts[(exitsAt + monthAt) | 0]++
    counts[(reasonsAt + Math.imul(month, reasons) + reason) | 0]++
    exitDay[child] = day
    exitReason[child] = reason
    freed[(column[home] + day) | 0]++
  }
}

/** Writes down those who move, but for those who have to ask; returns how many spells ended of children who differ in price. */
function bookMoves(
  { model: { cells }, layout, unlimitedColumn, pricedByChild }: Workspace,
  first: number,
  to: number,
): number {
  const outcomes = cells.outcomes | 0
  const placementStride = cells.placementStride | 0
  const movesAt = layout.offset.moves | 0
  const placements = layout.placements | 0
  const unlimited = unlimitedColumn | 0
  let followed = following.length | 0
  let asked = asking.length | 0
  let spells = 0
  for (let at = first; at < to; at = (at + 1) | 0) {
    const child = movingLives[at]
    const day = due[child]
    const home = placement[child]
    const now = cell[child]
    const exits = exitHazard[now]
    const left = mark[child] - exits * exitFactor[day] + exits
    const target = destinationAt(cumulative, Math.imul(now, outcomes), left, placements)
    if (target !== home && column[target] !== unlimited) {
      wanted[child] = target
      askingLives[asked] = child
      asked = (asked + 1) | 0
      continue
    }
    const presence = CHILD + daysLeft[day]
    const monthAt = Math.imul(monthOfDay[day], placements)
    const from = placedDay[child]
    if (pricedByChild[home] === 1) {
      spellChild[spells] = child
      spellHome[spells] = home
      spellFrom[spells] = from
      spellEnd[spells++] = day
    }
    flow[(monthAt + home) | 0] -= presence
    flow[(monthAt + target) | 0] += presence
    counts[(movesAt + monthAt + target) | 0]++
    // Who moves within a limited placement takes the place that it gives up.
    freed[((target === home ? unlimited : column[home]) + day) | 0]++
    cell[child] = (now + Math.imul(target - home, placementStride) - stayBand[(day - from) | 0]) | 0
    placement[child] = target
    placedDay[child] = day
    moves[child]++
    followingLives[followed] = child
    followed = (followed + 1) | 0
  }
  following.length = followed
  asking.length = asked
  return spells
}

/** Writes down those who enter or come back, but for those who have to ask. */
function bookArrivals(
  { model: { cells }, layout, unlimitedColumn }: Workspace,
  from: number,
  to: number,
): void {
  const placementStride = cells.placementStride | 0
  const ageStride = cells.ageStride | 0
  const entriesAt = layout.offset.entries | 0
  const placements = layout.placements | 0
  const unlimited = unlimitedColumn | 0
  let followed = following.length | 0
  let asked = asking.length | 0
  for (let at = from; at < to; at = (at + 1) | 0) {
    const child = arrivingLives[at]
    const day = entryDay[child]
    const home = placement[child]
    due[child] = day
    if (column[home] !== unlimited) {
      wanted[child] = home
      placement[child] = NO_PLACE
      askingLives[asked] = child
      asked = (asked + 1) | 0
      continue
    }
    const monthAt = (Math.imul(monthOfDay[day], placements) + home) | 0
    flow[monthAt] += CHILD + daysLeft[day]
    counts[(entriesAt + monthAt) | 0]++
    placedDay[child] = day
    cell[child] =
      (Math.imul(home, placementStride) + Math.imul(ageBand[(turns18[child] - day) | 0], ageStride)) | 0
    followingLives[followed] = child
    followed = (followed + 1) | 0
  }
  following.length = followed
  asking.length = asked
}

/** Puts those who ask for a place into the list of their day. */
function listByDay(): void {
  const { length } = asking
  for (let at = 0; at < length; at++) {
    const child = askingLives[at]
    const day = due[child]
    next[child] = head[day]
    head[day] = child
  }
  asking.length = 0
}

/**
 * Serves those who ask for places, day by day. Those who have been given one are followed together, as late as something could
 * next happen to one of them: until then no place comes free that is not known of, and nobody asks who is not in the lists.
 */
function servePlaces(space: Workspace, chance: Key): void {
  const { model } = space
  const behindHorizon = model.axes.days + 1
  let freedUpTo = 0
  let soonest = behindHorizon
  for (let day = nextAsked(1, soonest); ; day = nextAsked(day + 1, soonest)) {
    if (day === soonest) {
      followPlaced(space, chance)
      soonest = behindHorizon
      if (day === behindHorizon) return
    }
    if (head[day] === NOBODY) continue
    if (model.carers.length > 0) openPlaces(model.carers, space, day)
    freePlaces(space, freedUpTo, day)
    freedUpTo = day
    soonest = Math.min(soonest, serve(space, chance, day))
  }
}

/** Returns the next day on which somebody asks, from one on, but at most `last`. */
function nextAsked(from: number, last: number): number {
  let day = from
  while (day < last && head[day] === NOBODY) day = (day + 1) | 0
  return day
}

/** Follows those who have been given places; what they wait for is drawn. */
function followPlaced(space: Workspace, chance: Key): void {
  const { model } = space
  const { length } = following
  following.length = 0
  takeToCandidateDays(model, 0, length)
  follow(space, chance)
}

/** Frees the places of those who left limited placements after one day and up to another. */
function freePlaces({ limited }: Workspace, after: number, day: number): void {
  for (let at = 0; at < limited.length; at++) {
    const home = limited[at]
    const start = column[home]
    let children = 0
    for (let on = start + after + 1; on <= start + day; on++) children += freed[on]
    occupied[home] -= children
  }
}

/** Serves those who ask on a day, and has them followed; returns the first day on which something could happen to one of them. */
function serve(space: Workspace, chance: Key, day: number): number {
  const { model } = space
  const first = following.length
  const behind = callInOrder(day, first)
  let soonest = model.axes.days + 1
  for (let at = first; at < behind; at++) {
    const child = followingLives[at]
    place(space, chance, child, day)
    soonest = Math.min(soonest, candidateDay(model, child), turns18[child])
  }
  following.length = behind
  return soonest
}

/** Puts those who ask on a day into `following`, from an index on, by their numbers; returns the index behind the last. */
function callInOrder(day: number, first: number): number {
  let behind = first
  for (let child = head[day]; child !== NOBODY; child = next[child]) {
    let at = behind++
    for (; at > first && followingLives[at - 1] > child; at--) followingLives[at] = followingLives[at - 1]
    followingLives[at] = child
  }
  return behind
}

/** Places a child down the overflow list of the wanted placement; who meets its own on the way stays there. */
function place(space: Workspace, chance: Key, child: number, day: number): void {
  const { model, layout } = space
  const { cells, places } = model
  const { offset, placements } = layout
  const monthAt = monthOfDay[day] * placements
  const own = placement[child]
  const first = wanted[child]
  let target = first
  if (occupied[target] >= limit[target]) {
    let at = (ageBand[turns18[child] - day] * placements + target) * places.listLength
    while (target >= 0 && target !== own && occupied[target] >= limit[target]) target = places.list[++at]
    counts[offset.over_places + monthAt + first]++
  }
  if (target < 0 && own === NO_PLACE) throw new Error(`child ${child} finds no place on day ${day}`)
  if (target < 0 || target === own) return
  const presence = CHILD + daysLeft[day]
  if (own === NO_PLACE) counts[offset.entries + monthAt + target]++
  else {
    if (space.pricedByChild[own] === 1)
      paySpell(space, priceWord(chance, child), { home: own, from: placedDay[child], end: day })
    counts[offset.moves + monthAt + target]++
    occupied[own]--
    flow[monthAt + own] -= presence
    moves[child]++
  }
  occupied[target]++
  flow[monthAt + target] += presence
  placement[child] = target
  placedDay[child] = day
  cell[child] =
    target * cells.placementStride +
    ageBand[turns18[child] - day] * cells.ageStride +
    careBand[day - entryDay[child]] * cells.careStride
}
