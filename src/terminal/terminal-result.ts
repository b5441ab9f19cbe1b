// What a finished run says in the terminal: table, fan, how much of the input is assumed, and where the files are.
import { formatCount } from '../domain/quantity.ts'
import type { Fit } from '../estimate/fit-facts.ts'
import type { ReentrySplit } from '../estimate/reentry-split.ts'
import type { Change } from '../input/reading/changes.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { CONFIDENTIAL, mayBePassedOn } from '../result/disclosure/confidential.ts'
import type { FanData } from '../result/fan-data.ts'
import { assumedInputs, type InputCount } from '../result/input-count.ts'
import type { ManifestWarning } from '../result/manifest/manifest.ts'
import { type Intervals, intervalsInWords } from '../result/result-identity.ts'
import type { YearRow } from '../result/rows/year-rows.ts'
import type { MonteCarloErrors } from '../summary/monte-carlo-error.ts'
import type { Bridge } from '../summary/outturn-bridge.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import type { PackageResult } from '../summary/packages/package-results.ts'
import type { RankedAssumption } from '../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../summary/spread/headline-variance.ts'
import type { BudgetResult } from '../summary/targets/budgets.ts'
import type { TestedClaim } from '../summary/targets/claims.ts'
import { afterCareInWords, type PaidAfterCare } from '../words/after-care-in-words.ts'
import { changesInWords } from '../words/changes-in-words.ts'
import { claimsInWords } from '../words/claims-in-words.ts'
import { firstYearChange, firstYearInWords } from '../words/first-year.ts'
import { fitInWords } from '../words/fit-in-words.ts'
import { precisionInWords } from '../words/precision-in-words.ts'
import { rangeInWords } from '../words/range-in-words.ts'
import { reentryInWords } from '../words/reentry-in-words.ts'
import { namesOfPackages } from '../words/short-names.ts'
import { bridgeInWords } from './bridge-lines.ts'
import { budgetTables } from './budget-tables.ts'
import { filesInWords } from './files-in-words.ts'
import { packagesInDetail, packageTables } from './package-tables.ts'
import { terminalFan } from './terminal-fan.ts'
import { paint, type TerminalStyle, wrapText } from './terminal-style.ts'
import { yearsTable } from './terminal-table.ts'

export interface TerminalResult {
  scenario: Pick<
    Scenario,
    'name' | 'question' | 'unknown' | 'illustrative' | 'placements' | 'afterCare' | 'disclosure'
  >
  /** Name of the file that the scenario's extends. */
  parent?: string
  /** What differs from that file, and what was set. */
  changes: Change[]
  fit: Pick<Fit, 'facts' | 'reconciliation' | 'growth'>
  /** Absent where no one comes back. */
  reentry?: ReentrySplit
  /** Absent or empty where the scenario has none. */
  budgets?: BudgetResult[]
  /** Absent where the scenario has no outturn. */
  bridge?: Bridge
  /** Absent or empty where no packages were run, as is the attribution. */
  packages?: PackageResult[]
  attribution?: Attribution[]
  claims: TestedClaim[]
  variance: HeadlineVariance[]
  ranking: RankedAssumption[]
  /** What each run draws afresh. */
  assumptions: Pick<Assumption, 'path' | 'events'>[]
  runs: number
  /** Of the cost of all years together. */
  errors: MonteCarloErrors
  /** Beside those of the fit. */
  warnings: ManifestWarning[]
  intervals: Intervals
  seed: string
  years: YearRow[]
  paidAfterCare: PaidAfterCare[]
  fan: FanData
  inputs: InputCount
  /** Paths as the reader can use them. */
  files: string[]
  /** Sentences on files that could not be written. */
  notes: string[]
}

const MOST_UNKNOWNS = 5

/** Warnings without which the numbers below would be read for what they are not. */
const FIRST = ['stock-of-another-day', 'old-facts', 'old-prices']

function comesFirst({ code }: ManifestWarning): boolean {
  return FIRST.includes(code)
}

/** Writes the whole result, without a line break at the end. */
export function terminalResult(result: TerminalResult, style: TerminalStyle): string {
  const { scenario, runs, seed, inputs } = result
  const wrap = (text: string) => wrapText(text, style.columns)
  const packages = namesOfPackages(result.packages)
  const detailed = namesOfPackages(packagesInDetail(result.packages ?? []))
  const paragraphs = [
    result.warnings.filter(comesFirst).flatMap(({ text }) => wrap(`WARNING: ${text}.`)),
    [...wrap(scenario.name).map((line) => paint(style, 'bold', line)), ...wrap(scenario.question)],
    wrap(
      `${formatCount(runs, 'run')}, seed ${seed}. 80 % interval: P10 to P90; ${intervalsInWords(result.intervals)}.`,
    ),
    changesInWords(result.changes, result.parent).flatMap((line) => wrapText(line, style.columns, '  ')),
    illustrationLines(scenario.illustrative).flatMap(wrap),
    [...yearsTable(result.years, style), ...tableNotes(result).flatMap(wrap)],
    ...budgetTables(result.budgets ?? [], runs, style, packages),
    bridgeInWords(result.bridge, style),
    ...packageTables(result.packages ?? [], result.attribution ?? [], runs, style),
    terminalFan(result.fan, style),
    firstYearInWords(firstYearChange(result.fan.fan)).flatMap(wrap),
    claimsInWords(result.claims, runs, detailed).flatMap((line) => wrapItem(line, style)),
    rangeInWords(result).flatMap((line) => wrapText(line, style.columns, '  ')),
    [...fitInWords(result.fit), ...reentryInWords(result.reentry)].flatMap((line) =>
      wrapText(line, style.columns, '  '),
    ),
    [...wrap(`${assumedInputs(inputs)}.`), ...unknownLines(scenario.unknown, style)],
    [...result.notes.flatMap(wrap), ...fileLists(result, wrap)],
  ]
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** All files, or apart those that may be passed on. */
function fileLists(
  { scenario: { disclosure }, files }: TerminalResult,
  wrap: (text: string) => string[],
): string[] {
  if (disclosure === undefined) return ['Written:', ...filesInWords(files)]
  const counts = `counts of fewer than ${disclosure.below} children`
  return [
    ...wrap(`Written, and may be passed on, ${counts} being ${CONFIDENTIAL}:`),
    ...filesInWords(files.filter(mayBePassedOn)),
    '',
    ...wrap(`Written, and not to be passed on, since ${counts} are in it:`),
    ...filesInWords(files.filter((file) => !mayBePassedOn(file))),
  ]
}

/** Keeps the indentation of a line, and indents what does not fit on it further. */
function wrapItem(line: string, style: TerminalStyle): string[] {
  const indent = line.slice(0, line.search(/\S/))
  return wrapText(line, style.columns - indent.length, '  ').map((part) => indent + part)
}

function illustrationLines(reason: string | undefined): string[] {
  return reason === undefined ? [] : [`ILLUSTRATION ONLY: ${reason}`]
}

function tableNotes({ errors, warnings, paidAfterCare }: TerminalResult): string[] {
  return [
    ...afterCareInWords(paidAfterCare),
    'Error: the Monte Carlo standard error of the mean number of children.',
    precisionInWords(errors),
    ...warnings.filter((warning) => !comesFirst(warning)).map(({ text }) => `Warning: ${text}.`),
    'Quantiles do not add up: each year and the total are ranked on their own.',
  ]
}

function unknownLines(unknown: string[], style: TerminalStyle): string[] {
  const shown = unknown.slice(0, MOST_UNKNOWNS).flatMap((text) => wrapText(`- ${text}`, style.columns, '  '))
  const more = unknown.length - MOST_UNKNOWNS
  return [
    ...(shown.length ? ['The document does not say:', ...shown] : []),
    ...(more > 0 ? [`+ ${more} more in the manifest`] : []),
  ]
}
