// A finished run as one JSON document, for scripts: what --json prints.
import type { Fit } from '../estimate/fit-facts.ts'
import type { Change } from '../input/reading/changes.ts'
import type { InputCount } from '../result/input-count.ts'
import type { ManifestWarning, SolveAnswer } from '../result/manifest/manifest.ts'
import type { Intervals, SolveQuestion } from '../result/result-identity.ts'
import type { YearRow } from '../result/rows/year-rows.ts'
import type { MonteCarloErrors } from '../summary/monte-carlo-error.ts'
import type { Bridge } from '../summary/outturn-bridge.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import type { PackageResult } from '../summary/packages/package-results.ts'
import type { RankedAssumption } from '../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../summary/spread/headline-variance.ts'
import type { TestedAssertion } from '../summary/targets/assertion.ts'
import type { BudgetResult } from '../summary/targets/budgets.ts'
import type { TestedClaim } from '../summary/targets/claims.ts'

export interface JsonResult {
  scenario: { name: string; path: string; sha256: string; extends: string[]; set: string[] }
  changes: Change[]
  version: string
  /** What the intervals include. */
  intervals: Intervals
  /** Absent where nothing was solved for. */
  solve?: SolveQuestion & SolveAnswer
  seed: string
  runs: number
  monteCarlo: { total_cost: MonteCarloErrors }
  illustrative?: string
  years: YearRow[]
  /** Absent where the scenario has none, as is the bridge. */
  budgets?: BudgetResult[]
  bridge?: Bridge
  /** Absent where no packages were run, as is the attribution. */
  packages?: PackageResult[]
  attribution?: Attribution[]
  claims: TestedClaim[]
  variance: HeadlineVariance[]
  ranking: RankedAssumption[]
  facts: Fit['facts']
  /** Absent where nothing was asserted. */
  assertions?: TestedAssertion[]
  inputs: InputCount
  warnings: ManifestWarning[]
  files: string[]
}

/** Writes the document, without a line break at the end. */
export function jsonResult(result: JsonResult): string {
  return JSON.stringify(result, null, 2)
}
