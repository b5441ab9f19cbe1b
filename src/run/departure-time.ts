// When a household of foster carers leaves, at a rate that may differ by the day.

/**
 * Returns the days from the start at which a household leaves that was approved at `approved` and has a standard exponential
 * lifetime; `multiplier`, [day], is what its hazard per day is multiplied by, and undefined where it never changes. Infinite
 * for one who stays beyond the last day of the multiplier.
 */
export function departureTime(
  deregistrationPerDay: number,
  approved: number,
  lifetime: number,
  multiplier: Float64Array | undefined,
): number {
  const unchanged = approved + lifetime / deregistrationPerDay
  const firstChange = multiplier ? firstDayOfChange(multiplier) : -1
  // Going day by day would give other last bits. A child who leaves before the first change leaves as it would without any.
  if (!multiplier || firstChange < 0 || unchanged <= firstChange - 1) return unchanged
  let time = Math.max(approved, firstChange - 1)
  let left = Math.max(0, lifetime - deregistrationPerDay * (time - approved))
  for (let day = Math.floor(time) + 1; day < multiplier.length; day++) {
    const hazard = deregistrationPerDay * multiplier[day]
    const used = hazard * (day - time)
    if (left < used) return time + left / hazard
    left -= used
    time = day
  }
  return Number.POSITIVE_INFINITY
}

/** What changes when the households of a stock leave: made once for all of them. */
export interface Attrition {
  deregistrationPerDay: number
  /** [day] what the hazard per day is multiplied by. */
  multiplier: Float64Array
  /** First day, from 1 on, whose multiplier is not 1; -1 where there is none. */
  firstChange: number
  /** [day] hazards of the days from 1 on added up. */
  summed: Float64Array
}

/** Makes the attrition of a stock from [day] multipliers. */
export function attritionOf(deregistrationPerDay: number, multiplier: Float64Array): Attrition {
  const summed = new Float64Array(multiplier.length)
  for (let day = 1; day < summed.length; day++)
    summed[day] = summed[day - 1] + deregistrationPerDay * multiplier[day]
  return { deregistrationPerDay, multiplier, firstChange: firstDayOfChange(multiplier), summed }
}

/** Sums of hazards that differ by less may be in another order than those of departureTime. */
const ROUNDING = 1e-7

/** Returns the whole days of departureTime, but by looking up the day among the sums of hazards instead of going there day by day. */
export function departureDay(
  { deregistrationPerDay, multiplier, firstChange, summed }: Attrition,
  approved: number,
  lifetime: number,
): number {
  const unchanged = approved + lifetime / deregistrationPerDay
  if (firstChange < 0 || unchanged <= firstChange - 1) return Math.floor(unchanged)
  const time = Math.max(approved, firstChange - 1)
  const day = Math.floor(time)
  const last = multiplier.length - 1
  if (day >= last) return Number.POSITIVE_INFINITY
  // The sum of hazards at which it leaves, if the day on which it is at `time` were whole.
  const left = Math.max(0, lifetime - deregistrationPerDay * (time - approved))
  const target = left + summed[day] + (time - day) * (summed[day + 1] - summed[day])
  const found = firstAbove(summed, target, day + 1)
  const isClear = target - summed[found - 1] > ROUNDING && (found > last || summed[found] - target > ROUNDING)
  if (isClear) return found > last ? Number.POSITIVE_INFINITY : found - 1
  return Math.floor(departureTime(deregistrationPerDay, approved, lifetime, multiplier))
}

/** The first place, from one on, whose sum is above a value; the number of sums where there is none. */
function firstAbove(summed: Float64Array, value: number, from: number): number {
  let low = from
  let high = summed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (summed[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}

/** The first day, from 1 on, whose multiplier is not 1; -1 where there is none. */
function firstDayOfChange(multiplier: Float64Array): number {
  for (let day = 1; day < multiplier.length; day++) if (multiplier[day] !== 1) return day
  return -1
}
