// Dated shifts: known or supposed changes of all entries or all exits from a date on. Scenario -> a multiplier for each
// day, the same in every run (A17).
import { daysOfMonths, parseDate } from '../domain/calendar.ts'
import type { Scenario, Shift } from '../input/schema/scenario-schema.ts'
import type { Axes } from './axes.ts'

/** What all shifts together do to a day. */
export interface Shifts {
  /** [day] multiplier of the entry rate, and of all hazards to exit. */
  entries: Float64Array
  exits: Float64Array
  /** Whether any of them is not 1. */
  areOn: boolean
}

/** Compiles the shifts of a scenario over the days of its axes; day 0 is like the others, though nothing happens on it. */
export function compileShifts({ shifts = {} }: Scenario, { startDay, days }: Axes): Shifts {
  const byDay = (process: Shift['on']) => {
    const acting = Object.values(shifts)
      .filter(({ on }) => on === process)
      .map((shift) => ({ ...shift, fromDay: parseDate(shift.from)! }))
    return Float64Array.from({ length: days + 1 }, (_, day) =>
      acting.reduce((product, shift) => product * multiplierOn(shift, startDay + day), 1),
    )
  }
  const [entries, exits] = [byDay('entries'), byDay('exits')]
  return { entries, exits, areOn: [entries, exits].some((days) => days.some((factor) => factor !== 1)) }
}

/**
 * Returns the multiplier of a shift at noon of a day number, which is its mean over the day: 1 before `from`, a straight
 * line to the factor, and where it falls a straight line back to 1.
 */
function multiplierOn(
  { fromDay, factor, riseMonths = 0, fallMonths }: Shift & { fromDay: number },
  day: number,
): number {
  const since = day + 0.5 - fromDay
  const rise = daysOfMonths(riseMonths)
  const risen = shareGone(since, rise)
  const fallen = fallMonths === undefined ? 0 : shareGone(since - rise, daysOfMonths(fallMonths))
  return 1 + (factor - 1) * (risen - fallen)
}

/** Returns the share of a stretch of days that has gone by: 0 before it, 1 behind it. */
export function shareGone(since: number, days: number): number {
  if (since <= 0) return 0
  return since < days ? since / days : 1
}
