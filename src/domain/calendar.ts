// Dates as whole day numbers, so that everything behind the scenario file counts in days and never in time zones.
// A day number is the count of days since 1970-01-01 in the proleptic Gregorian calendar.

const MS_PER_DAY = 86_400_000
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days in a year on average; hazards are rates per year of this length. */
export const DAYS_PER_YEAR = 365.25

/** Days in a month on average; bands given in months are turned into days with it. */
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12

/** Returns the whole days in a number of average months: 3 are 91, 12 are 365. */
export function daysOfMonths(months: number): number {
  return Math.floor(months * DAYS_PER_MONTH)
}

/** Returns the day number of a calendar date; month is 1 to 12. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY)
}

/** Returns the day number of a date written YYYY-MM-DD, or undefined where there is no such date (2015-02-30). */
export function parseDate(text: string): number | undefined {
  const match = ISO_DATE.exec(text)
  if (!match) return undefined
  const parsed = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return formatDate(parsed) === text ? parsed : undefined
}

/** Writes a day number as YYYY-MM-DD. */
export function formatDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Writes the month that a day number falls in as YYYY-MM. */
export function monthOf(day: number): string {
  return formatDate(day).slice(0, 7)
}

/** Returns the first day number of the month after the one that a day falls in. */
export function startOfNextMonth(day: number): number {
  const date = new Date(day * MS_PER_DAY)
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 2, 1)
}

/** Returns the same day of the next year: the last of a month leads to the last of that month, so that 29 February has one too. */
export function sameDayNextYear(day: number): number {
  const date = new Date(day * MS_PER_DAY)
  const [year, month] = [date.getUTCFullYear() + 1, date.getUTCMonth() + 1]
  const isLast = startOfNextMonth(day) === day + 1
  return isLast ? dayNumber(year, month + 1, 1) - 1 : dayNumber(year, month, date.getUTCDate())
}

const LONG_MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const MONTH_NAMES = LONG_MONTH_NAMES.map((name) => name.slice(0, 3))

/** Writes a day number for readers: '1 Jan 2017'. */
export function dateInWords(day: number): string {
  return `${new Date(day * MS_PER_DAY).getUTCDate()} ${monthInWords(day)}`
}

/** Writes a day number for papers: '1 January 2017'. */
export function dateInFull(day: number): string {
  return `${new Date(day * MS_PER_DAY).getUTCDate()} ${monthInFull(day)}`
}

/** Writes the month that a day number falls in for papers: 'January 2017'. */
export function monthInFull(day: number): string {
  const date = new Date(day * MS_PER_DAY)
  return `${LONG_MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** Returns the moment at which a day begins in UTC, for scales of time. */
export function dateOf(day: number): Date {
  return new Date(day * MS_PER_DAY)
}

/** Writes the month that a day number falls in for readers: 'Jan 2017'. */
export function monthInWords(day: number): string {
  const date = new Date(day * MS_PER_DAY)
  return `${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** Returns how many whole years lie between two day numbers, by the calendar: 29 February waits for 1 March. */
export function wholeYearsBetween(from: number, to: number): number {
  const [start, end] = [formatDate(from), formatDate(to)]
  return Number(end.slice(0, 4)) - Number(start.slice(0, 4)) - (end.slice(5) < start.slice(5) ? 1 : 0)
}
