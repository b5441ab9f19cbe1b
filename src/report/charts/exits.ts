// Why children leave care: exits by reason, a year on average, over the whole horizon.
import { DAYS_PER_YEAR, dateInFull, parseDate } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { sum } from '../../domain/sum.ts'
import { lineLabel } from '../../input/line-labels.ts'
import type { Statistics } from '../../summary/numbers/statistics.ts'
import { CLEAR_ERRORS } from '../../words/clear-errors.ts'
import type { Chart } from '../chart.ts'
import { linesLike, type ReportSource, yearPoints } from '../report-source.ts'
import { predictionWords } from '../report-words.ts'
import { categoryBars } from './category-bars.ts'

const EXITS = 'exits:'
/** Reasons that the finding names. */
const MOST_TOLD = 3

interface Reason {
  label: string
  /** Children a year on average; of one financial year alone, or a part of it, in that. */
  mean: number
  /** Monte Carlo standard error of the mean; at most that, where several years are added up. */
  error: number
  /** Absent where several years are added up: quantiles do not add up. */
  statistics?: Statistics
}

/** Draws the reasons for which the children of a variant leave, the most frequent first; nothing where nobody leaves. */
export function exits(source: ReportSource, variant: string): Chart[] {
  const reasons = reasonsOf(source, variant)
  if (reasons.every(({ mean }) => mean === 0)) return []
  const per = perWords(source)
  const drawn = reasons.filter(({ mean }) => mean > 0)
  const chart: Chart = {
    name: 'exits',
    title: titleOf(drawn, per),
    finding: findingOf(drawn, per),
    note: noteOf(source, drawn),
    options: (width) => categoryBars(drawn.map(barOf), width),
    table: {
      columns: ['Reason', `Children ${per}`, ...(drawn[0].statistics ? ['P10', 'Median', 'P80', 'P90'] : [])],
      rows: drawn.map(rowOf),
    },
    places: { scale: 'y', of: drawn.map(({ label }) => label) },
  }
  return [chart]
}

function reasonsOf(source: ReportSource, variant: string): Reason[] {
  const { start, end } = source.scenario
  const years = (parseDate(end)! - parseDate(start)!) / DAYS_PER_YEAR
  return linesLike(source, variant, EXITS)
    .map((line): Reason => {
      const points = yearPoints(source, variant, line).map(({ statistics }) => statistics)
      const label = reasonLabel(line, source)
      if (points.length === 1)
        return { label, mean: points[0].mean, error: points[0].mc_error || 0, statistics: points[0] }
      return {
        label,
        mean: sum(points.map(({ mean }) => mean)) / years,
        error: sum(points.map(({ mc_error }) => mc_error || 0)) / years,
      }
    })
    .sort((one, other) => other.mean - one.mean)
}

/** The line is 'Exits: special guardianship', the reason 'Special guardianship'. */
function reasonLabel(line: string, { scenario }: ReportSource): string {
  const label = lineLabel(line, scenario)
  return label
    .slice(label.indexOf(':') + 1)
    .trim()
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

/** The only financial year, or a year on average. */
function perWords({ years }: ReportSource): string {
  const [first, ...others] = new Set(years.financial_year)
  return others.length === 0 ? `in ${first}` : 'a year'
}

/** Two that differ by no more than chance in the runs lead together. */
function titleOf([first, second]: Reason[], per: string): string {
  const lead = second === undefined ? Infinity : first.mean - second.mean
  if (lead > CLEAR_ERRORS * Math.hypot(first.error, second?.error ?? 0))
    return `Most frequent reason to leave: ${first.label}, ${countOf(first)} ${per}`
  return `Most frequent reasons to leave: ${first.label}, ${second.label}`
}

function findingOf(reasons: Reason[], per: string): string {
  const told = reasons.slice(0, MOST_TOLD).map((reason) => {
    const { label, statistics } = reason
    return `${label} ${countOf(reason)}${statistics ? ` (${predictionWords(statistics)})` : ''}`
  })
  const total = formatNumber(sum(reasons.map(({ mean }) => mean)))
  const leave = per === 'a year' ? 'children leave care a year' : `children leave care ${per}`
  return `On average ${total} ${leave}: ${told.join(', ')}${reasons.length > MOST_TOLD ? ' and others' : ''}.`
}

function noteOf({ scenario: { start, end } }: ReportSource, [{ statistics }]: Reason[]): string {
  const days = `${dateInFull(parseDate(start)!)} to ${dateInFull(parseDate(end)!)}`
  return (
    `Bars: means of the runs, from ${days}. ` +
    (statistics === undefined
      ? 'Means add up over reasons and years; quantiles do not add up, so that no intervals are given.'
      : 'Lines across: the middle 80 % of the runs, a prediction interval. Quantiles do not add up.')
  )
}

function barOf(reason: Reason) {
  const { label, mean, statistics } = reason
  const interval = statistics && { low: statistics.q10, high: statistics.q90 }
  return { label, value: mean, text: countOf(reason), ...interval }
}

function rowOf(reason: Reason): string[] {
  const { statistics } = reason
  const quantiles = statistics ? [statistics.q10, statistics.q50, statistics.q80, statistics.q90] : []
  return [reason.label, countOf(reason), ...quantiles.map((value) => formatNumber(value))]
}

/** With a digit after the point where there are few. */
function countOf({ mean }: Reason): string {
  return formatNumber(mean, mean < 9.95 ? 1 : 0)
}
