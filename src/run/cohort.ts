// Who could be in care during a run, before anything happens to them: the opening stock and everyone who enters.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { daysIntoBand } from '../model/ages-within-band.ts'
import type { Model } from '../model/compile-model.ts'
import { groupSize } from '../model/sibling-groups.ts'
import { drawBlocks, type Key, Purpose } from './addresses.ts'
import { exponential } from './exponential.ts'
import { smaller } from './fate.ts'
import { STILL_IN_CARE, type Workspace } from './workspace.ts'

const PER_WORD = 2 ** -32

/** Stands in `placement` for a candidate who does not enter. */
export const NEVER_ENTERS = 255

/**
 * Draws the cohort of a run into the workspace: birthdays, days of entry and, for entrants, the wanted placement. The
 * opening stock comes first, then the candidates for entry in order of arrival, the children of a group in a row; one
 * behind the horizon ends them.
 */
export function drawCohort(model: Model, space: Workspace, chance: Key): void {
  space.placement.set(model.openingStock.placement)
  space.placedDay.fill(0, 0, model.openingStock.placement.length)
  space.exitDay.fill(STILL_IN_CARE, 0, space.children)
  space.moves.fill(0, 0, space.children)
  drawOpeningStock(model, space, chance)
  drawEntrants(model, space, chance)
}

function drawOpeningStock({ openingStock, cells }: Model, space: Workspace, chance: Key): void {
  const { ageBand, agesWithinBand, careCumulative, careEdges, careGuide } = openingStock
  const { turns18, entryDay, firstWords, secondWords } = space
  const children = ageBand.length
  const batch = firstWords.length
  for (let start = 0; start < children; start += batch) {
    drawBlocks(chance, Purpose.origin, start, firstWords, secondWords)
    const end = Math.min(children, start + batch)
    for (let child = start; child < end; child++) {
      const ageUniform = (firstWords[child - start] >>> 0) * PER_WORD
      const careWord = secondWords[child - start]
      const careUniform = (careWord >>> 0) * PER_WORD
      const band = ageBand[child]
      const ageDays = AGE_EDGES_DAYS[band] + daysIntoBand(agesWithinBand, band, ageUniform)
      let step = careGuide[careWord >>> 24]
      while (careUniform >= careCumulative[step]) step++
      const below = step > 0 ? careCumulative[step - 1] : 0
      const within = (careUniform - below) / (careCumulative[step] - below)
      const drawn = (careEdges[step] + within * (careEdges[step + 1] - careEdges[step])) | 0
      turns18[child] = DAYS_TO_18 - ageDays
      entryDay[child] = -smaller(drawn, ageDays)
    }
  }
  if (cells.stayOffset[DAYS_TO_18] > 0) drawTimesInPlacement(children, space, chance)
}

/** Spreads the time in placement evenly over the time in care; only where some hazard looks at it. */
function drawTimesInPlacement(children: number, space: Workspace, chance: Key): void {
  const { entryDay, placedDay, firstWords, secondWords } = space
  const batch = firstWords.length
  for (let start = 0; start < children; start += batch) {
    drawBlocks(chance, Purpose.history, start, firstWords, secondWords)
    const end = Math.min(children, start + batch)
    for (let child = start; child < end; child++)
      placedDay[child] = -(((firstWords[child - start] >>> 0) * PER_WORD * (1 - entryDay[child])) | 0)
  }
}

/**
 * Draws the candidates for entry. Day, size and acceptance of a group come from the numbers of its first child; age and
 * placement are each child's own (A14).
 */
function drawEntrants(
  { axes, entries, openingStock, shocks, shifts }: Model,
  space: Workspace,
  chance: Key,
): void {
  const { acceptance, returningAcceptance, groupCumulative } = entries
  const { entryFactor, largestEntryFactor, reentries, monthOfDay } = space
  const { yearOfMonth } = axes
  const meanGap = entries.meanGap / largestEntryFactor
  const isSteady = entries.isSteady && !shocks.areOn && !shifts.areOn
  const { pairCumulative, pairStart, pairPerShare, pairGuide, pairAge, pairPlacement, agesWithinBand } =
    entries
  const { turns18, entryDay, placedDay, placement } = space
  const { firstWords, secondWords, acceptanceWords, siblingWords } = space
  const { days } = axes
  const hasSiblings = groupCumulative.length > 1
  const opening = openingStock.placement.length
  const batch = firstWords.length
  let time = 0
  // The group that is entering: a batch may end within it.
  let day = 0
  let enters = true
  let comesBack = false
  let siblingsToCome = 0
  for (let start = opening; ; start += batch) {
    if (!isSteady) drawBlocks(chance, Purpose.acceptance, start, acceptanceWords, secondWords)
    if (hasSiblings) drawBlocks(chance, Purpose.siblings, start, siblingWords, secondWords)
    drawBlocks(chance, Purpose.arrival, start, firstWords, secondWords)
    const end = Math.min(space.children, start + batch)
    let child = start
    for (; child < end; child++) {
      if (siblingsToCome > 0) siblingsToCome--
      else {
        time += exponential(firstWords[child - start]) * meanGap
        if (time >= days) break
        day = (1 + time) | 0
        if (!isSteady) {
          const uniform = (acceptanceWords[child - start] >>> 0) * PER_WORD
          enters = uniform < (acceptance[day] * entryFactor[day]) / largestEntryFactor
          comesBack = uniform < (returningAcceptance[day] * entryFactor[day]) / largestEntryFactor
        }
        if (hasSiblings)
          siblingsToCome = groupSize(entries, (siblingWords[child - start] >>> 0) * PER_WORD) - 1
        if (comesBack) reentries[yearOfMonth[monthOfDay[day]]] += 1 + siblingsToCome
      }
      const pairWord = secondWords[child - start]
      const pairUniform = (pairWord >>> 0) * PER_WORD
      let pair = pairGuide[pairWord >>> 24]
      while (pairUniform >= pairCumulative[pair]) pair++
      // Where the number lies within the share of its pair is uniform again, and tells the age.
      const band = pairAge[pair]
      const ageUniform = (pairUniform - pairStart[pair]) * pairPerShare[pair]
      const ageDays = AGE_EDGES_DAYS[band] + daysIntoBand(agesWithinBand, band, ageUniform)
      turns18[child] = day + DAYS_TO_18 - ageDays
      entryDay[child] = day
      placedDay[child] = day
      placement[child] = enters ? pairPlacement[pair] : NEVER_ENTERS
    }
    if (child === space.children)
      throw new Error(`more than ${space.children} children in one run: the room is too small`)
    if (child < end) {
      entryDay[child] = days + 1
      space.cohort = child
      return
    }
  }
}
