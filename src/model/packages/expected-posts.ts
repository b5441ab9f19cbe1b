// How many posts of an intervention are filled on average: each is filled or vacant for exponential times (A25).
import { DAYS_PER_YEAR } from '../../domain/calendar.ts'
import type { Intervention } from '../../input/schema/intervention-schema.ts'

/** Returns how many posts are filled on average so many days after the start, at central values; 0 before it, and without posts. */
export function expectedPosts(posts: Intervention['posts'], days: number): number {
  if (days < 0) return 0
  const { number = 0, vacant = 0, monthsToFill, monthsFilled } = posts ?? {}
  const fill = monthsToFill === undefined ? 0 : 12 / (monthsToFill * DAYS_PER_YEAR)
  const leave = monthsFilled === undefined ? 0 : 12 / (monthsFilled * DAYS_PER_YEAR)
  if (fill + leave === 0) return number - vacant
  const atLast = (number * fill) / (fill + leave)
  return atLast + (number - vacant - atLast) * Math.exp(-(fill + leave) * days)
}
