// Children looked after for every 10,000 under 18: the council's past and forecast beside its region and England.
import { BASELINE } from '../../domain/baseline.ts'
import { dateInFull, dateOf, parseDate } from '../../domain/calendar.ts'
import { formatNumber } from '../../domain/quantity.ts'
import type { PublishedRates, RatePoint } from '../../input/published/published-rates.ts'
import type { Chart } from '../chart.ts'
import { monthPoints, type ReportSource } from '../report-source.ts'
import { comparedWith, dayOf, type ForecastRate, rateOptions } from './rate-marks.ts'
import { thinned } from './time-axis.ts'

const MOST_MONTHS = 6
const PER = 10_000

/** Draws rates, with the forecast of the baseline; nothing where none of the council was known at the start. */
export function rates(source: ReportSource, variant: string): Chart[] {
  const { rates: published } = source
  if (published === undefined || variant !== BASELINE) return []
  const forecast = forecastRates(source, variant, published.council.population.children)
  const chart: Chart = {
    name: 'rates',
    title: titleOf(published),
    finding: findingOf(published, forecast),
    note: noteOf(published),
    options: (width) => rateOptions(published, forecast, width),
    table: tableOf(published, forecast),
    places: {
      scale: 'x',
      of: [...published.council.points.map(dayOf), ...forecast.map(({ day }) => day)].map(dateOf),
    },
  }
  return [chart]
}

/** The children of the runs by the population that was known last; the start first. */
function forecastRates(source: ReportSource, variant: string, population: number): ForecastRate[] {
  const { start, openingStock } = source.scenario
  const rate = (children: number) => (PER * children) / population
  const opening = rate(openingStock.children)
  return [
    { day: parseDate(start)!, q10: opening, q50: opening, q90: opening },
    ...thinned(monthPoints(source, variant, 'children', null), MOST_MONTHS).map(
      ({ day, statistics: { q10, q50, q90 } }) => ({ day, q10: rate(q10), q50: rate(q50), q90: rate(q90) }),
    ),
  ]
}

/** What was published of all of them for the same year. */
function titleOf({ council, england }: PublishedRates): string {
  const { year, rate } = council.points.at(-1)!
  const ofEngland = england.points.find((point) => point.year === year)
  const own = `${formatNumber(rate)} per 10,000 in care in ${year}`
  return ofEngland === undefined ? own : `${own}, England ${formatNumber(ofEngland.rate)}`
}

function findingOf(published: PublishedRates, forecast: ForecastRate[]): string {
  const { council } = published
  const { year, rate } = council.points.at(-1)!
  const others = comparedWith(published).flatMap(({ place }) =>
    place.points
      .filter((point) => point.year === year)
      .map((point) => `, ${place.name} ${formatNumber(point.rate)}`),
  )
  const { day, q10, q50, q90 } = forecast.at(-1)!
  return (
    `On 31 March ${year} ${council.name} looked after ${formatNumber(rate)} children for every 10,000 under 18` +
    `${others.join('')}. With the population of ${council.population.year} the median of the runs is ${formatNumber(q50)} on ` +
    `${dateInFull(day)}, 80 % prediction interval ${formatNumber(q10)} to ${formatNumber(q90)}.`
  )
}

function noteOf({ council, region, laterEdition }: PublishedRates): string {
  const { year, children, edition } = council.population
  const later =
    laterEdition === undefined
      ? ''
      : ` Populations are those of the edition of ${laterEdition}, which came out after the start of this forecast; numbers of children are as they were known by then.`
  return (
    'Source: Department for Education, Children looked after in England. ' +
    `The forecast holds the population of ${year} constant: ${formatNumber(children)} under 18, edition of ${edition}; ` +
    'its band is the middle 80 % of the runs. Thin lines go on at the last known rates, for comparison, and are no forecasts.' +
    `${region === undefined ? '' : ` Region: ${region.name}.`}${later}`
  )
}

function tableOf(published: PublishedRates, forecast: ForecastRate[]): Chart['table'] {
  const { council } = published
  const others = comparedWith(published).map(({ place }) => place)
  return {
    columns: ['Date', council.name, 'P10', 'P90', ...others.map(({ name }) => name)],
    rows: [
      ...council.points.map((point) => [
        dateInFull(dayOf(point)),
        formatNumber(point.rate),
        '–',
        '–',
        ...others.map(({ points }) => rateIn(points, point.year)),
      ]),
      ...forecast.map(({ day, q10, q50, q90 }, index) => [
        `${dateInFull(day)}, ${index === 0 ? 'start' : 'forecast'}`,
        formatNumber(q50),
        ...(index === 0 ? ['–', '–'] : [formatNumber(q10), formatNumber(q90)]),
        ...others.map(() => '–'),
      ]),
    ],
  }
}

function rateIn(points: RatePoint[], year: number): string {
  const point = points.find((one) => one.year === year)
  return point === undefined ? '–' : formatNumber(point.rate)
}
