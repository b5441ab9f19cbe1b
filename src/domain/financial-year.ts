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
