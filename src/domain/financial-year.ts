// Financial years of English councils: 1 April to 31 March, named by both calendar years ('2017/18').
import { dayNumber, formatDate } from './calendar.ts'

/** Stands for all years together where a financial year could be named. */
export const ALL_YEARS = 'all'

/** Names a financial year, or all of them together, in words. */
export function financialYearInWords(financialYear: string): string {
  return financialYear === ALL_YEARS ? 'All years' : financialYear
}

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

const BOTH_YEARS = /^(?:fy|f\/y)? ?(\d{4}|\d{2}) ?(?:\/|-|–|—| to ) ?(\d{4}|\d{2})$/
const FIRST_DAY = /^(?:0?1[/.-]0?4[/.-](\d{4})|(\d{4})-04-01)$/

/**
 * Names the financial year that a text means without doubt: '2024-25', '2024/2025', 'FY24/25', '24/25' and '01/04/2024' are
 * '2024/25'. Returns undefined for any other text, and for one with a single year, which may be its first or its last.
 */
export function recogniseFinancialYear(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const firstDay = FIRST_DAY.exec(plain)
  if (firstDay) return financialYearName(Number(firstDay[1] ?? firstDay[2]))
  const [, first, second] = BOTH_YEARS.exec(plain) ?? []
  if (first === undefined || first.length < second.length) return undefined
  const firstYear = first.length === 2 ? 2000 + Number(first) : Number(first)
  const follows = second.length === 2 ? (firstYear + 1) % 100 : firstYear + 1
  return Number(second) === follows ? financialYearName(firstYear) : undefined
}

/** Says how to write the financial year that a text may mean: '; write 2024/25', or nothing where none is near. */
export function financialYearAdvice(text: string): string {
  const plain = text.trim().replace(/^['"’]/, '')
  const name = recogniseFinancialYear(plain) ?? yearOfDay(plain)
  if (name !== undefined) return `; write ${name}`
  const [, digits] = /^(?:fy|f\/y|year|ye)? ?'?(?:20)?(\d{2})$/i.exec(plain) ?? []
  if (digits === undefined) return ''
  const year = 2000 + Number(digits)
  return `; write ${financialYearName(year - 1)} or ${financialYearName(year)}, whichever is meant`
}

/** Names the financial year of a day written as 30/09/2024. */
function yearOfDay(text: string): string | undefined {
  const [, month, year] = (/^\d{1,2}[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []).map(Number)
  return month >= 1 && month <= 12 ? financialYearName(month >= 4 ? year : year - 1) : undefined
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
