// Takes small counts out of all that the files to be passed on are made from: what is withheld is NaN, which they write as
// [c], or is not there. Summaries and manifest's parts -> papers, years.csv and report.
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import {
  type MonthlySummary,
  STATISTICS,
  type StatisticsColumns,
  type YearsSummary,
} from '../../summary/numbers/statistics.ts'
import { asRead, describeResult, type Manifest, type ManifestParts } from '../manifest/manifest.ts'
import { partsToPassOn } from './parts-to-pass-on.ts'
import { isLineWithheld, isPathWithheld, type Withheld, withheldOf } from './withheld.ts'

/** What the files are made from. */
export interface Passable {
  file: { scenario: Scenario }
  parts: Omit<ManifestParts, 'files'>
  budgets: NonNullable<ManifestParts['budgets']>
  /** Of the baseline, and in the summaries of all variants. */
  years: YearsSummary
  summaries: { monthly: MonthlySummary; years: YearsSummary }
}

/** Returns the same without small counts and what would tell them; the very same where the scenario has no counts of child-level data. */
export function toPassOn<Source extends Passable>(source: Source): Source {
  const { file, parts, years, summaries } = source
  const withheld = withheldOf(file.scenario, parts.figures)
  if (withheld === undefined) return source
  const kept = partsToPassOn(parts, withheld, file.scenario)
  return {
    ...source,
    file: { ...file, scenario: scenarioToPassOn(file.scenario, withheld) },
    parts: kept,
    budgets: kept.budgets ?? [],
    years: yearsToPassOn(years, withheld, file.scenario),
    summaries: {
      ...summaries,
      monthly: monthsToPassOn(summaries.monthly, withheld),
      years: yearsToPassOn(summaries.years, withheld, file.scenario),
    },
  }
}

/** Describes what is passed on as a manifest that is read back; of the whole one come totals of the opening stock, which are no small counts. */
export function describeToPassOn(kept: Passable['parts'], whole: Pick<Manifest, 'openingStock'>): Manifest {
  const manifest = asRead(describeResult({ ...kept, files: [] }))
  const { children, weeklyBill } = whole.openingStock
  const { openingStock: stock } = manifest
  return {
    ...manifest,
    openingStock: { ...stock, children, weeklyBill: { ...stock.weeklyBill, total: weeklyBill.total } },
  }
}

/** Withholds what is of a placement alone, but for its places, which are no children; and flows of all where they are small. */
function monthsToPassOn(monthly: MonthlySummary, { placements, areFlowsSmall }: Withheld): MonthlySummary {
  const isHidden = (row: number) => {
    const placement = monthly.placement[row]
    const measure = monthly.measure[row]
    if (placement === null) return areFlowsSmall && (measure === 'entries' || measure === 'exits')
    return placements.has(placement) && measure !== 'places'
  }
  return { ...monthly, statistics: withoutRows(monthly.statistics, isHidden) }
}

function yearsToPassOn(years: YearsSummary, withheld: Withheld, scenario: Scenario): YearsSummary {
  const isHidden = (row: number) => isLineWithheld(years.line[row], withheld, scenario)
  return { ...years, statistics: withoutRows(years.statistics, isHidden) }
}

function withoutRows(columns: StatisticsColumns, isHidden: (row: number) => boolean): StatisticsColumns {
  const hidden = (column: Float64Array) => column.map((value, row) => (isHidden(row) ? Number.NaN : value))
  return Object.fromEntries(STATISTICS.map((name) => [name, hidden(columns[name])])) as StatisticsColumns
}

/** The scenario with NaN for its figures that are withheld, and without such history. */
function scenarioToPassOn(scenario: Scenario, withheld: Withheld): Scenario {
  const kept = structuredClone(scenario)
  for (const path of withheld.paths) withhold(kept, path.split('.'))
  for (const date of Object.keys(kept.history?.children ?? {}))
    if (isPathWithheld(`history.children.${date}`, withheld)) delete kept.history?.children[date]
  return kept
}

/** Puts NaN where a number stands; some paths have none. */
function withhold(data: unknown, [step, ...others]: string[]): void {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return
  const block = data as Record<string, unknown>
  if (others.length > 0) withhold(block[step], others)
  else if (typeof block[step] === 'number') block[step] = Number.NaN
}
