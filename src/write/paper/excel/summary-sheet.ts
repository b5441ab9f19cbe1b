// The sheet Summary: what the result is, children and cost by financial year, and sentences to paste.

import { dateInWords, parseDate } from '../../../domain/calendar.ts'
import { ALL_YEARS, financialYearInWords } from '../../../domain/financial-year.ts'
import { formatCount, formatPounds, formatToError, roundToError } from '../../../domain/quantity.ts'
import { assumedInputs, countInputs } from '../../../result/input-count.ts'
import { packagesInDetail } from '../../../result/packages-in-detail.ts'
import type { YearRow } from '../../../result/rows/year-rows.ts'
import type { Statistics } from '../../../summary/numbers/statistics.ts'
import { claimsInWords } from '../../../words/claims-in-words.ts'
import { precisionInWords } from '../../../words/precision-in-words.ts'
import { rangeInWords } from '../../../words/range-in-words.ts'
import { namesOfPackages } from '../../../words/short-names.ts'
import type { PaperTables } from '../paper-tables.ts'
import {
  boldCell,
  headingCell,
  paragraphRow,
  type SheetContent,
  type SheetRow,
  textCell,
  wholeCell,
} from './cells.ts'
import { intervalNote, roundingNote, sheetHead } from './sheet-head.ts'

const COLUMNS = 10
const NAME_WIDTH = 34
const NUMBER_WIDTH = 14
const CHARACTERS_PER_LINE = 150
/** Both ends of the 80 % interval with the median between them. */
const INTERVAL = ['q10', 'q50', 'q90'] as const
const QUANTILES = ['q10', 'q50', 'q80', 'q90'] as const

/** Makes the sheet. */
export function summarySheet(tables: PaperTables): SheetContent {
  return {
    name: 'Summary',
    rows: [
      ...sheetHead(tables, '', []),
      paragraph(tables.result.scenario.question),
      [],
      ...resultRows(tables),
      [],
      ...headlineRows(tables.years),
      [],
      ...notes(tables).map(paragraph),
      ...section(['In words:', ...headlinesInWords(tables.years)]),
      ...section(rangeInWords(rangeOf(tables))),
      ...section(
        claimsInWords(
          tables.result.claims,
          tables.result.identity.runs,
          namesOfPackages(packagesInDetail(tables.result.packages ?? [])),
        ),
      ),
    ],
    widths: [NAME_WIDTH, ...Array.from({ length: COLUMNS - 1 }, () => NUMBER_WIDTH)],
    frozenRows: 1,
  }
}

function paragraph(text: string): SheetRow {
  return paragraphRow(text, COLUMNS, CHARACTERS_PER_LINE)
}

/** Names and values that say which result this is. */
function resultRows({ result }: PaperTables): SheetRow[] {
  const { identity, scenario } = result
  const date = (text: string) => dateInWords(parseDate(text)!)
  const row = (name: string, value: string): SheetRow => [boldCell(name), textCell(value)]
  return [
    row('Council', scenario.council),
    row('Document', scenario.document),
    row('Forecast', `${date(scenario.start)} to ${date(scenario.end)}`),
    row('Runs', `${formatCount(identity.runs, 'run')}, seed ${identity.seed}, carecast ${identity.version}`),
    row('Inputs', assumedInputs(countInputs(result.figures))),
    ...identity.sets.map((set, index) => row(index === 0 ? 'Set on the command line' : '', set)),
  ]
}

function headlineRows(years: YearRow[]): SheetRow[] {
  const groups = ['Children at year end, 80 % interval', 'Cost in £, 80 % interval: P10 to P90']
  const names = QUANTILES.map((quantile) => quantile.toUpperCase().replace('Q', 'P')).map((name) =>
    headingCell(name, NUMBER_WIDTH, 'right'),
  )
  return [
    [
      headingCell('', NAME_WIDTH),
      ...groupHeading(groups[0], QUANTILES.length),
      ...groupHeading(groups[1], QUANTILES.length + 1),
    ],
    [
      headingCell('Financial year', NAME_WIDTH),
      ...names,
      ...names,
      headingCell('Mean', NUMBER_WIDTH, 'right'),
    ],
    ...years.map(headlineRow),
  ]
}

function groupHeading(text: string, columns: number): SheetRow {
  const cell = { ...headingCell(text, columns * NUMBER_WIDTH), columnSpan: columns }
  return [cell, ...Array.from({ length: columns - 1 }, () => null)]
}

function headlineRow({ financial_year, part, children_end, total }: YearRow): SheetRow {
  const name = financialYearInWords(financial_year)
  const rounded = (statistics: Statistics, of: 'mean' | (typeof QUANTILES)[number]) =>
    wholeCell(roundToError(statistics[of], statistics.mc_error, 1))
  return [
    textCell(part === undefined ? name : `${name} (part: ${part})`),
    ...QUANTILES.map((quantile) => (children_end ? rounded(children_end, quantile) : null)),
    ...QUANTILES.map((quantile) => rounded(total, quantile)),
    rounded(total, 'mean'),
  ]
}

function notes(tables: PaperTables): string[] {
  return [
    intervalNote(tables),
    'Quantiles do not add up: each year and the total are ranked on their own. Means do.',
    roundingNote(tables),
    precisionInWords(tables.result.errors),
  ]
}

/** Children at the end and the cost of all years as sentences; £ to the nearest thousand at the finest. */
function headlinesInWords(years: YearRow[]): string[] {
  const last = years.findLast(({ children_end }) => children_end !== undefined)!
  const whole = years.find(({ financial_year }) => financial_year === ALL_YEARS)!
  const simulated = years.filter(({ financial_year }) => financial_year !== ALL_YEARS)
  const span =
    simulated.length === 1 ? nameInWords(last) : `${nameInWords(simulated[0])} to ${nameInWords(last)}`
  const inWords = (statistics: Statistics, format: (value: number, error: number) => string) => {
    const [low, middle, high] = INTERVAL.map((name) => format(statistics[name], statistics.mc_error))
    return `${middle} in the median run, and between ${low} and ${high} in eight of ten runs`
  }
  return [
    `Children looked after at the end of ${nameInWords(last)}: ${inWords(last.children_end!, formatToError)}.`,
    `Cost of ${span}: ${inWords(whole.total, formatPounds)}.`,
  ]
}

function nameInWords({ financial_year, part }: YearRow): string {
  return part === undefined ? financial_year : `${financial_year} (${part})`
}

function rangeOf({ result }: PaperTables) {
  const { variance, ranking, assumptions, scenario, identity } = result
  return {
    variance,
    ranking,
    scenario,
    assumptions,
    runs: identity.runs,
    fan: { fan: [{ day: parseDate(scenario.end)! }] },
  }
}

/** Lines under a heading, after an empty row; headings end with a colon, and what they head had dashes for a terminal. */
function section(lines: string[]): SheetRow[] {
  if (lines.length === 0) return []
  return [
    [],
    ...lines.map((line) => (line.endsWith(':') ? [boldCell(line)] : paragraph(line.replace(/^- /, '')))),
  ]
}
