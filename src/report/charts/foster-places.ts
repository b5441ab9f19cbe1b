// The places that foster carers give, and the children who live there, for placements that are ever found full.
import { areaY, lineY, type PlotOptions } from '@observablehq/plot'
import { dateInFull, dateOf, monthInFull } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import { BANDS, type Chart, COLOURS, isNarrow, PAPER } from '../chart.ts'
import { type MonthPoint, monthPoints, type ReportSource } from '../report-source.ts'
import { predictionWords } from '../report-words.ts'
import { changeOfMedian } from './change.ts'
import { edgeLabels } from './direct-labels.ts'
import { overflows } from './overflows.ts'
import { shortLabel } from './short-label.ts'
import { marchAxis, thinned } from './time-axis.ts'
import { roundDomain, valueAxis } from './value-axis.ts'

const MOST_MONTHS = 12
const MARGINS = { marginTop: 26, marginBottom: 28, marginLeft: 44, marginRight: 92 }

/** Draws the places of every placement with foster carers that turns children away; nothing where none does. */
export function fosterPlaces(source: ReportSource, variant: string): Chart[] {
  return overflows(source, variant).flatMap(({ key, label }): Chart[] => {
    if (key === undefined) return []
    const places = thinned(monthPoints(source, variant, 'places', key), MOST_MONTHS)
    const children = thinned(monthPoints(source, variant, 'children', key), MOST_MONTHS)
    return places.length < 2 ? [] : [chartOf(key, label, places, children)]
  })
}

function chartOf(key: string, label: string, places: MonthPoint[], children: MonthPoint[]): Chart {
  return {
    name: `places-${key.toLowerCase()}`,
    title: titleOf(shortLabel(label), places),
    finding: findingOf(label, places, children),
    note: 'Line with a band: the median and the middle 80 % of the runs. Dashed line: the median of children there. Places are those that can be used.',
    options: (width) => optionsOf(places, children, width),
    table: {
      columns: ['Month', 'Places P10', 'Median', 'P80', 'P90', 'Children P10', 'Median', 'P80', 'P90'],
      rows: places.map(({ day, statistics }, index) => [
        monthInFull(day),
        ...[statistics, children[index].statistics].flatMap(({ q10, q50, q80, q90 }) =>
          [q10, q50, q80, q90].map((value) => formatNumber(value)),
        ),
      ]),
    },
    places: { scale: 'x', of: places.map(({ day }) => dateOf(day)) },
  }
}

function titleOf(label: string, places: MonthPoint[]): string {
  const [from, to] = [places[0].statistics, places.at(-1)!.statistics]
  const direction = changeOfMedian(from, to)
  if (direction === 'unclear') return `${label}: too few runs to tell`
  if (direction === 'none' || formatNumber(from.q50) === formatNumber(to.q50))
    return `${label}: places stay near ${formatNumber(from.q50)}`
  return `${label}: places ${direction} from ${formatNumber(from.q50)} to ${formatNumber(to.q50)}`
}

function findingOf(label: string, places: MonthPoint[], children: MonthPoint[]): string {
  const { day, statistics } = places.at(-1)!
  const there = children.at(-1)!.statistics
  return (
    `${label}: on ${dateInFull(day)} the median of the runs is ${formatNumber(statistics.q50)} usable places, ` +
    `${predictionWords(statistics)}, and ${formatNumber(there.q50)} children live there, ${predictionWords(there)}.`
  )
}

function optionsOf(places: MonthPoint[], children: MonthPoint[], width: number): PlotOptions {
  const height = isNarrow(width) ? 200 : 220
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const [first, last] = [places[0].day, places.at(-1)!.day]
  const x = ({ day }: MonthPoint) => dateOf(day)
  const median = ({ statistics }: MonthPoint) => statistics.q50
  const domain = roundDomain([0, ...places.map(({ statistics }) => statistics.q90), ...children.map(median)])
  return {
    ...MARGINS,
    height,
    x: { type: 'utc', domain: [dateOf(first), dateOf(last)] },
    y: valueAxis(domain, pixels, 'Places, children', formatNumber),
    marks: [
      marchAxis(first, last, width - 140),
      areaY(places, {
        x,
        y1: ({ statistics }) => statistics.q10,
        y2: ({ statistics }) => statistics.q90,
        fill: BANDS[1],
      }),
      lineY(places, { x, y: median, stroke: PAPER, strokeWidth: 2 }),
      lineY(children, { x, y: median, stroke: COLOURS[3], strokeWidth: 2, strokeDasharray: '6 4' }),
      ...edgeLabels(
        [
          { y: median(places.at(-1)!), text: `Places ${formatNumber(median(places.at(-1)!))}` },
          { y: median(children.at(-1)!), text: `Children ${formatNumber(median(children.at(-1)!))}` },
        ],
        { domain, pixels },
      ),
    ],
  }
}
