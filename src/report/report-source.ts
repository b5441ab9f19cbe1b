// What a report is made from: the manifest and the summaries of a result, in memory after a run or read back from its
// folder. -> charts and sections of the page.
import { parseDate, startOfNextMonth } from '../domain/calendar.ts'
import type { PublishedRates } from '../input/published/published-rates.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { CONFIDENTIAL } from '../result/disclosure/confidential.ts'
import type { Manifest } from '../result/manifest/manifest.ts'
import type { Measure } from '../summary/months.ts'
import {
  type MonthlySummary,
  type Statistics,
  type StatisticsColumns,
  statisticsAt,
  type YearsSummary,
} from '../summary/numbers/statistics.ts'

export interface ReportSource {
  manifest: Omit<Manifest, 'files'>
  /** As its file says it, before anything is fitted. */
  scenario: Scenario
  /** Of all variants, as the years; rows of withheld counts have NaN, and their numbers in manifest and scenario are null or NaN. */
  monthly: MonthlySummary
  years: YearsSummary
  /** Rates of the council and others as they were known at the start; absent where nothing was published. */
  rates?: PublishedRates
  /** Packages that are drawn at most, where all of them would make a page too large to be sent. */
  mostPackages?: number
}

/** Statistics at the end of a month, or of the scenario where that is earlier. */
export interface MonthPoint {
  day: number
  statistics: Statistics
}

/** Finds a measure of a variant month by month, for one placement or, with null, for all of them; empty where there is none. */
export function monthPoints(
  { monthly, scenario }: Pick<ReportSource, 'monthly' | 'scenario'>,
  variant: string,
  measure: Measure | 'places',
  placement: string | null,
): MonthPoint[] {
  const last = parseDate(scenario.end)!
  return rowsWhere(
    monthly.variant,
    (row) =>
      monthly.variant[row] === variant &&
      monthly.measure[row] === measure &&
      monthly.placement[row] === placement,
  ).map((row) => ({
    day: Math.min(last, startOfNextMonth(parseDate(`${monthly.month[row]}-01`)!) - 1),
    statistics: statisticsAt(monthly.statistics, row),
  }))
}

/** A line of a financial year. */
export interface YearPoint {
  financial_year: string
  statistics: Statistics
}

/** Finds a line of a variant year by year; empty where there is none. */
export function yearPoints(
  { years }: Pick<ReportSource, 'years'>,
  variant: string,
  line: string,
): YearPoint[] {
  return rowsWhere(years.variant, (row) => years.variant[row] === variant && years.line[row] === line).map(
    (row) => ({
      financial_year: years.financial_year[row],
      statistics: statisticsAt(years.statistics, row),
    }),
  )
}

/** Names the lines of a variant that begin like 'exits:', in their order. */
export function linesLike(
  { years }: Pick<ReportSource, 'years'>,
  variant: string,
  beginning: string,
): string[] {
  const rows = rowsWhere(
    years.variant,
    (row) => years.variant[row] === variant && years.line[row].startsWith(beginning),
  )
  return [...new Set(rows.filter((row) => isShown(years.statistics, row)).map((row) => years.line[row]))]
}

/** Says what of placements is withheld, for the note of a chart; undefined where nothing is. */
export function withheldNote({ scenario }: Pick<ReportSource, 'scenario'>): string | undefined {
  const hidden = Object.keys(scenario.placements).filter((key) => isWithheldPlacement(scenario, key))
  if (hidden.length === 0) return undefined
  const names = hidden.map((key) => scenario.placements[key].label).join(', ')
  return `Withheld as ${CONFIDENTIAL}, since a small number of children could be told: ${names}.`
}

/** What is withheld of a scenario is NaN. */
function isWithheldPlacement({ openingStock, placements }: Scenario, key: string): boolean {
  return Number.isNaN(openingStock.placements[key]) || Number.isNaN(placements[key].weeklyPrice)
}

/** Every mean is known but those that are withheld. */
function isShown({ mean }: StatisticsColumns, row: number): boolean {
  return !Number.isNaN(mean[row])
}

function rowsWhere(column: unknown[], isWanted: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let row = 0; row < column.length; row++) if (isWanted(row)) rows.push(row)
  return rows
}
