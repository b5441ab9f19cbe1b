// The yearly rate of entries: stated, or the latest count of the facts.
import { DAYS_PER_YEAR, parseDate } from '../domain/calendar.ts'
import type { Facts, Scenario } from './schema/scenario-schema.ts'

/** Returns the entries a year of the first simulated year; undefined where neither entries nor facts have any. */
export function entriesPerYear(scenario: Scenario): number | undefined {
  if (scenario.entries.perYear !== undefined) return scenario.entries.perYear
  const counted = countedEntries(scenario)
  return counted && (counted.entries! / periodDays(counted)) * DAYS_PER_YEAR
}

/** Finds the facts whose count is the rate of entries; undefined where the rate is stated or nothing counts them. */
export function countedEntries({ entries, facts = [] }: Scenario): Facts | undefined {
  if (entries.perYear !== undefined) return undefined
  const counted = facts.filter((block) => block.entries !== undefined)
  return counted.sort((a, b) => a.period.to.localeCompare(b.period.to, 'en')).at(-1)
}

/** Returns the days of a count, the first and the last included. */
export function periodDays({ period }: Facts): number {
  return parseDate(period.to)! - parseDate(period.from)! + 1
}
