// Children looked after for every 10,000 under 18, as known on a day: for a council, its region and England.
// Table of published figures -> the report.
import { formatDate, parseDate } from '../../domain/calendar.ts'
import { pointsOf } from './council-context.ts'
import { ENGLAND } from './council-figures.ts'
import { findAuthority } from './find-authority.ts'
import { authoritiesOf, editionsUpTo, type PublishedTable } from './published-table.ts'

/** On 31 March of a year. */
export interface RatePoint {
  year: number
  /** Children looked after for every 10,000 under 18. */
  rate: number
}

/** Under 18, on 31 March of the year or as near to it as estimates are made. */
export interface Population {
  year: number
  children: number
  /** The edition that says so. */
  edition: number
}

export interface PlaceRates {
  name: string
  /** By year; never empty. */
  points: RatePoint[]
  /** Of the last year. */
  population: Population
}

export interface PublishedRates {
  council: PlaceRates
  /** Absent where it has no figures. */
  region?: PlaceRates
  england: PlaceRates
  /** The edition later than the day that populations are from; absent where all were known by then. */
  laterEdition?: number
}

/**
 * Works out rates from the numbers of children that were published by a date, YYYY-MM-DD: nothing of later years is looked
 * at. Earlier editions have no populations: where none was known, that of a later edition for the same year is taken.
 * Undefined where the table has no council of that name, or nothing was published.
 */
export function publishedRates(
  table: PublishedTable,
  council: string,
  date: string,
): PublishedRates | undefined {
  const authority = findAuthority(council, authoritiesOf(table))
  if (authority === undefined) return undefined
  const latest = latestYear(date)
  const region = table.rows.find(({ level, name }) => level === 'region' && name === authority.region)
  const ratesOf = (code: string, name: string) => placeRates(table, latest, code, name)
  const [own, england] = [ratesOf(authority.code, authority.name), ratesOf(ENGLAND, 'England')]
  if (own === undefined || england === undefined) return undefined
  const ofRegion = region && ratesOf(region.code, region.name)
  return {
    council: own,
    ...(ofRegion && { region: ofRegion }),
    england,
    ...(own.population.edition > latest && { laterEdition: own.population.edition }),
  }
}

/** The year of the last 31 March up to a date. */
function latestYear(date: string): number {
  const day = formatDate(parseDate(date)!)
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '03-31' ? year : year - 1
}

function placeRates(
  table: PublishedTable,
  latest: number,
  code: string,
  name: string,
): PlaceRates | undefined {
  const points = pointsOf(editionsUpTo(table, latest), code, 'stock').flatMap(({ year, children }) => {
    const population = populationIn(table, latest, code, year)
    return population === undefined
      ? []
      : [{ year, rate: (10_000 * children) / population.children, population }]
  })
  const last = points.at(-1)
  return (
    last && { name, points: points.map(({ year, rate }) => ({ year, rate })), population: last.population }
  )
}

/** The latest known, or the first that came out after. */
function populationIn(
  { rows, earlier }: PublishedTable,
  latest: number,
  code: string,
  year: number,
): Population | undefined {
  const own = rows
    .filter((row) => row.code === code && row.edition === year)
    .map(({ edition, figures }) => ({ edition, population: figures.population }))
  const corrected = earlier.filter((row) => row.code === code && row.year === year)
  const editions = [...own, ...corrected]
    .flatMap(({ edition, population }) =>
      typeof population === 'number' && population > 0 ? [{ year, children: population, edition }] : [],
    )
    .sort((one, other) => one.edition - other.edition)
  return editions.findLast(({ edition }) => edition <= latest) ?? editions.at(0)
}
