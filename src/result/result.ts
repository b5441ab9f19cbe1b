// All that is known of a finished forecast, once: terminal, JSON, manifest, papers and report each tell it in their own way.
// conclude.ts makes it from the runs, or it is read back from a folder; disclosure/ takes small counts out of it.
import type { Fit } from '../estimate/fit-facts.ts'
import type { ReentrySplit } from '../estimate/reentry-split.ts'
import type { Change } from '../input/reading/changes.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { MonteCarloErrors } from '../summary/monte-carlo-error.ts'
import type { MonthlySummary, Statistics, YearsSummary } from '../summary/numbers/statistics.ts'
import type { Bridge } from '../summary/outturn-bridge.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import type { PackageResult } from '../summary/packages/package-results.ts'
import type { RankedAssumption } from '../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../summary/spread/headline-variance.ts'
import type { TestedAssertion } from '../summary/targets/assertion.ts'
import type { BudgetResult } from '../summary/targets/budgets.ts'
import type { TestedClaim } from '../summary/targets/claims.ts'
import type { RankedOutcome } from '../summary/targets/outcomes.ts'
import type { OpeningBill } from './opening-bill.ts'
import type { ResultIdentity } from './result-identity.ts'
import type { Solved } from './solved.ts'
import type { ResultWarning } from './warnings/result-warning.ts'

/** A text that a result keeps, so that it can be made again. */
export interface KeptText {
  /** As given on the command line, or found from there. */
  path: string
  text: string
  /** Of the text, 64 hexadecimal digits. */
  sha256: string
}

/** A figure of the scenario and where it comes from. */
export interface SourcedFigure {
  path: string
  value: number
  kind: 'source' | 'published' | 'assumed'
  text: string
}

/** A number that each run draws afresh. */
export type DrawnInput = Pick<Assumption, 'path' | 'range' | 'events'> & Partial<Assumption>

/** What is known of a finished forecast. Optional fields are absent where the scenario or the request has nothing of the kind. */
export interface Result {
  /** What makes two results the same: version, scenario, seed, runs. */
  identity: ResultIdentity
  /** The files that the scenario was read from. */
  source: {
    path: string
    text: string
    /** Files that it extends, the nearest first. */
    parents: KeptText[]
    /** Absent where no file of budgets was given. */
    budgetFile?: KeptText
  }
  /** As its files say it, before anything is fitted. */
  scenario: Scenario
  /** What differs from the file that the scenario's extends, and what was set. */
  changes: Change[]
  figures: SourcedFigure[]
  /** What each run draws afresh. */
  assumptions: DrawnInput[]
  facts: Fit['facts']
  multipliers: Fit['multipliers']
  reconciliation: Fit['reconciliation']
  /** Absent where no growth is stated. */
  growth?: Fit['growth']
  /** Absent where no one comes back. */
  reentry?: ReentrySplit
  /** The children of the start date, and what they cost in a week. */
  openingBill: OpeningBill
  /** By variant, the baseline first: cost in £ of all years together. */
  totalCost: Record<string, Statistics>
  /** Of the cost of all years together. */
  errors: MonteCarloErrors
  /** One row for each variant, month, measure and placement. */
  monthly: MonthlySummary
  /** One row for each variant, financial year and line. */
  years: YearsSummary
  /** Of every variant; empty where the scenario has none. */
  budgets: BudgetResult[]
  /** Absent where the scenario has no outturn. */
  bridge?: Bridge
  /** Absent where no packages were run. */
  packages?: PackageResult[]
  /** What each intervention brings; absent where nothing was attributed. */
  attribution?: Attribution[]
  /** Absent where nothing was solved for. */
  solve?: Solved
  /** Absent where nothing was asserted. */
  assertions?: TestedAssertion[]
  /** Of every variant. */
  claims: TestedClaim[]
  /** Of every variant; empty where the scenario does not say what happened. */
  outcomes: RankedOutcome[]
  /** Of every headline. */
  variance: HeadlineVariance[]
  /** Of what moves the main headlines; empty where no input is uncertain. */
  ranking: RankedAssumption[]
  warnings: ResultWarning[]
}
