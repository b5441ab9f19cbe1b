// Entries turned year by year, so that the number of children grows as expected (A20): the first year's rate, and a shift
// on each later year.
import { DAYS_PER_YEAR, formatDate, parseDate } from '../domain/calendar.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** Returns the day, from 1 on, on which the year behind so many begins. */
export function firstDayOfYear(years: number): number {
  return Math.round(years * DAYS_PER_YEAR) + 1
}

/** Returns the entries and shifts of a scenario with its entries multiplied, [year]; the last factor goes on. */
export function grownEntries(
  scenario: Scenario,
  factors: readonly number[],
): Pick<Scenario, 'entries' | 'shifts'> {
  const { entries, start } = scenario
  const later = factors.slice(1).map((factor, before): [string, NonNullable<Scenario['shifts']>[string]] => {
    const from = formatDate(parseDate(start)! + firstDayOfYear(before + 1))
    return [`growth-of-year-${before + 2}`, { on: 'entries', from, factor: factor / factors[before] }]
  })
  return {
    entries: { ...entries, perYear: entriesPerYear(scenario)! * factors[0] },
    shifts: later.length === 0 ? scenario.shifts : { ...scenario.shifts, ...Object.fromEntries(later) },
  }
}
