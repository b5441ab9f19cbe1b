// How rates are drawn: a line for each place, the forecast of the council as a band. -> rates.ts
import { areaY, dot, lineY, type Markish, type PlotOptions, ruleY } from '@observablehq/plot'
import { dateOf, dayNumber } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { PlaceRates, PublishedRates, RatePoint } from '../../input/published/published-rates.ts'
import { BANDS, COLOURS, isNarrow, PAPER } from '../chart.ts'
import { edgeLabels } from './direct-labels.ts'
import { marchAxis } from './time-axis.ts'
import { roundDomain, valueAxis } from './value-axis.ts'

const MARGINS = { marginTop: 26, marginBottom: 28, marginLeft: 44, marginRight: 96 }
/** After the blue of the council the next of the palette, with patterns besides. */
const COMPARED = [
  { stroke: COLOURS[1], strokeDasharray: '8 3' },
  { stroke: COLOURS[2], strokeDasharray: '2 3' },
] as const

export interface ForecastRate {
  day: number
  q10: number
  q50: number
  q90: number
}

/** Returns the day that a rate is of. */
export function dayOf({ year }: RatePoint): number {
  return dayNumber(year, 3, 31)
}

/** Lists what the council is compared with, by the labels that the chart has room for. */
export function comparedWith({ region, england }: PublishedRates): { place: PlaceRates; label: string }[] {
  return [...(region ? [{ place: region, label: 'Region' }] : []), { place: england, label: 'England' }]
}

/** Draws the rates of all places, and the forecast of the council, so many pixels wide. */
export function rateOptions(published: PublishedRates, forecast: ForecastRate[], width: number): PlotOptions {
  const height = isNarrow(width) ? 250 : 300
  const pixels = height - MARGINS.marginTop - MARGINS.marginBottom
  const others = comparedWith(published)
  const points = [published.council, ...others.map(({ place }) => place)].flatMap((place) => place.points)
  const first = Math.min(...points.map(dayOf))
  const end = forecast.at(-1)!
  const domain = roundDomain([0, ...points.map(({ rate }) => rate), ...forecast.map(({ q90 }) => q90)])
  const x = ({ day }: { day: number }) => dateOf(day)
  return {
    ...MARGINS,
    height,
    x: { type: 'utc', domain: [dateOf(first), dateOf(end.day)] },
    y: valueAxis(domain, pixels, 'Children for every 10,000 under 18', formatNumber),
    marks: [
      marchAxis(first, end.day, width - 140),
      areaY(forecast, { x, y1: 'q10', y2: 'q90', fill: BANDS[1] }),
      lineY(forecast, { x, y: 'q50', stroke: PAPER, strokeWidth: 2 }),
      ...placeMarks(published.council.points, { stroke: COLOURS[0] }),
      ...others.flatMap(({ place }, index) => [
        ...placeMarks(place.points, COMPARED[index]),
        ruleY([place.points.at(-1)!], {
          x1: (point) => dateOf(dayOf(point)),
          x2: dateOf(end.day),
          y: 'rate',
          strokeWidth: 1,
          ...COMPARED[index],
        }),
      ]),
      ...edgeLabels(
        [
          { y: end.q50, text: `Forecast ${formatNumber(end.q50)}` },
          ...others.map(({ place, label }) => {
            const { rate } = place.points.at(-1)!
            return { y: rate, text: `${label} ${formatNumber(rate)}` }
          }),
        ],
        { domain, pixels },
      ),
    ],
  }
}

/** A line through the years, and dots, of which one alone is seen too. */
function placeMarks(points: RatePoint[], style: { stroke: string; strokeDasharray?: string }): Markish[] {
  const x = (point: RatePoint) => dateOf(dayOf(point))
  return [
    lineY(points, { x, y: 'rate', strokeWidth: 2, ...style }),
    dot(points, { x, y: 'rate', fill: style.stroke, r: 3 }),
  ]
}
