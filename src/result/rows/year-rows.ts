// The financial years of a result as rows for readers: which part of the year, children at its end, cost. Feeds the
// terminal table and the JSON document.
import { dateInWords } from '../../domain/calendar.ts'
import { ALL_YEARS, parseFinancialYear, startOfFinancialYear } from '../../domain/financial-year.ts'
import type { Axes } from '../../model/axes.ts'
import { type Statistics, statisticsAt, type YearsSummary } from '../../summary/numbers/statistics.ts'

/** One financial year, or the whole horizon, of which only the cost is told. */
export interface YearRow {
  /** '2017/18', or 'all'. */
  financial_year: string
  /** What is simulated of a part year, like 'from 1 Jan 2017'; missing for whole years. */
  part?: string
  children_end?: Statistics
  /** Cost in £. */
  total: Statistics
}

/** Picks the rows of one variant's summary, in the order of the years, with the whole horizon last. */
export function yearRows(summary: YearsSummary, wholeCost: Statistics, axes: Axes): YearRow[] {
  const years = axes.years.map((year) => ({
    financial_year: year,
    part: partOfYear(year, axes),
    children_end: statisticsOf(summary, year, 'children_end'),
    total: statisticsOf(summary, year, 'total'),
  }))
  return [...years, { financial_year: ALL_YEARS, total: wholeCost }]
}

function statisticsOf({ line, financial_year, statistics }: YearsSummary, year: string, wanted: string) {
  return statisticsAt(
    statistics,
    line.findIndex((name, row) => name === wanted && financial_year[row] === year),
  )
}

/** Words what is simulated of a part year, like 'from 1 Jan 2017'; undefined for whole years. */
export function partOfYear(
  year: string,
  { startDay, days }: Pick<Axes, 'startDay' | 'days'>,
): string | undefined {
  const [first, last] = [startDay + 1, startDay + days]
  const calendarYear = parseFinancialYear(year)!
  const startsLate = first > startOfFinancialYear(calendarYear)
  const endsEarly = last < startOfFinancialYear(calendarYear + 1) - 1
  if (startsLate && endsEarly) return `${dateInWords(first)} to ${dateInWords(last)}`
  if (startsLate) return `from ${dateInWords(first)}`
  return endsEarly ? `to ${dateInWords(last)}` : undefined
}
