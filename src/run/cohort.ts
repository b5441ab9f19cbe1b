// Who could be in care during a run, before anything happens to them: the opening stock and everyone who enters.
import { DAYS_TO_18 } from '../domain/age-band.ts'
import type { Model } from '../model/compile-model.ts'
import { type Key, Purpose, parityWord, secondWord, threefryFirst } from './addresses.ts'
import { exponential } from './exponential.ts'
import type { Workspace } from './workspace.ts'

const PER_WORD = 2 ** -32

/** Stands in `placement` for a candidate who does not enter. */
export const NEVER_ENTERS = 255

/**
 * Draws the cohort of a run into the workspace: birthdays, days of entry and, for entrants, the wanted placement. The
 * opening stock comes first, then the candidates for entry in order of arrival, ended by one behind the horizon.
 */
export function drawCohort(model: Model, space: Workspace, chance: Key): void {
  drawOpeningStock(model, space, chance)
  drawEntrants(model, space, chance)
}

function drawOpeningStock({ openingStock, cells }: Model, space: Workspace, chance: Key): void {
  const { ageBand, careCumulative, careEdges } = openingStock
  const { turns18, entryDay, placedDay, placement, longestTo18, bandDays } = space
  const stayMatters = cells.stayOffset[DAYS_TO_18] > 0
  const k0 = chance.first
  const k1 = chance.second
  const k2 = parityWord(k0, k1)
  for (let child = 0; child < ageBand.length; child++) {
    const ageWord = threefryFirst(k0, k1, k2, child, Purpose.origin)
    const careUniform = (secondWord[0] >>> 0) * PER_WORD
    const band = ageBand[child]
    const daysTo18 = longestTo18[band] - (((ageWord >>> 0) * PER_WORD * bandDays[band]) | 0)
    let step = 0
    while (careUniform >= careCumulative[step]) step++
    const below = step > 0 ? careCumulative[step - 1] : 0
    const within = (careUniform - below) / (careCumulative[step] - below)
    const drawn = (careEdges[step] + within * (careEdges[step + 1] - careEdges[step])) | 0
    const daysInCare = Math.min(drawn, DAYS_TO_18 - daysTo18)
    turns18[child] = daysTo18
    entryDay[child] = -daysInCare
    placedDay[child] = 0
    if (stayMatters) {
      const stayWord = threefryFirst(k0, k1, k2, child, Purpose.history)
      placedDay[child] = -(((stayWord >>> 0) * PER_WORD * (daysInCare + 1)) | 0)
    }
    placement[child] = openingStock.placement[child]
  }
}

function drawEntrants({ axes, entries, openingStock }: Model, space: Workspace, chance: Key): void {
  const { meanGap, acceptance, pairCumulative, pairGuide, pairAge, pairPlacement } = entries
  const { turns18, entryDay, placedDay, placement, longestTo18, bandDays } = space
  const { days } = axes
  const k0 = chance.first
  const k1 = chance.second
  const k2 = parityWord(k0, k1)
  let time = 0
  let child = openingStock.placement.length
  for (; child < space.children; child++) {
    time += exponential(threefryFirst(k0, k1, k2, child, Purpose.arrival)) * meanGap
    const enters = (secondWord[0] >>> 0) * PER_WORD
    if (time >= days) break
    const day = 1 + (time | 0)
    const ageWord = threefryFirst(k0, k1, k2, child, Purpose.origin)
    const pairWord = secondWord[0]
    const pairUniform = (pairWord >>> 0) * PER_WORD
    let pair = pairGuide[pairWord >>> 24]
    while (pairUniform >= pairCumulative[pair]) pair++
    const band = pairAge[pair]
    turns18[child] = day + longestTo18[band] - (((ageWord >>> 0) * PER_WORD * bandDays[band]) | 0)
    entryDay[child] = day
    placedDay[child] = day
    placement[child] = enters < acceptance[day] ? pairPlacement[pair] : NEVER_ENTERS
  }
  if (child === space.children)
    throw new Error(`more than ${space.children} children in one run: the room is too small`)
  entryDay[child] = days + 1
}
