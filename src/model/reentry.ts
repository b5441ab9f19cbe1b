// Re-entry: when children who left come back, by the reason they left for, and where they live then (A18).
import { AGE_BANDS } from '../domain/age-band.ts'
import { daysOfMonths } from '../domain/calendar.ts'
import { exponentialOf, logarithm } from '../domain/exact-math.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** The law of the time from an exit to the return, for each reason: a hazard that is constant within each step. */
export interface Reentry {
  /** Steps of each reason's table, the longest of them; shorter ones repeat their last. */
  steps: number
  /** [reason * steps + step] hazard summed up to the end of the step; the 18th birthday counts as a reason, without any. */
  cumulativeHazard: Float64Array
  /** [reason * steps + step] last day of the step, counted from the exit. */
  stepEnd: Int32Array
  /** [age * placements + placement] share of the returning children who need the placement, cumulative; the last is 1. */
  placementCumulative: Float64Array
}

/**
 * Compiles the shares who have come back by so many months, F, into hazards: -ln(1 - F) is their sum up to then, so that
 * the shares are those among children who have not turned 18 in the meantime (Kaplan and Meier, 1958).
 */
export function compileReentry(scenario: Scenario): Reentry {
  const tables = [...EXIT_REASONS.map((reason) => stepsOf(scenario.afterCare?.reentry?.[reason])), []]
  const steps = Math.max(1, ...tables.map((table) => table.length))
  const cumulativeHazard = new Float64Array(tables.length * steps)
  const stepEnd = new Int32Array(tables.length * steps)
  tables.forEach((table, reason) => {
    for (let step = 0; step < steps; step++) {
      const { day, hazard } = table[Math.min(step, table.length - 1)] ?? { day: 0, hazard: 0 }
      stepEnd[reason * steps + step] = day
      cumulativeHazard[reason * steps + step] = hazard
    }
  })
  return {
    steps,
    cumulativeHazard,
    stepEnd,
    placementCumulative: placementsOnReturn(scenario),
  }
}

function stepsOf(shares: Record<string, number> = {}): { day: number; hazard: number }[] {
  return Object.entries(shares)
    .map(([months, share]) => ({ day: daysOfMonths(Number(months)), hazard: -logarithm(1 - share) }))
    .sort((one, other) => one.day - other.day)
    .map(({ day }, step, sorted) => ({
      day,
      // Shares that a run draws from ranges may fall; nobody who is back is away again by that.
      hazard: Math.max(...sorted.slice(0, step + 1).map((earlier) => earlier.hazard)),
    }))
}

/** Those who come back are placed as entrants of their age are. */
function placementsOnReturn({ entries, placements }: Scenario): Float64Array {
  const keys = Object.keys(placements)
  return Float64Array.from(
    AGE_BANDS.flatMap((band) => {
      let sum = 0
      const cumulative = keys.map((key) => {
        sum += entries.placements[band][key] ?? 0
        return sum
      })
      const last = cumulative.findLastIndex((value, at) => value > (cumulative[at - 1] ?? 0))
      return cumulative.map((value, at) => (at >= last ? 1 : value / sum))
    }),
  )
}

/**
 * Returns the days from an exit to the return for a standard exponential value, by inversion of the summed hazard, or -1
 * for a child who never comes back. At least one day passes.
 */
export function daysToReturn(
  { steps, cumulativeHazard, stepEnd }: Reentry,
  reason: number,
  value: number,
): number {
  let below = 0
  let from = 0
  for (let at = reason * steps; at < (reason + 1) * steps; at++) {
    const sum = cumulativeHazard[at]
    if (value < sum) return 1 + Math.floor(from + ((value - below) / (sum - below)) * (stepEnd[at] - from))
    below = sum
    from = stepEnd[at]
  }
  return -1
}

/** Returns [day] the share who left for a reason and have not come back by the end of the day, if nobody turns 18. */
export function survivalOutOfCare(
  { steps, cumulativeHazard, stepEnd }: Reentry,
  reason: number,
): Float64Array {
  const days = stepEnd[(reason + 1) * steps - 1]
  const survival = new Float64Array(days + 1)
  survival[0] = 1
  let below = 0
  let from = 0
  for (let at = reason * steps; at < (reason + 1) * steps; at++) {
    const perDay = exponentialOf(-(cumulativeHazard[at] - below) / Math.max(1, stepEnd[at] - from))
    for (let day = from + 1; day <= stepEnd[at]; day++) survival[day] = survival[day - 1] * perDay
    below = cumulativeHazard[at]
    from = stepEnd[at]
  }
  return survival
}
