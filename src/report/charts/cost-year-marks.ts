// How the cost of each year is drawn: bars of bands with their medians, and ticks of budgets. -> cost-years.ts
import { type Markish, type PlotOptions, text, tickY } from '@observablehq/plot'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import { COLOURS, INK, isNarrow } from '../chart.ts'
import type { ReportSource, YearPoint } from '../report-source.ts'
import { axisMillions, formatMillions } from '../report-words.ts'
import { barMarks } from './band-marks.ts'
import { edgeLabels } from './direct-labels.ts'
import { roundDomain, valueAxis } from './value-axis.ts'
import { yearsAxis } from './year-names.ts'

const MARGINS = { marginTop: 26, marginBottom: 42, marginLeft: 52 }
/** Room for a median beside its bar. */
const LABEL_PIXELS = 58
const [NARROWEST_BAR, WIDEST_BAR] = [24, 48]
/** At the right: for labels of the last year, or for half of its name. */
const [EDGE_PIXELS, END_PIXELS] = [66, 20]

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

/** Draws years as bars of bands so many pixels wide, budgets as ticks across them. */
export function costYearOptions(
  { scenario }: Pick<ReportSource, 'scenario'>,
  years: YearPoint[],
  budgets: BudgetResult[],
  width: number,
): PlotOptions {
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
