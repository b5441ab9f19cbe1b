// Numbers by year as numbers by day: N a year of average length, or N in each financial year by its own days.
import { DAYS_PER_YEAR } from '../../domain/calendar.ts'
import { daysInFinancialYear, parseFinancialYear } from '../../domain/financial-year.ts'
import type { Axes } from '../axes.ts'

/** How many a year; one of the two is there. */
export interface ByYear {
  perYear?: number
  perFinancialYear?: Record<string, number>
}

/** Returns [day] how many a day; none on day 0, nor in a financial year that a table leaves out. */
export function countPerDay(
  { perYear, perFinancialYear = {} }: ByYear,
  { days, years, yearEnd }: Pick<Axes, 'days' | 'years' | 'yearEnd'>,
): Float64Array {
  const perDay = new Float64Array(days + 1)
  if (perYear !== undefined) return perDay.fill(perYear / DAYS_PER_YEAR, 1)
  years.forEach((name, year) => {
    const whole = daysInFinancialYear(parseFinancialYear(name)!)
    perDay.fill((perFinancialYear[name] ?? 0) / whole, (yearEnd[year - 1] ?? 0) + 1, yearEnd[year] + 1)
  })
  return perDay
}
