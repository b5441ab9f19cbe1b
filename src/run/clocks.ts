// The two clocks of a run, by which waits are told: each runs faster on days on which more is to happen. A wait then ends on a
// day that nothing later decides, so that a longer horizon keeps the draws of the first years.
import type { Model } from '../model/compile-model.ts'
import { memory } from './memory.ts'

const { entryClock, exitClock, exitGuide, exitFactor } = memory
const MOST_STEPS = exitGuide.length - 2

/** Steps of the guide in a day of the exit clock's time, and the last of them, in the present run. */
let stepsPerDay = 1
let lastStep = 0

/** Writes the entry clock, which runs as fast as children are expected on a day of the run; returns how many are expected in all. */
export function writeEntryClock({ axes, entries }: Model, entryFactor: Float64Array): number {
  const { days } = axes
  const { perDay } = entries
  let time = 0
  entryClock[0] = 0
  for (let day = 1; day <= days; day++) {
    time += perDay[day] * entryFactor[day]
    entryClock[day] = time
  }
  entryClock[days + 1] = Number.POSITIVE_INFINITY
  return time
}

/**
 * Writes the exit clock, which takes a day for a day, and longer where exits are more likely than the scenario says: by its time
 * no hazard of a day is above that which bounds it.
 */
export function writeExitClock({ axes }: Model): void {
  const { days } = axes
  let time = 0
  exitClock[0] = 0
  for (let day = 1; day <= days; day++) {
    time += Math.max(1, exitFactor[day])
    exitClock[day] = time
  }
  exitClock[days + 1] = Number.POSITIVE_INFINITY
  writeGuide(days, time)
}

/** Writes [step] the first day whose close is not before the step begins; of one day or, where that is too many, longer. */
function writeGuide(days: number, end: number): void {
  stepsPerDay = Math.min(1, MOST_STEPS / end)
  let step = 0
  for (let day = 1; day <= days; day++) {
    const close = exitClock[day] * stepsPerDay
    for (; step <= close; step++) exitGuide[step] = day
  }
  exitGuide[step] = days + 1
  lastStep = step
}

/** Returns the day on which a time of the exit clock falls: the first whose close is behind it, at most one behind the horizon. */
export function dayOfExitClock(time: number): number {
  let day = exitGuide[Math.min(lastStep, time * stepsPerDay) | 0]
  // Where a step is a day this is all, without a branch to be guessed.
  day = (day + Number(exitClock[day] <= time)) | 0
  while (exitClock[day] <= time) day = (day + 1) | 0
  return day
}
