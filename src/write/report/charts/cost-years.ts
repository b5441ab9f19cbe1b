// The cost of each financial year as a bar of bands, with the budgets that pay for all of it.
import { type Markish, text, tickY } from '@observablehq/plot'
import type { BudgetResult } from '../../../summary/budgets.ts'
import { type Chart, COLOURS, INK, isNarrow } from '../chart.ts'
import { type ReportSource, type YearPoint, yearPoints } from '../report-source.ts'
import { axisMillions, formatMillions, intervalWords } from '../report-words.ts'
import { BANDS_NOTE, barMarks } from './band-marks.ts'
import { changeOfMedian } from './change.ts'
import { edgeLabels } from './direct-labels.ts'
import { roundDomain, valueAxis } from './value-axis.ts'
import { budgetsNote, wholeBudgets } from './whole-budgets.ts'
import { partYearsNote, simulatedPart, yearName, yearsAxis } from './year-names.ts'

const QUANTILES = ['q05', 'q10', 'q25', 'q50', 'q75', 'q90', 'q95'] as const
const COLUMNS = ['Financial year', 'P05', 'P10', 'P25', 'Median', 'P75', 'P90', 'P95']
const MARGINS = { marginTop: 26, marginBottom: 42, marginLeft: 52 }
/** Room for a median beside its bar. */
const LABEL_PIXELS = 54
const WIDEST_BAR = 48

/** Draws the cost of a variant year by year. */
export function costYears(source: ReportSource, variant: string): Chart[] {
  const years = yearPoints(source, variant, 'total')
  if (years.length === 0) return []
  const budgets = wholeBudgets(source, variant)
  const chart: Chart = {
    name: 'cost-years',
    title: titleOf(comparedYears(source, years)),
    finding: findingOf(source, comparedYears(source, years)),
    note: noteOf(source, variant, years),
    options: (width) => optionsOf(source, years, budgets, width),
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

function titleOf(compared: YearPoint[]): string {
  const [first, last] = [compared[0], compared.at(-1)!]
  const [from, to] = [first, last].map(({ statistics }) => formatMillions(statistics.q50))
  if (first === last) return `${first.financial_year} costs ${from} in the median run`
  const direction = changeOfMedian(first.statistics, last.statistics)
  if (direction === 'none') return `Cost stays near ${from} a year until ${last.financial_year}`
  return `Cost ${direction}s from ${from} in ${first.financial_year} to ${to} in ${last.financial_year}`
}

function findingOf({ scenario }: ReportSource, compared: YearPoint[]): string {
  const [first, last] = [compared[0], compared.at(-1)!]
  const words = ({ financial_year, statistics }: YearPoint) =>
    `in ${yearName(financial_year, scenario)} the median of the runs is ${formatMillions(statistics.q50)}, ` +
    intervalWords(statistics, formatMillions)
  const sentence = [last, ...(first === last ? [] : [first])].map(words).join('; ')
  return `${sentence.replace(/^i/, 'I')}.`
}

function noteOf(source: ReportSource, variant: string, years: YearPoint[]): string {
  const names = years.map(({ financial_year }) => financial_year)
  return (
    `${BANDS_NOTE} Numbers beside or above bars are medians. Cost: all lines, less what others pay.` +
    partYearsNote(names, source.scenario) +
    budgetsNote(source, variant)
  )
}

function amountIn(year: string, budgets: BudgetResult[]): string {
  const own = budgets.filter(({ financial_year }) => financial_year === year)
  return own.length === 0 ? '–' : own.map(({ amount }) => formatMillions(amount)).join(', ')
}

function optionsOf({ scenario }: ReportSource, years: YearPoint[], budgets: BudgetResult[], width: number) {
  const height = isNarrow(width) ? 260 : 320
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const marginRight = budgets.length === 0 ? 8 : 66
  const names = years.map(({ financial_year }) => financial_year)
  const step = (width - MARGINS.marginLeft - marginRight) / years.length
  const isBeside = step > WIDEST_BAR / 2 + LABEL_PIXELS
  const bar = Math.min(WIDEST_BAR, isBeside ? step - LABEL_PIXELS : 0.6 * step)
  const domain = roundDomain([
    0,
    ...years.flatMap(({ statistics: { q05, q95 } }) => [q05, q95]),
    ...budgets.map(({ amount }) => amount),
  ])
  return {
    ...MARGINS,
    height,
    marginRight,
    x: { domain: names, padding: 1 - bar / step },
    y: valueAxis(domain, pixels, 'Cost of the year', axisMillions),
    marks: [
      yearsAxis(names, scenario, width - MARGINS.marginLeft - marginRight),
      ...barMarks(years.map(({ financial_year, statistics }) => ({ x: financial_year, statistics }))),
      ...budgetMarks(budgets, { domain, pixels }),
      medianLabels(years, isBeside ? bar / 2 + 5 : undefined, step),
    ],
  }
}

/** Beside the bars where there is room, otherwise above them, and only of the first and the last where that is narrow too. */
function medianLabels(years: YearPoint[], beside: number | undefined, step: number): Markish {
  const isCrowded = beside === undefined && step < LABEL_PIXELS - 6
  const labelled = isCrowded ? [...new Set([years[0], years.at(-1)!])] : years
  return text(labelled, {
    x: 'financial_year',
    y: ({ statistics }: YearPoint) => (beside === undefined ? statistics.q95 : statistics.q50),
    text: ({ statistics }: YearPoint) => formatMillions(statistics.q50),
    fill: INK,
    ...(beside === undefined ? { dy: -9 } : { dx: beside, textAnchor: 'start' as const }),
  })
}

function budgetMarks(
  budgets: BudgetResult[],
  scale: { domain: readonly [number, number]; pixels: number },
): Markish[] {
  if (budgets.length === 0) return []
  return [
    tickY(budgets, {
      x: 'financial_year',
      y: 'amount',
      stroke: COLOURS[3],
      strokeWidth: 3,
      insetLeft: -7,
      insetRight: -7,
    }),
    ...edgeLabels([{ y: budgets.at(-1)!.amount, text: 'Budget' }], scale),
  ]
}
