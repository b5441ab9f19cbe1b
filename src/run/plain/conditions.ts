// What all children of a run share: years that differ beyond chance (A13), and dated shifts of entries and exits (A17).
import type { Model } from '../../model/compile-model.ts'
import type { RunKeys } from '../addresses.ts'
import { drawMultipliers } from '../conditions.ts'
import { yearOf } from './counts.ts'

/** The multipliers of a run. */
export interface PlainConditions {
  /** [day] of the entry rate, and of all hazards to exit. */
  entryFactor: number[]
  exitFactor: number[]
  /** [day] time at its close of a clock that takes a day for a day, and longer where exits are more likely than usual. */
  exitClock: number[]
  /** [year] of all prices. */
  priceShocks: Float64Array
}

/** Draws the conditions of a run. */
export function drawConditions(model: Model, keys: RunKeys): PlainConditions {
  const ones = () => new Float64Array(model.axes.years.length).fill(1)
  const years = { entryShocks: ones(), exitShocks: ones(), priceShocks: ones() }
  drawMultipliers(model.shocks, keys, years)
  const byDay = (shocks: Float64Array, shifts: Float64Array) =>
    [...shifts].map((shift, day) => shocks[yearOf(model.axes, day)] * shift)
  const exitFactor = byDay(years.exitShocks, model.shifts.exits)
  return {
    entryFactor: byDay(years.entryShocks, model.shifts.entries),
    exitFactor,
    exitClock: clockOf(exitFactor),
    priceShocks: years.priceShocks,
  }
}

function clockOf(exitFactor: number[]): number[] {
  let time = 0
  return exitFactor.map((factor, day) => {
    time += day === 0 ? 0 : Math.max(1, factor)
    return time
  })
}
