// The files of a result as bytes. Summaries -> result-folder.ts, which puts them in place. Loaded when there is something
// to encode, since Arrow's library takes as long to load as all else.

import { encodeManifest, type ManifestParts, type ResultFile } from '../result/manifest/manifest.ts'
import { MANIFEST } from '../result/result-files.ts'
import type { Draws } from '../run/draws.ts'
import type { MonthlySummary, RunValues, YearsSummary } from '../summary/numbers/statistics.ts'
import type { PairedSummary } from '../summary/packages/paired.ts'
import type { BudgetResult } from '../summary/targets/budgets.ts'
import { ARROW_TABLES } from './arrow/arrow-tables.ts'
import { encodeYearsCsv } from './paper/csv.ts'

/** What the files are written from. */
export interface Summaries {
  monthly: MonthlySummary
  years: YearsSummary
  runs: RunValues
  /** Absent where there are no packages: then it is no file. */
  paired?: PairedSummary
  /** Without paths where nothing is drawn: then it is no file. */
  draws: Draws
  /** Empty, or absent, where the scenario has no budgets: then it is no file. */
  budgets?: BudgetResult[]
}

/** Encodes all files of a result, the manifest last; `papers` are files for papers and committees, which are encoded before. */
export function encodeResult(
  summaries: Summaries,
  parts: Omit<ManifestParts, 'files'>,
  papers: ResultFile[],
  years: YearsSummary = summaries.years,
): ResultFile[] {
  const { identity, variants, claims } = parts
  const { budgets = [] } = summaries
  const files = [
    { name: 'monthly.arrow', bytes: ARROW_TABLES.monthly.encode(summaries.monthly, identity) },
    { name: 'years.arrow', bytes: ARROW_TABLES.years.encode(summaries.years, identity) },
    { name: 'runs.arrow', bytes: ARROW_TABLES.runs.encode(summaries.runs, identity) },
    ...(summaries.paired
      ? [{ name: 'paired.arrow', bytes: ARROW_TABLES.paired.encode(summaries.paired, identity) }]
      : []),
    ...(summaries.draws.paths.length > 0
      ? [{ name: 'draws.arrow', bytes: ARROW_TABLES.draws.encode(summaries.draws, identity) }]
      : []),
    ...(budgets.length > 0
      ? [{ name: 'budgets.arrow', bytes: ARROW_TABLES.budgets.encode(budgets, variants[0], identity) }]
      : []),
    ...(claims.length > 0
      ? [{ name: 'claims.arrow', bytes: ARROW_TABLES.claims.encode(claims, variants[0], identity) }]
      : []),
    { name: 'years.csv', bytes: encodeYearsCsv(years, identity.illustrative) },
    ...papers,
  ]
  return [...files, { name: MANIFEST, bytes: encodeManifest({ ...parts, files }) }]
}
