// Who could be in care during a run, before anything happens to them: the opening stock and everyone who enters.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysIntoBand } from '../model/ages-within-band.ts'
import type { Model } from '../model/compile-model.ts'
import type { OpeningStock } from '../model/opening-stock.ts'
import { groupSize } from '../model/sibling-groups.ts'
import { drawBlocks, type Key, Purpose, uniformOf } from './addresses.ts'
import { smaller } from './candidate-days.ts'
import { exponential } from './exponential.ts'
import { memory } from './memory.ts'
import { STILL_IN_CARE, type Workspace } from './workspace.ts'

// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed.
const { turns18, entryDay, placedDay, placement, exitDay, moves, monthOfDay, entryClock } = memory
const { firstWords, secondWords, returningWords, siblingWords } = memory
const { pairCumulative, pairStart, pairPerShare, pairAge, pairPlacement } = memory
const exponentialOf = exponential
const uniform = uniformOf
const least = smaller
const daysInto = daysIntoBand
const EDGES = AGE_EDGES_DAYS
const DAYS = DAYS_TO_18

/**
 * Draws the cohort of a run into the workspace: birthdays, days of entry and, for entrants, the wanted placement. The
 * opening stock comes first, then the entrants in order of arrival, the children of a group in a row; one behind the
 * horizon ends them.
 */
export function drawCohort(space: Workspace, chance: Key): void {
  const { model } = space
  placement.set(model.openingStock.placement)
  placedDay.fill(0, 0, model.openingStock.placement.length)
  exitDay.fill(STILL_IN_CARE, 0, space.children)
  moves.fill(0, 0, space.children)
  drawOpeningStock(model, chance)
  drawEntrants(space, chance)
}

function drawOpeningStock({ openingStock, cells }: Model, chance: Key): void {
  const children = openingStock.ageBand.length
  const batch = firstWords.length
  for (let start = 0; start < children; start += batch) {
    drawBlocks(chance, Purpose.origin, start, firstWords, secondWords)
    drawOrigins(openingStock, start, Math.min(children, start + batch))
  }
  if (cells.stayBand[DAYS] > 0) drawTimesInPlacement(children, chance)
}

/** Writes birthdays and days of entry of a batch of the opening stock. */
function drawOrigins(
  { ageBand, agesWithinBand, careCumulative, careEdges, careGuide }: OpeningStock,
  start: number,
  end: number,
): void {
  for (let child = start; child < end; child++) {
    const ageUniform = uniform(firstWords[child - start])
    const careWord = secondWords[child - start]
    const careUniform = uniform(careWord)
    const band = ageBand[child]
    const ageDays = EDGES[band] + daysInto(agesWithinBand, band, ageUniform)
    let step = careGuide[careWord >>> 24]
    while (careUniform >= careCumulative[step]) step++
    const below = step > 0 ? careCumulative[step - 1] : 0
    const within = (careUniform - below) / (careCumulative[step] - below)
    const drawn = (careEdges[step] + within * (careEdges[step + 1] - careEdges[step])) | 0
    turns18[child] = DAYS - ageDays
    entryDay[child] = -least(drawn, ageDays)
  }
}

/** Spreads the time in placement evenly over the time in care; only where some hazard looks at it. */
function drawTimesInPlacement(children: number, chance: Key): void {
  const batch = firstWords.length
  for (let start = 0; start < children; start += batch) {
    drawBlocks(chance, Purpose.history, start, firstWords, secondWords)
    const end = Math.min(children, start + batch)
    for (let child = start; child < end; child++)
      placedDay[child] = -((uniform(firstWords[child - start]) * (1 - entryDay[child])) | 0)
  }
}

/** How far the groups have come: a batch may end within one. */
interface Groups {
  /** By the entry clock. */
  time: number
  /** Of the group that is entering. */
  day: number
  siblingsToCome: number
}

/**
 * Draws those who enter. Day and size of a group, and whether it comes back, are told by the numbers of its first child; age and
 * placement are each child's own (A14).
 */
function drawEntrants(space: Workspace, chance: Key): void {
  const { model } = space
  const { axes, openingStock } = model
  const hasReturning = model.returningPerDay[0] > 0
  const hasSiblings = model.entries.groupCumulative.length > 1
  const batch = firstWords.length
  const groups: Groups = { time: 0, day: 0, siblingsToCome: 0 }
  for (let start = openingStock.placement.length; ; start += batch) {
    if (hasReturning) drawBlocks(chance, Purpose.returning, start, returningWords, secondWords)
    if (hasSiblings) drawBlocks(chance, Purpose.siblings, start, siblingWords, secondWords)
    drawBlocks(chance, Purpose.arrival, start, firstWords, secondWords)
    const end = Math.min(space.children, start + batch)
    const behind = drawDaysOfEntry(space, groups, start, end)
    drawWhoEnters(model, start, behind)
    if (behind === space.children)
      throw new Error(`more than ${space.children} children in one run: the room is too small`)
    if (behind < end) {
      entryDay[behind] = axes.days + 1
      space.cohort = behind
      return
    }
  }
}

function hasSteadyEntries({ entries, shocks, shifts }: Model): boolean {
  return entries.isSteady && !shocks.areOn && !shifts.areOn
}

/**
 * Writes the days of entry of a batch, and counts who comes back; returns the first behind the horizon, or the end. A group
 * waits by the entry clock for as many children as it has on average, and enters on the first day that closes later.
 */
function drawDaysOfEntry(space: Workspace, groups: Groups, start: number, end: number): number {
  const { model } = space
  const { axes, entries, returningPerDay } = model
  const { groupCumulative, meanGroupSize, perDay } = entries
  // A steady clock tells the day but for a rounding, so that the steps to it are as good as always one.
  const daysPerTime = hasSteadyEntries(model) && perDay[1] > 0 ? 1 / perDay[1] : 0
  const hasReturning = returningPerDay[0] > 0
  const hasSiblings = groupCumulative.length > 1
  const days = axes.days
  let { time, day, siblingsToCome } = groups
  let child = start
  for (; child < end; child++) {
    if (siblingsToCome > 0) siblingsToCome--
    else {
      time += exponentialOf(firstWords[child - start]) * meanGroupSize
      if (daysPerTime > 0) day = Math.min(days, time * daysPerTime) | 0
      while (entryClock[day] <= time) day = (day + 1) | 0
      if (day > days) break
      if (hasSiblings) siblingsToCome = groupSize(entries, uniform(siblingWords[child - start])) - 1
      if (hasReturning && isReturning(model, day, returningWords[child - start]))
        space.reentries[axes.yearOfMonth[monthOfDay[day]]] += 1 + siblingsToCome
    }
    entryDay[child] = day
    placedDay[child] = day
  }
  groups.time = time
  groups.day = day
  groups.siblingsToCome = siblingsToCome
  return child
}

/** Tells by the word of a group that enters on a day whether it is one of those who left before the start and come back. */
export function isReturning({ entries, returningPerDay }: Model, day: number, word: number): boolean {
  return uniform(word) * entries.perDay[day] < returningPerDay[day]
}

/** Writes birthdays and wanted placements of a batch. */
function drawWhoEnters({ entries }: Model, start: number, end: number): void {
  const { pairGuide, agesWithinBand } = entries
  for (let child = start; child < end; child++) {
    const pairWord = secondWords[child - start]
    const pairUniform = uniform(pairWord)
    let pair = pairGuide[pairWord >>> 24]
    while (pairUniform >= pairCumulative[pair]) pair++
    // Where the number lies within the share of its pair is uniform again, and tells the age.
    const band = pairAge[pair]
    const ageUniform = (pairUniform - pairStart[pair]) * pairPerShare[pair]
    const ageDays = EDGES[band] + daysInto(agesWithinBand, band, ageUniform)
    turns18[child] = entryDay[child] + DAYS - ageDays
    placement[child] = pairPlacement[pair]
  }
}
