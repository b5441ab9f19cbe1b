// How much of its full effect an intervention has on a day: nothing before its start, then a straight line up, and a straight
// line down after its end (A25).
import { daysOfMonths, parseDate } from '../../domain/calendar.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'
import type { Axes } from '../axes.ts'
import { shareGone } from '../shifts.ts'

/** What of an intervention says when it works. */
type Timed = Pick<Intervention, 'start' | 'rampMonths' | 'end' | 'persistMonths' | 'posts'>

/**
 * Makes the function that gives the strength, 0 to 1, at noon of a day, which is its mean over the day; days count from
 * that of the axes, and may lie before it: an intervention that began earlier has grown already.
 */
export function strengthOn(
  { start, rampMonths = 0, end, persistMonths = 0, posts }: Timed,
  { startDay }: Pick<Axes, 'startDay'>,
): (day: number) => number {
  // Who needs posts and has none never does anything.
  if (posts?.number === 0) return () => 0
  const fromDay = parseDate(start.date)! - startDay + daysOfMonths(start.slipMonths ?? 0)
  const ramp = daysOfMonths(rampMonths)
  const endDay = end === undefined ? Number.POSITIVE_INFINITY : parseDate(end)! - startDay + 1
  const fade = daysOfMonths(persistMonths)
  return (day) => {
    const noon = day + 0.5
    // What has not grown by the end grows no more.
    return shareGone(Math.min(noon, endDay) - fromDay, ramp) * (1 - shareGone(noon - endDay, fade))
  }
}

/** Returns [day] the strength on the simulated days; 0 on day 0, when nothing happens. */
export function strengthByDay(intervention: Timed, axes: Pick<Axes, 'startDay' | 'days'>): Float64Array {
  const on = strengthOn(intervention, axes)
  const strength = new Float64Array(axes.days + 1)
  for (let day = 1; day <= axes.days; day++) strength[day] = on(day)
  return strength
}

/** Returns [year] the mean strength over the simulated days of each financial year, for [day] strengths. */
export function strengthByYear(strength: Float64Array, { yearEnd }: Pick<Axes, 'yearEnd'>): number[] {
  return yearEnd.map((end, year) => {
    const days = strength.subarray((yearEnd[year - 1] ?? 0) + 1, end + 1)
    return days.reduce((sum, value) => sum + value, 0) / days.length
  })
}
