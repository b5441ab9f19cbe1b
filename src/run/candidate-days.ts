// From a day on which something is known of a life to the next on which something happens to it. Lives that do not depend on
// each other are taken many at a time: the processor works on several at once, and has nothing to guess.
import { DAYS_TO_18 } from '../domain/age-band.ts'
import { eventsPerHazard, hazardPerEvent } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { type Key, Purpose, parityWord, uniformOf } from './addresses.ts'
import { dayOfExitClock } from './clocks.ts'
import { exponential } from './exponential.ts'
import { memory } from './memory.ts'

// What stands in this file is a constant to V8; what is imported it looks up whenever it is needed.
const { turns18, entryDay, placedDay, placement, number, due, cell, wait, mark, exitFactor, exitClock } =
  memory
const { ageBand, careBand, stayBand, exitHazard, moveHazard, perEvent, bounding, bound, meanWait } = memory
const { following, leaving, moving, asking } = memory
const { lives: followingLives } = following
const { lives: leavingLives } = leaving
const { lives: movingLives } = moving
const { lives: askingLives } = asking
const exponentialOf = exponential
const uniform = uniformOf
const hazardOfEvent = hazardPerEvent
const eventsOfHazard = eventsPerHazard
const dayOfClock = dayOfExitClock
const PURPOSE = Purpose.life
const OLDEST = DAYS_TO_18

/**
 * Lives in one call of a loop. Few enough for the numbers of all of them to stay in the nearest cache from one loop to the next;
 * and a loop that is called again and again is compiled as a whole, where V8 would compile one long one from the middle on.
 */
export const CHUNK = 128

/** The smaller of two whole numbers that differ by less than 2^31; the processor would often guess a comparison wrongly. */
export function smaller(one: number, other: number): number {
  const difference = (one - other) | 0
  return (other + (difference & (difference >> 31))) | 0
}

/**
 * Draws for each life from one index of a list up to, not including, another, at the day that it is known up to, the standard
 * exponential value of its wait for a candidate day and the uniform mark that decides what happens then: Threefry-2x32-13 at
 * (number, day), written out as in addresses.ts.
 */
export function drawWaits(chance: Key, lives: Int32Array, from: number, to: number): void {
  const k0 = chance.first | 0
  const k1 = chance.second | 0
  const k2 = parityWord(k0, k1) | 0
  const k2plus1 = (k2 + 1) | 0
  const k0plus2 = (k0 + 2) | 0
  const k1plus3 = (k1 + 3) | 0
  for (let at = from; at < to; at = (at + 1) | 0) {
    const life = lives[at]
    let x = (number[life] + k0) | 0
    let y = ((PURPOSE | due[life]) + k1) | 0
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
    wait[life] = exponentialOf(x)
    mark[life] = uniform(y)
  }
}

/** Draws for those who ask for a place, before they are put into the list of their day. */
export function drawWaitsOfAsking(chance: Key): void {
  const { length } = asking
  for (let from = 0; from < length; from += CHUNK)
    drawWaits(chance, askingLives, from, Math.min(length, from + CHUNK))
}

/**
 * Draws for each life of memory.following and takes it to its next candidate day. Those to whom nothing happens then are left
 * in `following`, to be drawn for again; those who leave or turn 18 go to `leaving`, those who move to `moving`; who passes the
 * horizon is not followed, and due behind it.
 */
export function followOn(model: Model, chance: Key): void {
  const { length } = following
  following.length = 0
  for (let from = 0; from < length; from += CHUNK) {
    const to = Math.min(length, from + CHUNK)
    drawWaits(chance, followingLives, from, to)
    takeToCandidateDays(model, from, to)
  }
}

/**
 * Takes each life from one index of memory.following up to, not including, another, whose wait is drawn, to its next candidate
 * day, and its mark to the hazard up to which those of the outcomes add up; then as followOn.
 */
export function takeToCandidateDays({ axes, cells, shocks, shifts }: Model, from: number, to: number): void {
  const behindHorizon = (axes.days + 1) | 0
  const placementStride = cells.placementStride | 0
  const ageStride = cells.ageStride | 0
  const careStride = cells.careStride | 0
  const hasStays = stayBand[OLDEST] > 0
  const exitsVary = shocks.areOn || shifts.areOn
  let staying = following.length | 0
  let left = leaving.length | 0
  let moved = moving.length | 0
  for (let at = from; at < to; at = (at + 1) | 0) {
    const life = followingLives[at]
    // --- The day: a wait under the bound of the present cell, the 18th birthday or the end.
    const now = cell[life]
    const eighteen = turns18[life]
    const known = due[life]
    const waited = wait[life] * meanWait[now]
    const candidate = exitsVary ? dayOfClock(exitClock[known] + waited) : (((known + waited) | 0) + 1) | 0
    const day = smaller(candidate, smaller(eighteen, behindHorizon))
    // --- The cell of the day, and its hazards.
    let then = Math.imul(placement[life], placementStride)
    then = (then + Math.imul(ageBand[(eighteen - day) | 0], ageStride)) | 0
    then = (then + Math.imul(careBand[(day - entryDay[life]) | 0], careStride)) | 0
    if (hasStays) then = (then + stayBand[(day - placedDay[life]) | 0]) | 0
    let exits = exitHazard[then]
    let hazard = exits + moveHazard[then]
    // What a hazard is more than a probability is known of every cell, and worked out where a multiplier changes hazards.
    let perProbability = perEvent[then]
    let probability = bound[now]
    if (exitsVary) {
      const factor = exitFactor[day]
      exits *= factor
      hazard = exits + moveHazard[then]
      perProbability = hazardOfEvent(hazard)
      const most = bounding[now] * Math.max(1, factor)
      probability = most * eventsOfHazard(most)
    }
    // Uniform below the bound of the present cell as a probability; as a hazard, which those of the outcomes add up to.
    const itsMark = mark[life] * probability * perProbability
    due[life] = day
    cell[life] = then
    mark[life] = itsMark
    // --- Each list is written to, and grows only where the life belongs to it: no branch to be guessed.
    const isSeen = Number(day !== behindHorizon) | 0
    const leaves = (Number(itsMark < exits) | Number(day === eighteen)) & isSeen
    const happens = (Number(itsMark < hazard) | leaves) & isSeen
    followingLives[staying] = life
    leavingLives[left] = life
    movingLives[moved] = life
    staying = (staying + (isSeen ^ happens)) | 0
    left = (left + leaves) | 0
    moved = (moved + (happens ^ leaves)) | 0
  }
  following.length = staying
  leaving.length = left
  moving.length = moved
}

/** Returns the first day on which something could happen to a life that is known up to its day, and whose wait is drawn. */
export function candidateDay({ shocks, shifts }: Model, life: number): number {
  const waited = wait[life] * meanWait[cell[life]]
  if (shocks.areOn || shifts.areOn) return dayOfClock(exitClock[due[life]] + waited)
  return (((due[life] + waited) | 0) + 1) | 0
}
