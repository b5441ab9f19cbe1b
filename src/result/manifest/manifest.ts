// manifest.json: all that repeats a run byte for byte, and all that an auditor asks. It says nothing of the clock, the
// machine or the number of threads, so that it repeats too.
import { harmless } from '../../domain/harmless-text.ts'
import type { Fit } from '../../estimate/fit-facts.ts'
import type { ReentrySplit } from '../../estimate/reentry-split.ts'
import type { Change } from '../../input/reading/changes.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import { FILE_VERSION } from '../../input/schema/file-version.ts'
import type { MonteCarloErrors } from '../../summary/monte-carlo-error.ts'
import type { Statistics } from '../../summary/numbers/statistics.ts'
import type { Bridge } from '../../summary/outturn-bridge.ts'
import type { Attribution } from '../../summary/packages/attribution.ts'
import type { PackageResult } from '../../summary/packages/package-results.ts'
import type { RankedAssumption } from '../../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../../summary/spread/headline-variance.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import { mayBePassedOn } from '../disclosure/confidential.ts'
import { countInputs } from '../input-count.ts'
import { type ResultIdentity, type SolveQuestion, sha256Of } from '../result-identity.ts'
import type { WarningCode } from '../warnings/warning-codes.ts'

/** A file of a result, before it is in place. */
export interface ResultFile {
  /** Within the folder of the result, like 'years.csv' or 'charts/children.svg'. */
  name: string
  bytes: Uint8Array
  /** Whether its bytes depend on what this machine has, like fonts: the manifest, which repeats anywhere, has nothing of it. */
  isOfThisMachine?: true
}

/** What each run draws afresh, as far as the manifest tells of it. */
export type DrawnInput = Pick<Assumption, 'path' | 'range' | 'events'> & Partial<Assumption>

/** A figure of the scenario and where it comes from. */
export interface ManifestFigure {
  path: string
  value: number
  kind: 'source' | 'published' | 'assumed'
  text: string
}

export interface ManifestWarning {
  /** A manifest that another version wrote may have codes that this one does not make. */
  code: WarningCode
  text: string
}

/** A value that was tried in a search, and what came out. */
export interface SolveStep {
  value: number
  measure: number
  /** Monte Carlo standard error of the measure; NaN where there are too few runs to tell. */
  mc_error: number
  /** Whether the measure meets the target. */
  holds: boolean
}

/** The value at which a measure reaches its target. */
export interface SolveAnswer {
  /** The last value on the side that meets the target. */
  solution: number
  /** Whether higher or lower values meet it. */
  meetsFrom: 'up' | 'down'
  /** Absent where there are too few runs to tell. */
  interval?: { low: number; high: number; level: number; includes: 'Monte Carlo error only' }
  /** Whether no measure between the ends lies clearly beyond theirs, as it must for there to be one solution. */
  isMonotone: boolean
  /** In the order of the search, both ends first. */
  steps: SolveStep[]
}

/** What a manifest is built from. */
export interface ManifestParts {
  identity: ResultIdentity
  scenario: {
    council: string
    document: string
    /** As given on the command line. */
    path: string
    text: string
    /** Files that it extends, the nearest first. */
    parents: { path: string; text: string }[]
    /** Absent where no file of budgets was given. */
    budgetFile?: { path: string; text: string }
  }
  /** What differs from the file that the scenario's extends, and what was set. */
  changes: Change[]
  /** Of the cost of all years together. */
  errors: MonteCarloErrors
  /** The scenario's dates, YYYY-MM-DD. */
  start: string
  end: string
  variants: string[]
  /** By variant: cost in £ of all years together. */
  totalCost: Record<string, Statistics>
  /** By placement, in the scenario's order: children on the start date, and the weekly price in whole pence. */
  openingStock: { children: Record<string, number>; weeklyPence: Record<string, number> }
  figures: ManifestFigure[]
  /** What each run draws afresh; draws.arrow has the values. */
  assumptions: DrawnInput[]
  unknown: string[]
  contradictions: string[]
  notUsed: { figure: string; source: string; why: string }[]
  facts: Fit['facts']
  multipliers: Fit['multipliers']
  reconciliation: Fit['reconciliation']
  /** Absent where no growth is stated. */
  growth?: Fit['growth']
  /** Absent where no one comes back. */
  reentry?: ReentrySplit
  /** Absent or empty where the scenario has none. */
  budgets?: BudgetResult[]
  /** Absent where the scenario has no outturn. */
  bridge?: Bridge
  /** Absent where no packages were run. */
  packages?: PackageResult[]
  /** Absent where none was asked for. */
  attribution?: Attribution[]
  /** Absent where nothing was solved for. */
  solve?: SolveQuestion & SolveAnswer
  /** Absent where the scenario's counts do not come from child-level data. */
  disclosure?: { below: number }
  claims: TestedClaim[]
  variance: HeadlineVariance[]
  /** Empty where no input is uncertain. */
  ranking: RankedAssumption[]
  warnings: ManifestWarning[]
  /** All files of the result but the manifest. */
  files: ResultFile[]
}

/** Encodes manifest.json. */
export function encodeManifest(parts: ManifestParts): Uint8Array {
  return encodeJson(describeResult(parts))
}

/** Writes a manifest's content as its file has it; JSON itself leaves U+009B and directions of writing in paths as they are. */
export function encodeJson(manifest: unknown): Uint8Array {
  return new TextEncoder().encode(`${harmless(JSON.stringify(manifest, null, 2))}\n`)
}

/** What a manifest says. */
export type Manifest = ReturnType<typeof describeResult>

/** Returns what is read back of a manifest: what is NaN becomes null. */
export function asRead(manifest: Manifest): Manifest {
  return JSON.parse(JSON.stringify(manifest))
}

/** Returns what the manifest says, with its keys in this order. */
export function describeResult(parts: ManifestParts) {
  const { identity, scenario, figures } = parts
  return {
    carecast: { version: identity.version, format: FILE_VERSION },
    scenario: {
      name: identity.scenario,
      council: scenario.council,
      document: scenario.document,
      path: scenario.path,
      sha256: identity.scenarioSha256,
      text: scenario.text,
      parents: scenario.parents.map(describeText),
      set: identity.sets,
      ...(scenario.budgetFile && { budgetFile: describeText(scenario.budgetFile) }),
    },
    extends: scenario.parents.map(({ path }) => path),
    changes: parts.changes.map(({ by, path, from, to }) => ({ by, path, from, to })),
    ...(identity.illustrative !== undefined && { illustrative: identity.illustrative }),
    ...(parts.disclosure && { disclosure: describeDisclosure(parts.disclosure, parts.files) }),
    ...(parts.solve && { solve: parts.solve }),
    seed: identity.seed,
    ...(identity.stream !== undefined && { stream: identity.stream }),
    intervals: identity.intervals,
    runs: identity.runs,
    monteCarlo: { runs: identity.runs, total_cost: describeErrors(parts.errors) },
    start: parts.start,
    end: parts.end,
    variants: parts.variants,
    totalCost: parts.totalCost,
    openingStock: describeStock(parts.openingStock),
    inputs: countInputs(figures),
    figures: figures.map(({ path, value, kind, text }) => ({ path, value, kind, text })),
    ...(parts.assumptions.length > 0 && { assumptions: parts.assumptions.map(describeAssumption) }),
    unknown: parts.unknown,
    contradictions: parts.contradictions,
    notUsed: parts.notUsed,
    facts: parts.facts,
    multipliers: parts.multipliers,
    reconciliation: parts.reconciliation,
    ...(parts.growth && { growth: parts.growth }),
    ...(parts.reentry && { reentry: parts.reentry }),
    ...(parts.budgets?.length && { budgets: parts.budgets }),
    ...(parts.bridge && { bridge: parts.bridge }),
    ...(parts.packages && { packages: parts.packages, isAttributed: identity.isAttributed }),
    ...(parts.attribution && { attribution: parts.attribution }),
    claims: parts.claims,
    variance: parts.variance,
    ranking: parts.ranking,
    warnings: parts.warnings.map(({ code, text }) => ({ code, text })),
    files: parts.files.filter(({ isOfThisMachine }) => !isOfThisMachine).map(describeFile),
  }
}

/** Returns what the manifest says of a file of the result. */
export function describeFile({ name, bytes }: ResultFile) {
  return { name, sha256: sha256Of(bytes), bytes: bytes.length }
}

function describeText({ path, text }: { path: string; text: string }) {
  return { path, sha256: sha256Of(text), text }
}

/** In the order of the document; what is unknown, NaN, becomes null. */
function describeErrors({ mean_error_percent, q90_error_percent }: MonteCarloErrors): MonteCarloErrors {
  return { mean_error_percent, q90_error_percent }
}

/** Describes a range of the scenario file, or a multiplier of the fit with the events counted behind it. */
function describeAssumption({ path, range, events }: DrawnInput) {
  const { central, low, high, level, shape } = range
  const origin = events === undefined ? { origin: 'scenario' } : { origin: 'fit', events }
  return { path, central, low, high, level, shape, ...origin }
}

/** Says which files have counts below the limit withheld and may be passed on; the manifest is not among them. */
function describeDisclosure({ below }: { below: number }, files: ResultFile[]) {
  const names = files.map(({ name }) => name)
  return {
    below,
    passOn: names.filter(mayBePassedOn),
    keep: [...names.filter((name) => !mayBePassedOn(name)), 'manifest.json'],
  }
}

/** Describes the children of the start date and what they cost in a week, in £. */
function describeStock({ children, weeklyPence }: ManifestParts['openingStock']) {
  const pence = Object.entries(children).map(([key, count]) => [key, count * weeklyPence[key]] as const)
  return {
    children: sum(Object.values(children)),
    byPlacement: children,
    weeklyBill: {
      byPlacement: Object.fromEntries(pence.map(([key, bill]) => [key, bill / 100])),
      total: sum(pence.map(([, bill]) => bill)) / 100,
    },
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
