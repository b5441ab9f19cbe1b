// One run of the baseline and a few packages in one pass, as a row of whole numbers for each. The baseline's is that of
// simulateRun to the last number, whatever packages there are; plain.ts says slowly what a package's is. Children live once
// for all variants until something differs (see variant-space.ts), so that a package costs what it changes.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { eventsPerHazard } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { Programme } from '../../model/programme.ts'
import { Purpose, type RunKeys } from '../addresses.ts'
import { beginAfterCare } from '../after-care.ts'
import { drawCarers } from '../carers.ts'
import { drawCohort, NEVER_ENTERS } from '../cohort.ts'
import { drawConditions } from '../conditions.ts'
import { exponential } from '../exponential.ts'
import { STOCK } from '../workspace.ts'
import { leaveCare } from './books.ts'
import { beginExtraEntries, extraEntriesOn } from './extra-entries.ts'
import { beginExtraEvents, extraEventsOn } from './extra-events.ts'
import { scheduleLife, splitLife } from './lives.ts'
import { beginPreventions, prevent } from './preventions.ts'
import { refusedIn } from './refusals.ts'
import { beginReviews, endReview, reviewOn } from './reviews.ts'
import { settle } from './settle.ts'
import { beginAfterCareEffects, followLives } from './variant-after-care.ts'
import { beginPlaces, openPlacesOn } from './variant-places.ts'
import { beginPrices, type RowPlace, writePages } from './variant-rows.ts'
import { actingOf, beginLives, beginVariants, type VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32
/** Stands for the reason of who does not leave. */
const STAYS = -1

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
  const daily = [...beginExtraEvents(model, space), ...beginReviews(space)].sort(
    (one, other) => one.order - other.order,
  )
  const refusing = actingOf(space, 'fewer')
  const arrivals = beginExtraEntries(space)
  const afterCare = beginAfterCareEffects(space)

  const { ageOffset, careOffset, stayOffset, placementStride, cumulative, exitHazard, moveHazard } =
    model.cells
  const {
    turns18,
    entryDay,
    placedDay,
    placement,
    mark,
    bound,
    meanWait,
    next,
    head,
    returnHead,
    exitFactor,
  } = base
  const { variantsOf, number, due, isDelayed, everywhere } = space
  const outcomes = model.cells.outcomes | 0
  const reasons = EXIT_REASONS.length
  const openingChildren = model.openingStock.placement.length
  const { k0, k1, k2 } = space.chanceKeys
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  const { occupied, limit, flow, pages } = space
  const { pricedByChild, monthOfDay, daysLeft, moves, exitDay, exitReason, leavers } = base
  const { placements, months, offset, exitsByReason } = space.layouts[0]
  // Where what happens everywhere is written, see VariantSpace.
  const commonHomes = space.variants * placements
  const commonFlow = space.variants * months * placements
  const commonPage = space.variants * space.pageLength
  const entriesAt = commonPage + offset.entries
  const exitsAt = commonPage + offset.exits
  const movesAt = commonPage + offset.moves
  head.fill(-1)
  let entrant = 0

  for (let day = 0; day <= days; day++) {
    space.leaving = 0
    openPlacesOn(model, space, ownPlaces, day)
    if (day > 0)
      for (const effect of daily) {
        if (effect.isReview) reviewOn(model, space, effect, day, entrant)
        else extraEventsOn(model, space, effect, day, entrant)
      }
    const exitShock = exitFactor[day]
    const presence = STOCK + daysLeft[day]
    const month = monthOfDay[day]
    const monthAt = (month * placements) | 0
    const reasonsAt = (commonPage + exitsByReason + month * (reasons + 1)) | 0
    let life = head[day]
    let returning = returnHead[day]
    let following = -1
    for (;;) {
      let cell = 0
      if (life >= 0) {
        // --- A candidate: leaves, moves, or is scheduled again.
        following = next[life]
        const home = placement[life]
        const daysTo18 = (turns18[life] - day) | 0
        // Most of what happens is the same in all variants and is written once, here; the rest in books.ts and settle.ts.
        let isShared = variantsOf[life] === everywhere && pricedByChild[home] === 0
        let reason = daysTo18 <= 0 ? reasons : STAYS
        if (reason === STAYS) {
          const clocks = (ageOffset[daysTo18] + careOffset[day - entryDay[life]]) | 0
          cell = (home * placementStride + clocks + stayOffset[day - placedDay[life]]) | 0
          const shockedExits = exitHazard[cell] * exitShock
          const hazard = shockedExits + moveHazard[cell]
          const events = mark[life] < hazard ? eventsPerHazard(hazard) : 0
          if (mark[life] < hazard * events) {
            const first = (cell * outcomes) | 0
            const isExit = mark[life] < shockedExits * events
            let outcome = isExit ? first : (first + reasons) | 0
            const left = isExit
              ? mark[life] / (events * exitShock)
              : mark[life] / events - shockedExits + exitHazard[cell]
            const lastOutcome = first + outcomes - 1
            while (outcome < lastOutcome && left >= cumulative[outcome]) outcome = (outcome + 1) | 0
            outcome = (outcome - first) | 0
            const refused = refusing.length > 0 ? refusedIn(model, space, refusing, life, day, outcome) : 0
            const isRefused = refused === variantsOf[life]
            if (refused !== 0 && !isRefused) {
              scheduleLife(model, space, splitLife(space, life, refused), day)
              isShared = false
            }
            const wanted = (outcome - reasons) | 0
            if (!isRefused && wanted < 0) reason = outcome
            else if (!isRefused) {
              if (isShared && limit[wanted] === UNLIMITED) {
                occupied[commonHomes + home]--
                flow[commonFlow + monthAt + home] -= presence
                occupied[commonHomes + wanted]++
                flow[commonFlow + monthAt + wanted] += presence
                pages[movesAt + monthAt + wanted]++
                placement[life] = wanted
                placedDay[life] = day
                moves[life]++
              } else settle(model, space, life, day, wanted, 'move')
              cell = (placement[life] * placementStride + clocks + stayOffset[day - placedDay[life]]) | 0
            }
          }
        }
        if (reason !== STAYS) {
          if (isShared) {
            occupied[commonHomes + home]--
            flow[commonFlow + monthAt + home] -= presence
            pages[exitsAt + monthAt + home]++
            pages[reasonsAt + reason]++
            exitDay[life] = day
            exitReason[life] = reason
            leavers[space.leaving++] = life
          } else leaveCare(model, space, life, day, reason)
          life = following
          continue
        }
      } else if (entrant < openingChildren) {
        // --- Day 0: the opening stock, which no limit moves.
        life = entrant++
        occupied[commonHomes + placement[life]]++
        flow[commonFlow + placement[life]] += presence
        cell =
          (placement[life] * placementStride + ageOffset[turns18[life]] + careOffset[-entryDay[life]]) | 0
        cell = (cell + stayOffset[-placedDay[life]]) | 0
      } else if (returning >= 0) {
        // --- A child who comes back, or enters now and not before, placed as an entrant is.
        life = returning
        returning = next[life]
        const arrival = isDelayed[life] === 1 ? 'delayed' : 'return'
        isDelayed[life] = 0
        settle(model, space, life, day, placement[life], arrival)
        cell = (placement[life] * placementStride + ageOffset[turns18[life] - day]) | 0
        cell = (cell + careOffset[0] + stayOffset[0]) | 0
      } else if (entryDay[entrant] === day) {
        // --- An entrant, down the overflow list of the wanted placement.
        life = entrant++
        const wanted = placement[life]
        if (wanted === NEVER_ENTERS) {
          life = -1
          continue
        }
        if (preventions) prevent(model, space, preventions, life, day)
        if (variantsOf[life] === everywhere && limit[wanted] === UNLIMITED) {
          occupied[commonHomes + wanted]++
          flow[commonFlow + monthAt + wanted] += presence
          pages[entriesAt + monthAt + wanted]++
        } else settle(model, space, life, day, wanted, 'entry')
        cell = (placement[life] * placementStride + ageOffset[turns18[life] - day]) | 0
        cell = (cell + careOffset[0] + stayOffset[0]) | 0
      } else break

      // --- The next candidate day, and the mark that decides what happens then: as in simulate-run.ts.
      let x = (number[life] + k0) | 0
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
      mark[life] = (y >>> 0) * PER_WORD * bound[cell]
      const wait = (exponential(x) * meanWait[cell] + 1) | 0
      const dueDay = Math.min(day + wait, turns18[life], days + 1) | 0
      due[life] = dueDay
      next[life] = head[dueDay]
      head[dueDay] = life
      life = following
    }
    for (const more of arrivals) if (day > 0) extraEntriesOn(model, space, more, day)
    if (hasAfterCare && space.leaving > 0) followLives(model, space, afterCare, day)
  }
  for (const effect of daily) if (effect.isReview) endReview(model, space, effect)
  writePages(model, space, ownPlaces, places)
}
