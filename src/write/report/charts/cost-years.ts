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
const LABEL_PIXELS = 58
const [NARROWEST_BAR, WIDEST_BAR] = [24, 48]
/** At the right: for labels of the last year, or for half of its name. */
const [EDGE_PIXELS, END_PIXELS] = [66, 20]

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

function titleOf({ scenario }: ReportSource, compared: YearPoint[]): string {
  const [first, last] = [compared[0], compared.at(-1)!]
  const [from, to] = [first, last].map(({ statistics }) => formatMillions(statistics.q50))
  const isPart = simulatedPart(first.financial_year, scenario) !== undefined
  if (first === last)
    return `${isPart ? 'Part year ' : ''}${first.financial_year} costs ${from} in the median run`
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
    `${BANDS_NOTE} Numbers at bars are medians. Cost: all lines, less what others pay.` +
    partYearsNote(names, source.scenario) +
    budgetsNote(source, variant)
  )
}

function amountIn(year: string, budgets: BudgetResult[]): string {
  const own = budgets.filter(({ financial_year }) => financial_year === year)
  return own.length === 0 ? '–' : own.map(({ amount }) => formatMillions(amount)).join(', ')
}

/** Where medians stand: beside their bars, above them, or, of many years, that of the last at the right edge. */
interface Layout {
  /** Between the middles of bars, and a bar's own width. */
  step: number
  bar: number
  marginRight: number
  medians: 'beside' | 'above' | 'last'
}

function layoutOf(years: number, hasBudgets: boolean, width: number): Layout {
  const stepWith = (marginRight: number) => (width - MARGINS.marginLeft - marginRight) / (years + 0.6)
  const marginRight = hasBudgets ? EDGE_PIXELS : END_PIXELS
  const step = stepWith(marginRight)
  if (step > NARROWEST_BAR + LABEL_PIXELS) {
    return { step, bar: Math.min(WIDEST_BAR, step - LABEL_PIXELS), marginRight, medians: 'beside' }
  }
  if (step > LABEL_PIXELS - 12) return { step, bar: 0.6 * step, marginRight, medians: 'above' }
  return {
    step: stepWith(EDGE_PIXELS),
    bar: 0.6 * stepWith(EDGE_PIXELS),
    marginRight: EDGE_PIXELS,
    medians: 'last',
  }
}

function optionsOf({ scenario }: ReportSource, years: YearPoint[], budgets: BudgetResult[], width: number) {
  const height = isNarrow(width) ? 260 : 320
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const names = years.map(({ financial_year }) => financial_year)
  const layout = layoutOf(years.length, budgets.length > 0, width)
  const { marginRight, step, bar, medians } = layout
  const domain = roundDomain([
    0,
    ...years.flatMap(({ statistics: { q05, q95 } }) => [q05, q95]),
    ...budgets.map(({ amount }) => amount),
  ])
  const { q50 } = years.at(-1)!.statistics
  return {
    ...MARGINS,
    height,
    marginRight,
    x: { domain: names, padding: 1 - bar / step },
    y: valueAxis(domain, pixels, 'Cost of the year', axisMillions),
    marks: [
      yearsAxis(names, scenario, width - MARGINS.marginLeft - marginRight),
      ...barMarks(years.map(({ financial_year, statistics }) => ({ x: financial_year, statistics }))),
      ...budgetTicks(budgets),
      ...medianLabels(years, layout),
      ...edgeLabels(
        [
          ...budgets.slice(-1).map(({ amount }) => ({ y: amount, text: 'Budget' })),
          ...(medians === 'last' ? [{ y: q50, text: formatMillions(q50) }] : []),
        ],
        { domain, pixels },
      ),
    ],
  }
}

function medianLabels(years: YearPoint[], { medians, bar }: Layout): Markish[] {
  if (medians === 'last') return []
  const isBeside = medians === 'beside'
  return [
    text(years, {
      x: 'financial_year',
      y: ({ statistics }: YearPoint) => (isBeside ? statistics.q50 : statistics.q95),
      text: ({ statistics }: YearPoint) => formatMillions(statistics.q50),
      fill: INK,
      ...(isBeside ? { dx: bar / 2 + 4, textAnchor: 'start' as const } : { dy: -9 }),
    }),
  ]
}

function budgetTicks(budgets: BudgetResult[]): Markish[] {
  const style = { stroke: COLOURS[3], strokeWidth: 3, insetLeft: -7, insetRight: -7 }
  return budgets.length === 0 ? [] : [tickY(budgets, { x: 'financial_year', y: 'amount', ...style })]
}
