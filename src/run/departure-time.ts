// When a household of foster carers leaves, where interventions change how readily carers leave.

/**
 * Returns the day, counted from the start and not whole, on which a household leaves that was approved at `approved`, with an
 * exponential `lifetime` of mean 1: its hazard per day is that of deregistration times [day] `multiplier`, if there is one.
 * Infinity where it stays beyond the days of the multiplier.
 */
export function departureTime(
  deregistrationPerDay: number,
  approved: number,
  lifetime: number,
  multiplier?: Float64Array,
): number {
  const left = approved + lifetime / deregistrationPerDay
  const changes = multiplier?.findIndex((factor) => factor !== 1) ?? -1
  // As without the interventions to the last bit, where they have not begun.
  if (multiplier === undefined || changes < 0 || left <= changes - 1) return left
  let time = Math.max(approved, changes - 1)
  let rest = lifetime - deregistrationPerDay * (time - approved)
  for (let day = Math.floor(time) + 1; day < multiplier.length; day++) {
    const hazard = deregistrationPerDay * multiplier[day]
    const stretch = day - time
    if (rest < hazard * stretch) return time + rest / hazard
    rest -= hazard * stretch
    time = day
  }
  return Number.POSITIVE_INFINITY
}
