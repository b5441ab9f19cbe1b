// The financial years of a result as rows for readers: which part of the year, children at its end, cost. Feeds the
// terminal table and the JSON document.
import { dateInWords } from '../domain/calendar.ts'
import { parseFinancialYear, startOfFinancialYear } from '../domain/financial-year.ts'
import type { Axes } from '../model/axes.ts'
import { STATISTICS, type Statistic, type YearsSummary } from '../summary/statistics.ts'

export type Statistics = Record<Statistic, number>

export interface YearRow {
  /** '2017/18', or 'all' for the whole horizon. */
  financial_year: string
  /** What is simulated of a part year, like 'from 1 Jan 2017'; missing for whole years. */
  part?: string
  /** Missing for 'all', which has no end of its own. */
  children_end?: Statistics
  /** Cost in £. */
  total: Statistics
}

/** Picks the rows of a variant out of the summary, in the order of the years, 'all' last. */
export function yearRows(summary: YearsSummary, axes: Axes, variant: string): YearRow[] {
  const find = (year: string, line: string) => statisticsOf(summary, variant, year, line)
  const years = axes.years.map((year) => ({
    financial_year: year,
    part: partOfYear(year, axes),
    children_end: find(year, 'children_end'),
    total: find(year, 'total')!,
  }))
  const all = find('all', 'total')
  return all ? [...years, { financial_year: 'all', total: all }] : years
}

function statisticsOf(summary: YearsSummary, variant: string, year: string, line: string) {
  const row = summary.line.findIndex(
    (name, index) =>
      name === line && summary.financial_year[index] === year && summary.variant[index] === variant,
  )
  if (row < 0) return undefined
  return Object.fromEntries(STATISTICS.map((name) => [name, summary.statistics[name][row]])) as Statistics
}

function partOfYear(year: string, { startDay, days }: Axes): string | undefined {
  const first = startDay + 1
  const last = startDay + days
  const calendarYear = parseFinancialYear(year)!
  const startsLate = first > startOfFinancialYear(calendarYear)
  const endsEarly = last < startOfFinancialYear(calendarYear + 1) - 1
  if (startsLate && endsEarly) return `${dateInWords(first)} to ${dateInWords(last)}`
  if (startsLate) return `from ${dateInWords(first)}`
  return endsEarly ? `to ${dateInWords(last)}` : undefined
}
