// What an interval includes beside chance, in words.
import type { Intervals } from '../result/result-identity.ts'

/** Words what the spread includes. */
export function intervalsInWords(intervals: Intervals): string {
  return intervals.replace('shocks', 'yearly shocks')
}
