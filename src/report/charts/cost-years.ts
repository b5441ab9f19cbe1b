// The cost of each financial year as a bar of bands, with the budgets that pay for all of it.
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import type { Chart } from '../chart.ts'
import { type ReportSource, type YearPoint, yearPoints } from '../report-source.ts'
import { formatMillions, predictionWords } from '../report-words.ts'
import { BANDS_NOTE } from './band-marks.ts'
import { changeOfMedian } from './change.ts'
import { costYearOptions } from './cost-year-marks.ts'
import { budgetsNote, wholeBudgets } from './whole-budgets.ts'
import { partYearsNote, simulatedPart, yearName } from './year-names.ts'

const QUANTILES = ['q05', 'q10', 'q25', 'q50', 'q75', 'q80', 'q90', 'q95'] as const
const COLUMNS = ['Financial year', 'P05', 'P10', 'P25', 'Median', 'P75', 'P80', 'P90', 'P95']

/** Draws the cost of a variant year by year. */
export function costYears(source: ReportSource, variant: string): Chart[] {
  const years = yearPoints(source, variant, 'total')
  if (years.length === 0) return []
  const budgets = wholeBudgets(source, variant)
  const chart: Chart = {
    name: 'cost-years',
    title: titleOf(source, comparedYears(source, years)),
    finding: findingOf(source, comparedYears(source, years)),
    note: noteOf(source, variant, years),
    options: (width) => costYearOptions(source, years, budgets, width),
    table: {
      columns: [...COLUMNS, ...(budgets.length > 0 ? ['Budget'] : [])],
      rows: years.map(({ financial_year, statistics }) => [
        yearName(financial_year, source.scenario),
        ...QUANTILES.map((name) => formatMillions(statistics[name])),
        ...(budgets.length > 0 ? [amountIn(financial_year, budgets)] : []),
      ]),
    },
    places: { scale: 'x', of: years.map(({ financial_year }) => financial_year) },
  }
  return [chart]
}

/** Whole years alone can be compared; a horizon without any is told by its first. */
function comparedYears({ scenario }: ReportSource, years: YearPoint[]): YearPoint[] {
  const whole = years.filter(({ financial_year }) => simulatedPart(financial_year, scenario) === undefined)
  return whole.length > 0 ? whole : years.slice(0, 1)
}

function titleOf({ scenario }: ReportSource, compared: YearPoint[]): string {
  const [first, last] = [compared[0], compared.at(-1)!]
  const [from, to] = [first, last].map(({ statistics }) => formatMillions(statistics.q50))
  const isPart = simulatedPart(first.financial_year, scenario) !== undefined
  if (first === last)
    return `${isPart ? 'Part year ' : ''}${first.financial_year} costs ${from} in the median run`
  const direction = changeOfMedian(first.statistics, last.statistics)
  if (direction === 'unclear') return 'Too few runs to tell whether cost rises or falls'
  if (direction === 'none') return `Cost stays near ${from} a year until ${last.financial_year}`
  return `Cost ${direction}s from ${from} in ${first.financial_year} to ${to} in ${last.financial_year}`
}

function findingOf({ scenario }: ReportSource, compared: YearPoint[]): string {
  const [first, last] = [compared[0], compared.at(-1)!]
  const words = ({ financial_year, statistics }: YearPoint) =>
    `in ${yearName(financial_year, scenario)} the median of the runs is ${formatMillions(statistics.q50)}, ` +
    predictionWords(statistics, formatMillions)
  const sentence = [last, ...(first === last ? [] : [first])].map(words).join('; ')
  return `${sentence.replace(/^i/, 'I')}.`
}

function noteOf(source: ReportSource, variant: string, years: YearPoint[]): string {
  const names = years.map(({ financial_year }) => financial_year)
  return (
    `${BANDS_NOTE} Numbers at bars are medians. Cost: all lines, less what others pay.` +
    partYearsNote(names, source.scenario) +
    budgetsNote(source, variant)
  )
}

function amountIn(year: string, budgets: BudgetResult[]): string {
  const own = budgets.filter(({ financial_year }) => financial_year === year)
  return own.length === 0 ? '–' : own.map(({ amount }) => formatMillions(amount)).join(', ')
}
