// A package less the baseline in the same run, year by year: children at the end of the year, and cost.

import { ruleY } from '@observablehq/plot'
import { dateInFull, monthInFull, parseDate } from '../../domain/calendar.ts'
import { ALL_YEARS } from '../../domain/financial-year.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { Difference, PackageResult, YearDifference } from '../../summary/packages/package-results.ts'
import { chanceInWords } from '../../words/chance-in-words.ts'
import { type Chart, type ChartTable, INK, isNarrow } from '../chart.ts'
import type { ReportSource } from '../report-source.ts'
import { axisMillions, formatChange, formatMillions, predictionWords } from '../report-words.ts'
import { BANDS_NOTE, barMarks } from './band-marks.ts'
import { LEAST, wayOf } from './clear-change.ts'
import { edgeLabels } from './direct-labels.ts'
import { roundDomain, valueAxis } from './value-axis.ts'
import { yearTicks } from './year-ticks.ts'

const MARGINS = { marginTop: 26, marginBottom: 36, marginLeft: 62, marginRight: 122 }
const NOTE = `Each run of the package is compared with the run of the baseline that has the same chance. ${BANDS_NOTE}`

/** What is compared, and how it is written. */
interface Compared {
  key: 'children_end' | 'total'
  name: string
  axis: string
  /** Less of it, as the heading of a share of the runs. */
  less: string
  write: (value: number) => string
  onAxis: (value: number) => string
}

const CHILDREN: Compared = {
  key: 'children_end',
  name: 'difference-children',
  axis: 'Difference in children',
  less: 'Fewer in',
  write: (value) => formatChange(value),
  onAxis: (value) => formatChange(value),
}

const COST: Compared = {
  key: 'total',
  name: 'difference-cost',
  axis: 'Difference in cost',
  less: 'Lower in',
  write: (value) => formatChange(value, formatMillions),
  onAxis: (value) => (value > 0 ? `+${axisMillions(value)}` : axisMillions(value)),
}

/** Draws how far a package is from the baseline: its children and its cost, year by year; nothing of the baseline. */
export function differences(source: ReportSource, variant: string): Chart[] {
  const own = source.manifest.packages?.find(({ package: key }) => key === variant)
  if (own === undefined) return []
  const year = monthInFull(parseDate(source.scenario.end)!)
  return [
    {
      ...chartOf(source, own, CHILDREN),
      title: childrenTitle(own.children_end, year),
      finding: childrenFinding(source, own.children_end),
    },
    { ...chartOf(source, own, COST), title: costTitle(own.total), finding: costFinding(source, own) },
  ]
}

function childrenTitle(difference: Difference, month: string): string {
  const way = wayOf(difference, LEAST.children)
  if (way === 'unknown') return 'Too few runs to tell the change in children'
  if (way === 'near') return `Children stay near the baseline until ${month}`
  const children = formatNumber(Math.abs(difference.mean))
  return `${children} ${way === 'up' ? 'more' : 'fewer'} ${children === '1' ? 'child' : 'children'} by ${month} on average`
}

function childrenFinding({ manifest, scenario }: ReportSource, difference: Difference): string {
  const { mean, q50, p_below_zero } = difference
  const share =
    p_below_zero === null
      ? ''
      : `; there are fewer in ${chanceInWords(p_below_zero, manifest.runs)} of the runs`
  return (
    `On ${dateInFull(parseDate(scenario.end)!)} the median difference from the baseline is ${formatChange(q50)} children, ` +
    `${predictionWords(difference, formatChange)}, and the mean ${formatChange(mean, oneDigit)}${share}.`
  )
}

function oneDigit(value: number): string {
  return formatNumber(value, 1)
}

function costTitle(difference: Difference): string {
  const way = wayOf(difference, LEAST['£'])
  if (way === 'unknown') return 'Too few runs to tell the change in cost'
  if (way === 'near') return 'Cost of all years stays near the baseline on average'
  return `All years cost ${formatMillions(Math.abs(difference.mean))} ${way === 'up' ? 'more' : 'less'} on average`
}

function costFinding({ manifest }: ReportSource, { total }: PackageResult): string {
  const { mean, q50, p_below_zero } = total
  const share =
    p_below_zero === null
      ? ''
      : `; it costs less in ${chanceInWords(p_below_zero, manifest.runs)} of the runs`
  return (
    `Over all years together the package costs ${lessOrMore(q50)} than the baseline in the median run, ` +
    `${predictionWords(total, lessOrMore)}, and ${lessOrMore(mean)} on average${share}.`
  )
}

/** In words, since a minus would be torn from its £ at the end of a line. */
function lessOrMore(pounds: number): string {
  return `${formatMillions(Math.abs(pounds))} ${pounds > 0 ? 'more' : 'less'}`
}

function chartOf({ manifest }: ReportSource, { years }: PackageResult, compared: Compared) {
  const single = years.filter(({ financial_year }) => financial_year !== ALL_YEARS)
  return {
    name: compared.name,
    note: NOTE,
    options: (width: number) => optionsOf(single, compared, width),
    table: tableOf(single, compared, manifest.runs),
    places: { scale: 'x' as const, of: single.map(({ financial_year }) => financial_year) },
  }
}

function optionsOf(years: YearDifference[], { key, axis, write, onAxis }: Compared, width: number) {
  const height = isNarrow(width) ? 260 : 300
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const points = years.map((year) => ({ x: year.financial_year, statistics: year[key] }))
  const domain = roundDomain([0, ...points.flatMap(({ statistics: { q05, q95 } }) => [q05, q95])])
  const { q10, q50, q90 } = points.at(-1)!.statistics
  const labels = [
    { y: q90, text: `P90 ${write(q90)}` },
    { y: q50, text: `Median ${write(q50)}` },
    { y: q10, text: `P10 ${write(q10)}` },
  ]
  return {
    ...MARGINS,
    height,
    x: { type: 'band' as const, domain: points.map(({ x }) => x), padding: 0.4 },
    y: valueAxis(domain, pixels, axis, onAxis),
    marks: [
      yearTicks(
        points.map(({ x }) => x),
        width - MARGINS.marginLeft - MARGINS.marginRight,
      ),
      ...barMarks(points),
      ruleY([0], { stroke: INK }),
      ...edgeLabels(labels, { domain, pixels }),
    ],
  }
}

function tableOf(years: YearDifference[], { key, less, write }: Compared, runs: number): ChartTable {
  const isIllustration = years.some((year) => year[key].p_below_zero === null)
  return {
    columns: [
      'Financial year',
      'Mean',
      'P05',
      'P10',
      'Median',
      'P80',
      'P90',
      'P95',
      ...(isIllustration ? [] : [less]),
    ],
    rows: years.map((year) => {
      const { mean, q05, q10, q50, q80, q90, q95, p_below_zero } = year[key]
      const chance = isIllustration ? [] : [chanceInWords(p_below_zero, runs)]
      return [year.financial_year, ...[mean, q05, q10, q50, q80, q90, q95].map(write), ...chance]
    }),
  }
}
