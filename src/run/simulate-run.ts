// The hot path: one run of one variant, from the opening stock to the last day, as one row of whole numbers.
// plain.ts says the same slowly and obviously; a test holds that both agree to the last number. No allocation in here.
import { DAYS_TO_18 } from '../domain/age-band.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import { hazardPerEvent } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { Purpose, parityWord, type RunKeys } from './addresses.ts'
import { beginAfterCare, followLeavers, writeAfterCare } from './after-care.ts'
import { drawCarers, openPlaces } from './carers.ts'
import { payEndedSpells, writeChildPrices } from './child-prices.ts'
import { drawCohort, NEVER_ENTERS } from './cohort.ts'
import { drawConditions } from './conditions.ts'
import { exponential } from './exponential.ts'
import { FATE_BITS, Fate, fateOf, NO_LINK, reasonOf, smaller } from './fate.ts'
import type { RowLayout } from './run-row.ts'
import { HOME_BITS, STILL_IN_CARE, STOCK, type Workspace } from './workspace.ts'
import { setPrices, writePlaces, writePrices, writeStocks } from './write-row.ts'

const PER_WORD = 2 ** -32
// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed, which takes 3 % of a run.
const { moves: MOVES, leaves: LEAVES } = Fate
const exponentialOf = exponential
const least = smaller
const hazardOfEvent = hazardPerEvent
const fateBy = fateOf
const reasonAt = reasonOf
const FATE = (1 << FATE_BITS) - 1
const LINK_BITS = FATE_BITS | 0
const HOME = (1 << HOME_BITS) - 1
const CELL_FROM = HOME_BITS | 0
const TURNED_18 = EXIT_REASONS.length | 0

/**
 * Simulates one run and writes its row (see run-row.ts) at `rowStart` of `rows`, which must hold zeros there.
 *
 * Days run from 1 to axes.days. On each day first those whose candidate day it is, latest scheduled first, then those who
 * come back, likewise, then the entrants in order of arrival. A child is counted in a placement on every day at whose close it is there.
 */
export function simulateRun(
  model: Model,
  space: Workspace,
  layout: RowLayout,
  keys: RunKeys,
  rows: Int32Array,
  rowStart: number,
): void {
  const { chance } = keys
  const hasAfterCare = model.axes.hasReentry || layout.payments > 0
  drawConditions(model, space, keys.shocks)
  if (hasAfterCare) beginAfterCare(model, space, chance)
  drawCohort(model, space, chance)
  setPrices(model, space.priceShocks, space.runPence)
  space.spreadCost.fill(0)
  drawCarers(model, space, chance)
  const { days, yearOfMonth } = model.axes
  const { ageBand, offsets, offsetsAt, hazards, hazardsAt } = model.cells
  const { list, listLength } = model.places
  const { whole, wholeAt, real, realAt, monthOfDay, daysLeft } = space
  const { returnHead, reentries, repeatedStarts } = space
  const { spellChild, spellHome, spellFrom, pricedByChild } = space
  // Where the parts of these arrays begin. V8 knows whole numbers of 32 bits as such only by their `| 0`.
  const head = wholeAt.head | 0
  const occupied = wholeAt.occupied | 0
  const limit = wholeAt.limit | 0
  const turns18 = wholeAt.turns18 | 0
  const entryDay = wholeAt.entryDay | 0
  const placedDay = wholeAt.placedDay | 0
  const placement = wholeAt.placement | 0
  const cellThen = wholeAt.cellThen | 0
  const next = wholeAt.next | 0
  const exitDay = wholeAt.exitDay | 0
  const exitReason = wholeAt.exitReason | 0
  const moves = wholeAt.moves | 0
  const leavers = wholeAt.leavers | 0
  const flow = realAt.flow | 0
  const exitFactor = realAt.exitFactor | 0
  const bound = realAt.bound | 0
  const meanWait = realAt.meanWait | 0
  const mark = realAt.mark | 0
  const ageOffset = offsetsAt.ageOffset | 0
  const careOffset = offsetsAt.careOffset | 0
  const stayOffset = offsetsAt.stayOffset | 0
  const cumulative = hazardsAt.cumulative | 0
  const exitHazard = hazardsAt.exitHazard | 0
  const moveHazard = hazardsAt.moveHazard | 0
  const entriesAt = (rowStart + layout.offset.entries) | 0
  const exitsAt = (rowStart + layout.offset.exits) | 0
  const movesAt = (rowStart + layout.offset.moves) | 0
  const overAt = (rowStart + layout.offset.over_places) | 0
  const placementStride = model.cells.placementStride | 0
  const outcomes = model.cells.outcomes | 0
  const placements = layout.placements | 0
  const lastPlacement = (layout.placements - 1) | 0
  const openingChildren = model.openingStock.placement.length | 0
  const behindHorizon = (days + 1) | 0
  const hasStays = offsets[stayOffset + DAYS_TO_18] > 0
  const hasCarers = model.carers.length > 0
  const hasSpread = model.axes.spreadPlacements.length > 0
  const k0 = chance.first | 0
  const k1 = chance.second | 0
  const k2 = parityWord(k0, k1) | 0
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  space.head.fill(NO_LINK)
  space.occupied.fill(0)
  space.limit.set(model.places.limit)
  space.flow.fill(0)
  let entrant = 0

  for (let day = 0; day <= days; day = (day + 1) | 0) {
    const month = monthOfDay[day]
    const monthAt = Math.imul(month, placements)
    const flowAt = (flow + monthAt) | 0
    const reasonsAt = (rowStart + layout.exitsByReason + month * layout.reasons) | 0
    const year = yearOfMonth[month]
    const exitShock = real[(exitFactor + day) | 0]
    const presence = STOCK + daysLeft[day]
    if (hasCarers) openPlaces(model.carers, space, day)
    let link = whole[(head + day) | 0]
    let child = -1
    let returning = hasAfterCare ? returnHead[day] : -1
    let leaving = 0
    let ending = 0
    for (;;) {
      let cell = 0
      let home = 0
      if (link >= 0) {
        // --- A candidate: leaves, moves, or is scheduled again.
        child = link >> LINK_BITS
        const fate = link & FATE
        link = whole[(next + child) | 0]
        const placed = whole[(cellThen + child) | 0]
        home = placed & HOME
        cell = placed >> CELL_FROM
        if (fate >= LEAVES) {
          let reason = TURNED_18
          if (fate === LEAVES) {
            const first = (cumulative + Math.imul(cell, outcomes)) | 0
            reason = reasonAt(hazards, first, real[(mark + child) | 0] / exitShock)
          }
          whole[(occupied + home) | 0]--
          real[(flowAt + home) | 0] -= presence
          rows[(exitsAt + monthAt + home) | 0]++
          rows[(reasonsAt + reason) | 0]++
          whole[(exitDay + child) | 0] = day
          whole[(exitReason + child) | 0] = reason
          whole[(leavers + leaving) | 0] = child
          leaving = (leaving + 1) | 0
          continue
        }
        if (fate === MOVES) {
          const first = (cumulative + Math.imul(cell, outcomes) + TURNED_18) | 0
          const exits = hazards[(exitHazard + cell) | 0]
          const left = real[(mark + child) | 0] - exits * exitShock + exits
          let wanted = 0
          for (let at = first; at < first + lastPlacement; at = (at + 1) | 0)
            wanted = (wanted + Number(left >= hazards[at])) | 0
          // Down the overflow list of the wanted placement; who meets its own placement on the way stays there.
          let target = wanted
          if (target !== home && whole[(occupied + target) | 0] >= whole[(limit + target) | 0]) {
            let at = ageBand[whole[(turns18 + child) | 0] - day] * placements + wanted
            at = Math.imul(at, listLength)
            while (
              target >= 0 &&
              target !== home &&
              whole[(occupied + target) | 0] >= whole[(limit + target) | 0]
            )
              target = list[++at]
            rows[(overAt + monthAt + wanted) | 0]++
          }
          if (target >= 0 && (target !== home || wanted === home)) {
            if (hasSpread && pricedByChild[home] === 1) {
              spellChild[ending] = child
              spellHome[ending] = home
              spellFrom[ending++] = whole[placedDay + child]
            }
            whole[(occupied + home) | 0]--
            real[(flowAt + home) | 0] -= presence
            whole[(occupied + target) | 0]++
            real[(flowAt + target) | 0] += presence
            rows[(movesAt + monthAt + target) | 0]++
            cell = (cell + Math.imul(target - home, placementStride)) | 0
            if (hasStays)
              cell =
                (cell +
                  offsets[stayOffset] -
                  offsets[(stayOffset + day - whole[(placedDay + child) | 0]) | 0]) |
                0
            home = target
            whole[(placement + child) | 0] = target
            whole[(placedDay + child) | 0] = day
            whole[(moves + child) | 0]++
          }
        }
      } else if (entrant < openingChildren) {
        // --- Day 0: the opening stock, which no limit moves.
        child = entrant
        entrant = (entrant + 1) | 0
        home = whole[(placement + child) | 0]
        whole[(occupied + home) | 0]++
        real[(flow + home) | 0] += presence
        cell =
          (Math.imul(home, placementStride) + offsets[(ageOffset + whole[(turns18 + child) | 0]) | 0]) | 0
        cell = (cell + offsets[(careOffset - whole[(entryDay + child) | 0]) | 0]) | 0
        cell = (cell + offsets[(stayOffset - whole[(placedDay + child) | 0]) | 0]) | 0
      } else if (returning >= 0) {
        // --- A child who comes back, placed as an entrant is.
        child = returning
        returning = whole[(next + child) | 0]
        const wanted = whole[(placement + child) | 0]
        const daysTo18 = (whole[(turns18 + child) | 0] - day) | 0
        home = wanted
        let at = Math.imul(ageBand[daysTo18] * placements + wanted, listLength)
        while (whole[(occupied + home) | 0] >= whole[(limit + home) | 0]) home = list[++at]
        if (home !== wanted) rows[(overAt + monthAt + wanted) | 0]++
        whole[(occupied + home) | 0]++
        real[(flowAt + home) | 0] += presence
        rows[(entriesAt + monthAt + home) | 0]++
        reentries[year]++
        const before = whole[(entryDay + child) | 0]
        if (before > 0 && yearOfMonth[monthOfDay[before]] === year) repeatedStarts[year]++
        whole[(entryDay + child) | 0] = day
        whole[(placedDay + child) | 0] = day
        whole[(exitDay + child) | 0] = STILL_IN_CARE
        whole[(placement + child) | 0] = home
        whole[(moves + child) | 0]++
        cell = (Math.imul(home, placementStride) + offsets[(ageOffset + daysTo18) | 0]) | 0
        cell = (cell + offsets[careOffset] + offsets[stayOffset]) | 0
      } else if (whole[(entryDay + entrant) | 0] === day) {
        // --- An entrant, down the overflow list of the wanted placement.
        const wanted = whole[(placement + entrant) | 0]
        child = entrant
        entrant = (entrant + 1) | 0
        if (wanted === NEVER_ENTERS) continue
        home = wanted
        const daysTo18 = (whole[(turns18 + child) | 0] - day) | 0
        if (whole[(occupied + home) | 0] >= whole[(limit + home) | 0]) {
          let at = Math.imul(ageBand[daysTo18] * placements + wanted, listLength)
          while (whole[(occupied + home) | 0] >= whole[(limit + home) | 0]) home = list[++at]
          rows[(overAt + monthAt + wanted) | 0]++
          whole[(placement + child) | 0] = home
        }
        whole[(occupied + home) | 0]++
        real[(flowAt + home) | 0] += presence
        rows[(entriesAt + monthAt + home) | 0]++
        cell = (Math.imul(home, placementStride) + offsets[(ageOffset + daysTo18) | 0]) | 0
        cell = (cell + offsets[careOffset] + offsets[stayOffset]) | 0
      } else break

      // --- The next candidate day, and the mark that decides what happens then: Threefry-2x32-13 at (child, day),
      // written out as in addresses.ts, because V8 does not inline a function of its size.
      let x = (child + k0) | 0
      let y = ((Purpose.life | day) + k1) | 0
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
      const wait = (exponentialOf(x) * real[(meanWait + cell) | 0] + 1) | 0
      const eighteen = whole[(turns18 + child) | 0]
      const due = least((day + wait) | 0, least(eighteen, behindHorizon))
      // --- What will happen then, as its cell on that day has it.
      let then = (Math.imul(home, placementStride) + offsets[(ageOffset + eighteen - due) | 0]) | 0
      then = (then + offsets[(careOffset + due - whole[(entryDay + child) | 0]) | 0]) | 0
      if (hasStays) then = (then + offsets[(stayOffset + due - whole[(placedDay + child) | 0]) | 0]) | 0
      const exitsThen = hazards[(exitHazard + then) | 0] * real[(exitFactor + due) | 0]
      const hazardThen = exitsThen + hazards[(moveHazard + then) | 0]
      // Uniform below the bound of the present cell as a probability; as a hazard, which those of the outcomes add up to.
      const itsMark = (y >>> 0) * PER_WORD * real[(bound + cell) | 0] * hazardOfEvent(hazardThen)
      const fate = fateBy(itsMark, exitsThen, hazardThen, due === eighteen)
      whole[(cellThen + child) | 0] = (then << CELL_FROM) | home
      real[(mark + child) | 0] = itsMark
      whole[(next + child) | 0] = whole[(head + due) | 0]
      whole[(head + due) | 0] = (child << LINK_BITS) | fate
    }
    if (hasSpread && ending + leaving > 0) payEndedSpells(model, space, chance, { day, ending, leaving })
    if (hasAfterCare && leaving > 0) followLeavers(model, space, chance, day, leaving)
  }
  writeStocks(model, space.flow, layout, rows, rowStart)
  writePrices(model, space.runPence, layout, rows, rowStart)
  if (hasSpread) writeChildPrices(model, space, chance, layout, rows, rowStart)
  if (hasAfterCare) writeAfterCare(model, space, layout, rows, rowStart)
  if (hasCarers) writePlaces(model, space.usablePlaces, layout, rows, rowStart)
}
