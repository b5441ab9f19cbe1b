// The hot path: one run of one variant, from the opening stock to the last day, as one row of whole numbers.
// plain.ts says the same slowly and obviously; a test holds that both agree to the last number. No allocation in here.
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import { eventsPerHazard } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { Purpose, parityWord, type RunKeys } from './addresses.ts'
import { beginAfterCare, followLeavers, writeAfterCare } from './after-care.ts'
import { drawCarers, openPlaces } from './carers.ts'
import { payEndedSpells, writeChildPrices } from './child-prices.ts'
import { drawCohort, NEVER_ENTERS } from './cohort.ts'
import { drawConditions } from './conditions.ts'
import { exponential } from './exponential.ts'
import type { RowLayout } from './run-row.ts'
import { STILL_IN_CARE, STOCK, type Workspace } from './workspace.ts'
import { setPrices, writePlaces, writePrices, writeStocks } from './write-row.ts'

const PER_WORD = 2 ** -32

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
  const { placementStride, ageBand, ageOffset, careOffset, stayOffset, cumulative, exitHazard, moveHazard } =
    model.cells
  const { list, listLength } = model.places
  const { turns18, entryDay, placedDay, placement, exitDay, exitReason, moves, mark, bound, meanWait } = space
  const { leavers, returnHead, reentries, repeatedStarts } = space
  const { next, head, occupied, flow, monthOfDay, daysLeft, limit, exitFactor } = space
  const hasCarers = model.carers.length > 0
  const hasSpread = model.axes.spreadPlacements.length > 0
  const { spellChild, spellHome, spellFrom, pricedByChild } = space
  const outcomes = model.cells.outcomes | 0
  const reasons = EXIT_REASONS.length
  const openingChildren = model.openingStock.placement.length
  const placements = occupied.length
  const entriesAt = rowStart + layout.offset.entries
  const exitsAt = rowStart + layout.offset.exits
  const movesAt = rowStart + layout.offset.moves
  const overAt = rowStart + layout.offset.over_places
  const k0 = chance.first | 0
  const k1 = chance.second | 0
  const k2 = parityWord(k0, k1) | 0
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  head.fill(-1)
  occupied.fill(0)
  limit.set(model.places.limit)
  flow.fill(0)
  let entrant = 0

  for (let day = 0; day <= days; day++) {
    const month = monthOfDay[day]
    const monthAt = (month * placements) | 0
    const reasonsAt = (rowStart + layout.exitsByReason + month * layout.reasons) | 0
    const year = yearOfMonth[month]
    const exitShock = exitFactor[day]
    const presence = STOCK + daysLeft[day]
    if (hasCarers) openPlaces(model.carers, space, day)
    let child = head[day]
    let returning = hasAfterCare ? returnHead[day] : -1
    let leaving = 0
    let ending = 0
    let following = -1
    for (;;) {
      let cell = 0
      if (child >= 0) {
        // --- A candidate: leaves, moves, or is scheduled again.
        following = next[child]
        const home = placement[child]
        const daysTo18 = (turns18[child] - day) | 0
        if (daysTo18 <= 0) {
          occupied[home]--
          flow[monthAt + home] -= presence
          rows[exitsAt + monthAt + home]++
          rows[reasonsAt + reasons]++
          exitDay[child] = day
          exitReason[child] = reasons
          leavers[leaving++] = child
          child = following
          continue
        }
        const clocks = (ageOffset[daysTo18] + careOffset[day - entryDay[child]]) | 0
        cell = (home * placementStride + clocks + stayOffset[day - placedDay[child]]) | 0
        const shockedExits = exitHazard[cell] * exitShock
        const hazard = shockedExits + moveHazard[cell]
        // The probability is less than the hazard: most candidates need no more than the comparison with that.
        const events = mark[child] < hazard ? eventsPerHazard(hazard) : 0
        if (mark[child] < hazard * events) {
          const first = (cell * outcomes) | 0
          const isExit = mark[child] < shockedExits * events
          let outcome = isExit ? first : (first + reasons) | 0
          const left = isExit
            ? mark[child] / (events * exitShock)
            : mark[child] / events - shockedExits + exitHazard[cell]
          const lastOutcome = first + outcomes - 1
          while (outcome < lastOutcome && left >= cumulative[outcome]) outcome = (outcome + 1) | 0
          outcome = (outcome - first) | 0
          if (outcome < reasons) {
            occupied[home]--
            flow[monthAt + home] -= presence
            rows[exitsAt + monthAt + home]++
            rows[reasonsAt + outcome]++
            exitDay[child] = day
            exitReason[child] = outcome
            leavers[leaving++] = child
            child = following
            continue
          }
          // Down the overflow list of the wanted placement; who meets its own placement on the way stays there.
          const wanted = (outcome - reasons) | 0
          let target = wanted
          let at = ((ageBand[daysTo18] * placements + wanted) * listLength) | 0
          while (target >= 0 && target !== home && occupied[target] >= limit[target]) target = list[++at]
          if (target !== wanted) rows[overAt + monthAt + wanted]++
          if (target >= 0 && (target !== home || wanted === home)) {
            if (hasSpread && pricedByChild[home] === 1) {
              spellChild[ending] = child
              spellHome[ending] = home
              spellFrom[ending++] = placedDay[child]
            }
            occupied[home]--
            flow[monthAt + home] -= presence
            occupied[target]++
            flow[monthAt + target] += presence
            rows[movesAt + monthAt + target]++
            placement[child] = target
            placedDay[child] = day
            moves[child]++
            cell = (target * placementStride + clocks + stayOffset[0]) | 0
          }
        }
      } else if (entrant < openingChildren) {
        // --- Day 0: the opening stock, which no limit moves.
        child = entrant++
        const home = placement[child]
        occupied[home]++
        flow[home] += presence
        cell = (home * placementStride + ageOffset[turns18[child]] + careOffset[-entryDay[child]]) | 0
        cell = (cell + stayOffset[-placedDay[child]]) | 0
      } else if (returning >= 0) {
        // --- A child who comes back, placed as an entrant is.
        child = returning
        returning = next[child]
        const wanted = placement[child]
        const daysTo18 = (turns18[child] - day) | 0
        let home = wanted
        let at = ((ageBand[daysTo18] * placements + wanted) * listLength) | 0
        while (occupied[home] >= limit[home]) home = list[++at]
        if (home !== wanted) rows[overAt + monthAt + wanted]++
        occupied[home]++
        flow[monthAt + home] += presence
        rows[entriesAt + monthAt + home]++
        reentries[year]++
        const before = entryDay[child]
        if (before > 0 && yearOfMonth[monthOfDay[before]] === year) repeatedStarts[year]++
        entryDay[child] = day
        placedDay[child] = day
        exitDay[child] = STILL_IN_CARE
        placement[child] = home
        moves[child]++
        cell = (home * placementStride + ageOffset[daysTo18] + careOffset[0] + stayOffset[0]) | 0
      } else if (entryDay[entrant] === day) {
        // --- An entrant, down the overflow list of the wanted placement.
        const wanted = placement[entrant]
        if (wanted === NEVER_ENTERS) {
          entrant++
          continue
        }
        child = entrant++
        let home = wanted
        let at = ((ageBand[turns18[child] - day] * placements + wanted) * listLength) | 0
        while (occupied[home] >= limit[home]) home = list[++at]
        if (home !== wanted) rows[overAt + monthAt + wanted]++
        occupied[home]++
        flow[monthAt + home] += presence
        rows[entriesAt + monthAt + home]++
        placement[child] = home
        cell = (home * placementStride + ageOffset[turns18[child] - day] + careOffset[0] + stayOffset[0]) | 0
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
      mark[child] = (y >>> 0) * PER_WORD * bound[cell]
      const wait = (exponential(x) * meanWait[cell] + 1) | 0
      const due = Math.min(day + wait, turns18[child], days + 1) | 0
      next[child] = head[due]
      head[due] = child
      child = following
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
