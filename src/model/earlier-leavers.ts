// Children who left before the first simulated day and may come back: how many do, day by day (A18). entries.ts adds them
// to those who enter for the first time, since published entries count both.
import { AGE_BANDS, AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { DAYS_PER_YEAR } from '../domain/calendar.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type Reentry, survivalOutOfCare } from './reentry.ts'

/**
 * Returns [day] the earlier leavers expected to come back on each simulated day; day 0 stands for a day before the start,
 * when as many came back as ever. As many left on every day before the start as the scenario says of a year.
 */
export function earlierLeaversReturning(scenario: Scenario, reentry: Reentry, days: number): Float64Array {
  const returning = new Float64Array(days + 1)
  EXIT_REASONS.forEach((reason, index) => {
    const leavers = scenario.afterCare?.earlierLeavers?.[reason]
    if (!leavers) return
    const survival = survivalOutOfCare(reentry, index)
    // Who comes back on day t left s days before, s >= t: add up from the longest time out of care.
    let sum = 0
    const young = stillYoung(leavers)
    for (let away = survival.length - 1; away >= 1; away--) {
      sum += young[away] * (survival[away - 1] - survival[away])
      if (away <= days) returning[away] += sum
    }
    returning[0] += sum
  })
  return returning
}

/** Runs whose ranges touch re-entry ask for the same leavers again and again. */
const known = new WeakMap<Record<string, number>, Float64Array>()

/** Returns [days later] the leavers of a day who are under 18 then, from a year's leavers by age. */
function stillYoung(leavers: Record<string, number>): Float64Array {
  const found = known.get(leavers)
  if (found) return found
  const young = Float64Array.from(
    { length: DAYS_TO_18 + 1 },
    (_, daysLater) => stillUnder18(leavers, daysLater) / DAYS_PER_YEAR,
  )
  known.set(leavers, young)
  return young
}

/** Returns how many of a year's leavers are under 18 so many days later, with ages even within their bands. */
function stillUnder18(leavers: Record<string, number>, daysLater: number): number {
  return AGE_BANDS.reduce((sum, band, age) => {
    const [from, to] = [AGE_EDGES_DAYS[age], AGE_EDGES_DAYS[age + 1]]
    const share = Math.min(1, Math.max(0, (DAYS_TO_18 - daysLater - from) / (to - from)))
    return sum + leavers[band] * share
  }, 0)
}
