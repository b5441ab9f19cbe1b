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
  // To go day by day gives other last bits; whoever leaves before the first change does so as without any.
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

/** The first day, from 1 on, whose multiplier is not 1; -1 where there is none. */
function firstDayOfChange(multiplier: Float64Array): number {
  for (let day = 1; day < multiplier.length; day++) if (multiplier[day] !== 1) return day
  return -1
}
