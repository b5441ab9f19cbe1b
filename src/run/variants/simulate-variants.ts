// One run of the baseline and a few packages in one pass, as a row of whole numbers for each. The baseline's is that of
// simulateRun to the last number, whatever packages there are; plain.ts says slowly what a package's is. Children live once
// for all variants until something differs (see variant-space.ts), so that a package costs what it changes.
import { DAYS_TO_18 } from '../../domain/age-band.ts'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { hazardPerEvent } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { Programme } from '../../model/programme.ts'
import { Purpose, type RunKeys } from '../addresses.ts'
import { beginAfterCare } from '../after-care.ts'
import { drawCarers } from '../carers.ts'
import { drawCohort, NEVER_ENTERS } from '../cohort.ts'
import { drawConditions } from '../conditions.ts'
import { exponential } from '../exponential.ts'
import { FATE_BITS, Fate, fateOf, NO_LINK, reasonOf, smaller } from '../fate.ts'
import { HOME_BITS, STOCK } from '../workspace.ts'
import { leaveCare } from './books.ts'
import { actOn, beginDailyEffects, endDailyEffects } from './daily-effects.ts'
import { beginExtraEntries, extraEntriesOn } from './extra-entries.ts'
import { cellOf, scheduleLife, splitLife } from './lives.ts'
import { beginPreventions, prevent } from './preventions.ts'
import { refusedIn } from './refusals.ts'
import { settle } from './settle.ts'
import { beginAfterCareEffects, followLives } from './variant-after-care.ts'
import { beginPlaces, openPlacesOn } from './variant-places.ts'
import { beginPrices, type RowPlace, writePages } from './variant-rows.ts'
import { actingOf, beginLives, beginVariants, type VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32
const { stays: STAYS, leaves: LEAVES, turns18: TURNS_18 } = Fate
const FATE = (1 << FATE_BITS) - 1
const LINK_BITS = FATE_BITS | 0
const HOME = (1 << HOME_BITS) - 1
const CELL_FROM = HOME_BITS | 0
const TURNED_18 = EXIT_REASONS.length | 0
/** Stands for the reason of who does not leave. */
const STAYS_IN_CARE = -1

/** Every package begins with the places of the baseline. */
function setLimits({ places }: Model, { limit, variants }: VariantSpace): void {
  for (let variant = 0; variant < variants; variant++) limit.set(places.limit, variant * places.limit.length)
}

/** Simulates one run of all variants and writes their rows, the baseline's first. */
export function simulateVariants(
  model: Model,
  programme: Programme,
  space: VariantSpace,
  keys: RunKeys,
  places: RowPlace[],
): void {
  const { base } = space
  const { chance } = keys
  const { days } = model.axes
  const hasAfterCare = model.axes.hasReentry || model.axes.payments.length > 0
  drawConditions(model, base, keys.shocks)
  beginVariants(model, programme, space, keys)
  beginAfterCare(model, base, chance)
  drawCohort(model, base, chance)
  beginLives(space)
  beginPrices(model, space)
  drawCarers(model, base, chance)
  setLimits(model, space)
  const ownPlaces = beginPlaces(model, space)
  const preventions = beginPreventions(model, space)
  const daily = beginDailyEffects(model, space)
  const refusing = actingOf(space, 'fewer')
  const arrivals = beginExtraEntries(space)
  const afterCare = beginAfterCareEffects(space)

  const { offsets, offsetsAt, hazards, hazardsAt } = model.cells
  const { whole, wholeAt, real, realAt, monthOfDay, daysLeft, pricedByChild, returnHead } = base
  const { occupied, limit, flow, pages, everywhere, calendar } = space
  // Where the parts of these arrays begin, as in simulate-run.ts.
  const head = wholeAt.head | 0
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
  const variantsOf = wholeAt.variantsOf | 0
  const number = wholeAt.number | 0
  const due = wholeAt.due | 0
  const isDelayed = wholeAt.isDelayed | 0
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
  const placementStride = model.cells.placementStride | 0
  const outcomes = model.cells.outcomes | 0
  const openingChildren = model.openingStock.placement.length | 0
  const behindHorizon = (days + 1) | 0
  const hasStays = offsets[stayOffset + DAYS_TO_18] > 0
  const k0 = space.chanceKeys.k0 | 0
  const k1 = space.chanceKeys.k1 | 0
  const k2 = space.chanceKeys.k2 | 0
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  const { months, offset, exitsByReason } = space.layouts[0]
  const placements = space.layouts[0].placements | 0
  const lastPlacement = (placements - 1) | 0
  // Where what happens everywhere is written, see VariantSpace.
  const commonHomes = (space.variants * placements) | 0
  const commonFlow = (space.variants * months * placements) | 0
  const commonPage = (space.variants * space.pageLength) | 0
  const entriesAt = (commonPage + offset.entries) | 0
  const exitsAt = (commonPage + offset.exits) | 0
  const movesAt = (commonPage + offset.moves) | 0
  base.head.fill(NO_LINK)
  let entrant = 0

  for (let day = 0; day <= days; day = (day + 1) | 0) {
    space.leaving = 0
    openPlacesOn(model, space, ownPlaces, day)
    if (day === calendar.nextDay) actOn(model, space, daily, day)
    const exitShock = real[(exitFactor + day) | 0]
    const presence = STOCK + daysLeft[day]
    const month = monthOfDay[day]
    const monthAt = Math.imul(month, placements)
    const flowAt = (commonFlow + monthAt) | 0
    const reasonsAt = (commonPage + exitsByReason + month * (TURNED_18 + 1)) | 0
    let link = whole[(head + day) | 0]
    let returning = returnHead[day]
    for (;;) {
      let life = -1
      let cell = 0
      let home = 0
      if (link >= 0) {
        // --- A candidate: leaves, moves, or is scheduled again.
        life = link >> LINK_BITS
        const fate = link & FATE
        link = whole[(next + life) | 0]
        const placed = whole[(cellThen + life) | 0]
        home = placed & HOME
        cell = placed >> CELL_FROM
        if (fate !== STAYS) {
          // Most of what happens is the same in all variants and is written once, here; the rest in books.ts and settle.ts.
          let isShared = whole[(variantsOf + life) | 0] === everywhere && pricedByChild[home] === 0
          let reason = TURNED_18
          let wanted = -1
          if (fate !== TURNS_18) {
            const first = (cumulative + Math.imul(cell, outcomes)) | 0
            const exits = hazards[(exitHazard + cell) | 0]
            let outcome = 0
            if (fate === LEAVES) outcome = reasonOf(hazards, first, real[(mark + life) | 0] / exitShock)
            else {
              const left = real[(mark + life) | 0] - exits * exitShock + exits
              const firstMove = (first + TURNED_18) | 0
              for (let at = firstMove; at < firstMove + lastPlacement; at = (at + 1) | 0)
                wanted = (wanted + Number(left >= hazards[at])) | 0
              wanted = (wanted + 1) | 0
              outcome = (wanted + TURNED_18) | 0
            }
            reason = outcome
            if (refusing.length > 0) {
              const refused = refusedIn(model, space, refusing, life, day, outcome)
              if (refused === whole[(variantsOf + life) | 0]) {
                reason = STAYS_IN_CARE
                wanted = -1
              } else if (refused !== 0) {
                scheduleLife(model, space, splitLife(space, life, refused), day)
                isShared = false
              }
            }
          }
          if (wanted >= 0) {
            if (isShared && limit[wanted] === UNLIMITED) {
              occupied[(commonHomes + home) | 0]--
              flow[(flowAt + home) | 0] -= presence
              occupied[(commonHomes + wanted) | 0]++
              flow[(flowAt + wanted) | 0] += presence
              pages[(movesAt + monthAt + wanted) | 0]++
              whole[(placement + life) | 0] = wanted
              whole[(placedDay + life) | 0] = day
              whole[(moves + life) | 0]++
            } else settle(model, space, life, day, wanted, 'move')
            home = whole[(placement + life) | 0]
            cell = cellOf(model, space, life, day)
          } else if (reason !== STAYS_IN_CARE) {
            if (isShared) {
              occupied[(commonHomes + home) | 0]--
              flow[(flowAt + home) | 0] -= presence
              pages[(exitsAt + monthAt + home) | 0]++
              pages[(reasonsAt + reason) | 0]++
              whole[(exitDay + life) | 0] = day
              whole[(exitReason + life) | 0] = reason
              whole[(leavers + space.leaving++) | 0] = life
            } else leaveCare(model, space, life, day, reason)
            continue
          }
        }
      } else if (entrant < openingChildren) {
        // --- Day 0: the opening stock, which no limit moves.
        life = entrant
        entrant = (entrant + 1) | 0
        home = whole[(placement + life) | 0]
        occupied[(commonHomes + home) | 0]++
        flow[(commonFlow + home) | 0] += presence
        cell = cellOf(model, space, life, 0)
      } else if (returning >= 0) {
        // --- A child who comes back, or enters now and not before, placed as an entrant is.
        life = returning
        returning = whole[(next + life) | 0]
        const arrival = whole[(isDelayed + life) | 0] === 1 ? 'delayed' : 'return'
        whole[(isDelayed + life) | 0] = 0
        settle(model, space, life, day, whole[(placement + life) | 0], arrival)
        home = whole[(placement + life) | 0]
        cell = cellOf(model, space, life, day)
      } else if (whole[(entryDay + entrant) | 0] === day) {
        // --- An entrant, down the overflow list of the wanted placement.
        life = entrant
        entrant = (entrant + 1) | 0
        home = whole[(placement + life) | 0]
        if (home === NEVER_ENTERS) continue
        if (preventions) prevent(model, space, preventions, life, day)
        if (whole[(variantsOf + life) | 0] === everywhere && limit[home] === UNLIMITED) {
          occupied[(commonHomes + home) | 0]++
          flow[(flowAt + home) | 0] += presence
          pages[(entriesAt + monthAt + home) | 0]++
        } else {
          settle(model, space, life, day, home, 'entry')
          home = whole[(placement + life) | 0]
        }
        cell =
          (Math.imul(home, placementStride) + offsets[(ageOffset + whole[(turns18 + life) | 0] - day) | 0]) |
          0
        cell = (cell + offsets[careOffset] + offsets[stayOffset]) | 0
      } else break

      // --- The next candidate day, and the mark that decides what happens then: as in simulate-run.ts.
      let x = (whole[(number + life) | 0] + k0) | 0
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
      const wait = (exponential(x) * real[(meanWait + cell) | 0] + 1) | 0
      const eighteen = whole[(turns18 + life) | 0]
      const dueDay = smaller((day + wait) | 0, smaller(eighteen, behindHorizon))
      // --- What will happen then, as its cell on that day has it.
      let then = (Math.imul(home, placementStride) + offsets[(ageOffset + eighteen - dueDay) | 0]) | 0
      then = (then + offsets[(careOffset + dueDay - whole[(entryDay + life) | 0]) | 0]) | 0
      if (hasStays) then = (then + offsets[(stayOffset + dueDay - whole[(placedDay + life) | 0]) | 0]) | 0
      const exitsThen = hazards[(exitHazard + then) | 0] * real[(exitFactor + dueDay) | 0]
      const hazardThen = exitsThen + hazards[(moveHazard + then) | 0]
      const itsMark = (y >>> 0) * PER_WORD * real[(bound + cell) | 0] * hazardPerEvent(hazardThen)
      const fate = fateOf(itsMark, exitsThen, hazardThen, dueDay === eighteen)
      whole[(cellThen + life) | 0] = (then << CELL_FROM) | home
      real[(mark + life) | 0] = itsMark
      whole[(due + life) | 0] = dueDay
      whole[(next + life) | 0] = whole[(head + dueDay) | 0]
      whole[(head + dueDay) | 0] = (life << LINK_BITS) | fate
    }
    for (const more of arrivals) if (day > 0) extraEntriesOn(model, space, more, day)
    if (hasAfterCare && space.leaving > 0) followLives(model, space, afterCare, day)
  }
  endDailyEffects(model, space, daily)
  writePages(model, space, ownPlaces, places)
}
