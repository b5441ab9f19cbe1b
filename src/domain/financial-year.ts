// Financial years of English councils: 1 April to 31 March, named by both calendar years ('2017/18').
import { dayNumber, formatDate } from './calendar.ts'

/** Returns the calendar year in which the financial year of a day begins: 2017 for any day of 2017/18. */
export function financialYearOf(day: number): number {
  const [year, month] = formatDate(day).split('-').map(Number)
  return month >= 4 ? year : year - 1
}

/** Names a financial year by its first calendar year: 2017 is '2017/18'. */
export function financialYearName(firstYear: number): string {
  return `${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`
}

/** Returns the first calendar year of a name like '2017/18', or undefined where the two halves do not follow on. */
export function parseFinancialYear(name: string): number | undefined {
  const firstYear = Number(/^(\d{4})\/\d{2}$/.exec(name)?.[1])
  return financialYearName(firstYear) === name ? firstYear : undefined
}

/** Returns the day number of 1 April in the given calendar year. */
export function startOfFinancialYear(firstYear: number): number {
  return dayNumber(firstYear, 4, 1)
}

/** Returns the days of a financial year, 365 or 366, by its first calendar year. */
export function daysInFinancialYear(firstYear: number): number {
  return startOfFinancialYear(firstYear + 1) - startOfFinancialYear(firstYear)
}

/** Names the financial years that the days from one to another touch, in order. */
export function financialYearsBetween(firstDay: number, lastDay: number): string[] {
  const first = financialYearOf(firstDay)
  const count = Math.max(0, financialYearOf(lastDay) - first + 1)
  return Array.from({ length: count }, (_, index) => financialYearName(first + index))
}

/** Names the first financial year that lies wholly between two days; undefined where there is none. */
export function firstWholeFinancialYear(firstDay: number, lastDay: number): string | undefined {
  return financialYearsBetween(firstDay, lastDay).find((name) => {
    const year = parseFinancialYear(name)!
    return startOfFinancialYear(year) >= firstDay && startOfFinancialYear(year + 1) - 1 <= lastDay
  })
}
