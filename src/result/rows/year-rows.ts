// The financial years of a result as rows for readers: which part of the year, children at its end, cost. Feeds the
// terminal table and the JSON document.
import { BASELINE } from '../../domain/baseline.ts'
import { dateInWords } from '../../domain/calendar.ts'
import { ALL_YEARS, parseFinancialYear, startOfFinancialYear } from '../../domain/financial-year.ts'
import type { Axes } from '../../model/axes.ts'
import { type Statistics, statisticsAt, type YearsSummary } from '../../summary/numbers/statistics.ts'
import type { Result } from '../result.ts'

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

/** Picks the rows of the baseline, in the order of the years, with the whole horizon last. */
export function yearRows({ years, totalCost }: Pick<Result, 'years' | 'totalCost'>, axes: Axes): YearRow[] {
  const rows = axes.years.map((year) => ({
    financial_year: year,
    part: partOfYear(year, axes),
    children_end: statisticsOf(years, year, 'children_end'),
    total: statisticsOf(years, year, 'total'),
  }))
  return [...rows, { financial_year: ALL_YEARS, total: totalCost[BASELINE] }]
}

/** The baseline's rows come first. */
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
