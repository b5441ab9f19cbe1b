// The product's own table of what was published about each council, edition by edition: published/*.csv -> rows.
// scripts/compact-published.ts makes the files, published/README.md says what is in them.
import { csvRecords } from '../reading/csv-records.ts'

/** The years whose editions the table has; the edition of 2016 is about the year ending on 31 March 2016. */
export const EDITIONS = [2015, 2016, 2017, 2018] as const

/** Children looked after by age. */
export const STOCK_AGES = ['stockUnder1', 'stock1to4', 'stock5to9', 'stock10to15', 'stock16to17'] as const

/** Children who started by age. */
export const START_AGES = [
  'startsUnder1',
  'starts1to4',
  'starts5to9',
  'starts10to15',
  'starts16to17',
] as const

/** Children by where they lived. */
export const PLACEMENT_CELLS = [
  'inFosterCare',
  'placedForAdoption',
  'withParents',
  'inOtherCommunity',
  'inHomesAndHostels',
  'inOtherResidential',
  'inResidentialSchools',
  'inOtherPlacements',
] as const

/** Children by who provided the placement. */
export const PROVIDER_CELLS = [
  'providedByCouncil',
  'providedByOtherCouncil',
  'providedByOtherPublic',
  'providedPrivately',
  'providedByVoluntary',
  'providedByParents',
  'providerNotReported',
] as const

/** Children by the reason they ceased for. */
export const REASON_CELLS = [
  'adoptedUnopposed',
  'adoptedConsentDispensed',
  'died',
  'takenByOtherCouncil',
  'homePlanned',
  'homeUnplanned',
  'relativesWithoutOrder',
  'childArrangements',
  'guardianFormerCarer',
  'guardianOther',
  'independentSupported',
  'independentUnsupported',
  'adultResidential',
  'sentenced',
  'remandEnded',
  'ageAssessed',
  'abroad',
  'otherReason',
] as const

/** Columns of figures: numbers of children, but for the last two. */
export const FIGURES = [
  'stock',
  ...STOCK_AGES,
  ...PLACEMENT_CELLS,
  ...PROVIDER_CELLS,
  'unaccompanied',
  'threePlacements',
  'starts',
  ...START_AGES,
  'ceases',
  'ceasesUnder1',
  'ceases1to4',
  'ceases5to9',
  'ceases10to15',
  'ceases16over',
  'ceases16',
  'ceases17',
  'ceases18over',
  ...REASON_CELLS,
  'population',
  'ratePer10000',
] as const

export type FigureName = (typeof FIGURES)[number]

/** A published cell: a number, 'x' where it is suppressed, '..' where it is not available. */
export type Cell = number | 'x' | '..'

/** What one edition says of England, a region or an authority. */
export interface PublishedRow {
  edition: number
  level: 'england' | 'region' | 'authority'
  /** ONS code, the same in all editions. */
  code: string
  name: string
  /** Of an authority the name of its region, else empty. */
  region: string
  figures: Record<FigureName, Cell>
}

/** What an edition says of an earlier year, with what had been corrected since. */
export interface EarlierTotals {
  edition: number
  code: string
  /** The year that ends on 31 March of it. */
  year: number
  stock: Cell
  starts: Cell
  ceases: Cell
  population: Cell
}

export interface PublishedTable {
  rows: PublishedRow[]
  earlier: EarlierTotals[]
}

/** Names of the files, for those who write and who read them. */
export const TABLE_FILES = {
  children: 'children-looked-after.csv',
  earlier: 'earlier-years.csv',
} as const

/** Parses the two files of the table; throws where a cell is neither a number nor x nor '..'. */
export function parsePublishedTable(children: string, earlier: string): PublishedTable {
  return {
    rows: csvRecords(children, TABLE_FILES.children).map(
      (row): PublishedRow => ({
        edition: Number(row.edition),
        level: row.level as PublishedRow['level'],
        code: row.code,
        name: row.name,
        region: row.region,
        figures: Object.fromEntries(FIGURES.map((figure) => [figure, parseCell(row[figure])])) as Record<
          FigureName,
          Cell
        >,
      }),
    ),
    earlier: csvRecords(earlier, TABLE_FILES.earlier).map((row) => ({
      edition: Number(row.edition),
      code: row.code,
      year: Number(row.year),
      stock: parseCell(row.stock),
      starts: parseCell(row.starts),
      ceases: parseCell(row.ceases),
      population: parseCell(row.population),
    })),
  }
}

/** Returns the table as it was when the edition of a year was the latest: nothing that came out later is in it. */
export function editionsUpTo({ rows, earlier }: PublishedTable, year: number): PublishedTable {
  const isKnown = ({ edition }: { edition: number }) => edition <= year
  return { rows: rows.filter(isKnown), earlier: earlier.filter(isKnown) }
}

/** Finds what an edition says of the place with a code; undefined where the table lacks the edition. */
export function rowOf({ rows }: PublishedTable, edition: number, code: string): PublishedRow | undefined {
  return rows.find((row) => row.code === code && row.edition === edition)
}

/** Lists the authorities of the latest edition in the table, in its order: by region, then by name. */
export function authoritiesOf({ rows }: PublishedTable): PublishedRow[] {
  const latest = Math.max(...rows.map(({ edition }) => edition))
  return rows.filter(({ level, edition }) => level === 'authority' && edition === latest)
}

function parseCell(text: string): Cell {
  if (text === 'x' || text === '..') return text
  if (!/^\d+$/.test(text)) throw new Error(`'${text}' is not a published cell`)
  return Number(text)
}
