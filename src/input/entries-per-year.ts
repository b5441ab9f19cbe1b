// The yearly rate of entries: stated, or the latest count of the facts.
import { DAYS_PER_YEAR, parseDate } from '../domain/calendar.ts'
import type { Facts, Scenario } from './scenario-schema.ts'

/** Returns the entries a year of the first simulated year; undefined where neither entries nor facts have any. */
export function entriesPerYear({ entries, facts = [] }: Scenario): number | undefined {
  if (entries.perYear !== undefined) return entries.perYear
  const counted = facts.filter((block) => block.entries !== undefined)
  const latest = counted.sort((a, b) => a.period.to.localeCompare(b.period.to, 'en')).at(-1)
  return latest && (latest.entries! / periodDays(latest)) * DAYS_PER_YEAR
}

/** Returns the days of a count, the first and the last included. */
export function periodDays({ period }: Facts): number {
  return parseDate(period.to)! - parseDate(period.from)! + 1
}
