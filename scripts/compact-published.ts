// Makes the tables in published/ from the raw files of the Department for Education. Run by hand when there is a new
// edition, never by tests or by the build:
//
//   npx tsx scripts/compact-published.ts FOLDER
//
// FOLDER has a folder for each edition, dfe-2015 to dfe-2018, with the underlying data of 'Children looked after in
// England including adoption' as published: one file with CLA and the year in its name (children looked after on 31
// March), one with ADM (started in the year) and one with CEA (ceased in the year), in Windows-1252.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EDITIONS, FIGURES, type FigureName, TABLE_FILES } from '../src/input/published/published-table.ts'
import { csvRecords } from '../src/input/reading/csv-records.ts'

type RawKind = 'CLA' | 'ADM' | 'CEA'
type RawRow = Record<string, string>
type RawEdition = Record<RawKind, Map<string, RawRow>>

/** File and names of each figure in the editions, YEAR for the year; an edition that has none of them lacks the figure. */
const RAW_COLUMNS: Record<FigureName, [RawKind, ...string[]]> = {
  stock: ['CLA', 'CLA_MarYEAR'],
  stockUnder1: ['CLA', 'CLA_U1'],
  stock1to4: ['CLA', 'CLA_1to4'],
  stock5to9: ['CLA', 'CLA_5to9'],
  stock10to15: ['CLA', 'CLA_10to15'],
  stock16to17: ['CLA', 'CLA_16over'],
  inFosterCare: ['CLA', 'CLA_Fost'],
  placedForAdoption: ['CLA', 'CLA_Adopt'],
  withParents: ['CLA', 'CLA_Parent'],
  inOtherCommunity: ['CLA', 'CLA_Ocom'],
  inHomesAndHostels: ['CLA', 'CLA_Secure'],
  inOtherResidential: ['CLA', 'CLA_Ores'],
  inResidentialSchools: ['CLA', 'CLA_RSch'],
  // The edition of 2016 calls the column 'missing', its description 'other placements' like the others.
  inOtherPlacements: ['CLA', 'CLA_OthPl', 'CLA_Miss'],
  providedByCouncil: ['CLA', 'CLA_OwnP'],
  providedByOtherCouncil: ['CLA', 'CLA_OthLA'],
  providedByOtherPublic: ['CLA', 'CLA_OthPP'],
  providedPrivately: ['CLA', 'CLA_Priv'],
  providedByVoluntary: ['CLA', 'CLA_Vol'],
  providedByParents: ['CLA', 'CLA_Par'],
  providerNotReported: ['CLA', 'CLA_Nrep'],
  unaccompanied: ['CLA', 'CLA_UASC', 'CLA_UASCYEAR'],
  threePlacements: ['CLA', 'CLA_3_Pl'],
  // The header of the edition of 2015 says 2014 by mistake.
  starts: ['ADM', 'CLA_startedYEAR', 'CLA_started2014'],
  startsUnder1: ['ADM', 'SCLA_U1'],
  starts1to4: ['ADM', 'SCLA_1to4'],
  starts5to9: ['ADM', 'SCLA_5to9'],
  starts10to15: ['ADM', 'SCLA_10to15'],
  starts16to17: ['ADM', 'SCLA_16over'],
  ceases: ['CEA', 'CLA_ceaseYEAR', 'CLA_cease'],
  ceasesUnder1: ['CEA', 'CLA_cea1', 'CEA_U1'],
  ceases1to4: ['CEA', 'CLA_cea14', 'CEA_1to4'],
  ceases5to9: ['CEA', 'CLA_cea59', 'CEA_5to9'],
  ceases10to15: ['CEA', 'CLA_cea1015', 'CEA_10to15'],
  // One band of 16 and over in 2015, three since; then CLA_cea16 means 16 alone.
  ceases16over: ['CEA'],
  ceases16: ['CEA', 'CLA_cea16', 'CEA_16'],
  ceases17: ['CEA', 'CLA_cea17', 'CEA_17'],
  ceases18over: ['CEA', 'CLA_cea18', 'CEA_18over'],
  adoptedUnopposed: ['CEA', 'CLA_ceaAdop', 'CLA_ceaAdop1', 'CEA_Adop1'],
  adoptedConsentDispensed: ['CEA', 'CLA_ceaAdop2', 'CEA_Adop2'],
  died: ['CEA', 'CLA_ceaDied', 'CEA_Died'],
  takenByOtherCouncil: ['CEA', 'CLA_ceataken', 'CEA_Taken'],
  homePlanned: ['CEA', 'CLA_ceaParPlan', 'CEA_ParPlan'],
  homeUnplanned: ['CEA', 'CLA_ceaParNPlan', 'CEA_ParNPlan'],
  relativesWithoutOrder: ['CEA', 'CLA_ceaNoPar', 'CEA_NoPar'],
  childArrangements: ['CEA', 'CLA_ceaROG', 'CEA_CAO'],
  guardianFormerCarer: ['CEA', 'CLA_ceaSpecG', 'CLA_ceaSpecG1', 'CEA_SGO1'],
  guardianOther: ['CEA', 'CLA_ceaSpecG2', 'CEA_SGO2'],
  independentSupported: ['CEA', 'CLA_ceaIndLiv', 'CLA_ceaIndLiv1', 'CEA_IndLiv1'],
  independentUnsupported: ['CEA', 'CLA_ceaIndLiv2', 'CEA_IndLiv2'],
  adultResidential: ['CEA', 'CLA_cea_tran_res', 'CEA_Residential'],
  sentenced: ['CEA', 'CLA_cea_sen_cust', 'CEA_Custody'],
  remandEnded: ['CEA', 'CLA_ceaRemEnd', 'CEA_RemEnd'],
  ageAssessed: ['CEA', 'CLA_ceaAgeAssmt', 'CEA_AgeAssmt'],
  abroad: ['CEA', 'CLA_ceaAbroad', 'CEA_Abroad'],
  otherReason: ['CEA', 'CLA_cea_OthRea', 'CEA_Other'],
  population: ['CLA', 'CLA_PopYEAR'],
  ratePer10000: ['CLA', 'CLA_RateYEAR'],
}
const KINDS: RawKind[] = ['CLA', 'ADM', 'CEA']

/** Codes that changed with a boundary, to the code of the latest edition. */
const LATER_CODES: Record<string, string> = { E08000020: 'E08000037', E06000048: 'E06000057' }
/** Parts of London, which share its code. */
const LEFT_OUT = ['INNER LONDON', 'OUTER LONDON']
/** The only edition that has the Isles of Scilly; its order says which region an authority is in. */
const ORDER_EDITION = 2017

const main = (folder: string) => {
  const editions = new Map(EDITIONS.map((year) => [year as number, readEdition(folder, year)]))
  const order = placesInOrder(editions.get(ORDER_EDITION)!)
  const children = EDITIONS.flatMap((year) =>
    order.map(({ code, level, name, region }) => [
      year,
      level,
      code,
      quoted(name),
      region,
      ...FIGURES.map((figure) => cellOf(editions.get(year)!, year, code, figure)),
    ]),
  )
  const earlier = EDITIONS.flatMap((year) =>
    order.flatMap(({ code }) => earlierTotals(editions.get(year)!, year, code)),
  )
  write(TABLE_FILES.children, [['edition', 'level', 'code', 'name', 'region', ...FIGURES], ...children])
  write(TABLE_FILES.earlier, [
    ['edition', 'code', 'year', 'stock', 'starts', 'ceases', 'population'],
    ...earlier,
  ])
}

function readEdition(folder: string, year: number): RawEdition {
  const path = join(folder, `dfe-${year}`)
  const byKind = KINDS.map((kind) => {
    const file = readdirSync(path).find((name) => name.includes(`${kind}${year}`) && name.endsWith('.csv'))
    if (file === undefined) throw new Error(`${path} has no file ${kind}${year}`)
    const text = new TextDecoder('windows-1252').decode(readFileSync(join(path, file)))
    const rows = csvRecords(text, file).filter((row) => !LEFT_OUT.includes(row.geog_n))
    return [kind, new Map(rows.map((row) => [laterCode(row.New_geog_code), row]))]
  })
  return Object.fromEntries(byKind) as RawEdition
}

function laterCode(code: string): string {
  return LATER_CODES[code] ?? code
}

/** England, the regions and the authorities, each with its region: the published order puts them behind it. */
function placesInOrder({ CLA }: RawEdition) {
  let region = ''
  return [...CLA.values()]
    .sort((one, other) => Number(one.LA_order) - Number(other.LA_order))
    .map((row) => {
      const name = row.geog_l === 'LA' || row.geog_l === '' ? row.geog_n : inTitleCase(row.geog_n)
      const level = { NATIONAL: 'england', REGION: 'region' }[row.geog_l] ?? 'authority'
      if (level === 'region') region = name
      return {
        code: laterCode(row.New_geog_code),
        level,
        name,
        region: level === 'authority' ? region : '',
      }
    })
}

function inTitleCase(name: string): string {
  return name.toLowerCase().replace(/\b(?!of\b|and\b)[a-z]/g, (letter) => letter.toUpperCase())
}

function cellOf(edition: RawEdition, year: number, code: string, figure: FigureName): string {
  const [kind, ...names] = year === 2015 ? columnsOf2015(figure) : RAW_COLUMNS[figure]
  return rawCell(
    edition[kind].get(code),
    names.map((name) => name.replace('YEAR', String(year))),
  )
}

function columnsOf2015(figure: FigureName): [RawKind, ...string[]] {
  if (figure === 'ceases16over') return ['CEA', 'CLA_cea16']
  if (figure === 'ceases16') return ['CEA']
  return RAW_COLUMNS[figure]
}

/** The first of the columns that there is; '..' where there is none, or no row. */
function rawCell(row: RawRow | undefined, names: string[]): string {
  const name = names.find((candidate) => row !== undefined && Object.hasOwn(row, candidate))
  return name === undefined ? '..' : row![name]
}

/** The years before its own that an edition gives side by side. */
function earlierTotals({ CLA, ADM, CEA }: RawEdition, edition: number, code: string): string[][] {
  const years = [4, 3, 2, 1].map((back) => edition - back)
  return years
    .map((year) => [
      rawCell(CLA.get(code), [`CLA_Mar${year}`]),
      // Only an edition with several years has a column for an earlier one; that of 2015 is misnamed.
      edition === 2015 ? '..' : rawCell(ADM.get(code), [`CLA_started${year}`]),
      rawCell(CEA.get(code), [`CLA_cease${year}`]),
      rawCell(CLA.get(code), [`CLA_Pop${year}`]),
    ])
    .map((cells, at) => [String(edition), code, String(years[at]), ...cells])
    .filter((cells) => cells.slice(3).some((cell) => cell !== '..'))
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text
}

function write(file: string, rows: (string | number)[][]): void {
  const path = fileURLToPath(new URL(`../published/${file}`, import.meta.url))
  writeFileSync(path, rows.map((cells) => `${cells.join(',')}\n`).join(''))
}

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name the folder with dfe-2015 to dfe-2018')
main(folder)
