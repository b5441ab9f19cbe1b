// A small result, and its files as bytes, for tests of what is told of a result.
import type { Result } from '../../src/result/result.ts'
import type { ResultFile } from '../../src/result/result-files.ts'
import type { ResultIdentity } from '../../src/result/result-identity.ts'
import type { WarningCode } from '../../src/result/warnings/warning-codes.ts'
import { summariseMonths } from '../../src/summary/months.ts'
import { runValues } from '../../src/summary/run-values.ts'
import { summariseTotalCost } from '../../src/summary/whole-horizon.ts'
import { summariseYears } from '../../src/summary/years.ts'
import { encodeResult } from '../../src/write/encode-result.ts'
import { FILE_KINDS, type FileSource } from '../../src/write/file-kinds.ts'
import type { RunTables } from '../../src/write/run-tables.ts'
import { sha256Of } from '../../src/write/sha256.ts'
import { simpleScenario } from '../simple-scenario.ts'
import { smallTable } from '../summary/small-table.ts'

const TEXT = 'name: Smallshire\n'

export const IDENTITY: ResultIdentity = {
  version: '0.1.0',
  scenario: 'Smallshire',
  scenarioSha256: sha256Of(TEXT),
  intervals: 'chance only',
  sets: [],
  seed: 'carecast',
  runs: 5,
}

/** The result of the small table, whose placements have the given labels over their own; overridden as a test needs. */
export function smallResult(more: Partial<Result> = {}, labels: Record<string, string> = {}): Result {
  const table = smallTable()
  return {
    identity: IDENTITY,
    source: { path: 'scenarios/smallshire.yaml', text: TEXT, parents: [] },
    scenario: simpleScenario({
      ...{ name: 'Smallshire', council: 'Smallshire', question: 'How many children?' },
      ...{ start: '2018-01-31', end: '2018-04-30', priceBase: '2017/18' },
      placements: {
        foster: { label: labels.foster ?? 'Foster care', weeklyPrice: 700 },
        residential: { label: labels.residential ?? 'Residential care', weeklyPrice: 3_500 },
      },
      unknown: ['the price of secure homes'],
    }),
    changes: [],
    figures: [
      { path: 'openingStock.children', value: 12, kind: 'source', text: '¶1' },
      { path: 'entries.perYear', value: 36, kind: 'assumed', text: 'as last year' },
    ],
    assumptions: [],
    facts: [],
    multipliers: [],
    reconciliation: [],
    openingBill: {
      children: 12,
      byPlacement: { foster: 10, residential: 2 },
      weeklyBill: { byPlacement: { foster: 7_000, residential: 7_000 }, total: 14_000 },
    },
    totalCost: { baseline: summariseTotalCost(table) },
    errors: { mean_error_percent: 0.25, q90_error_percent: Number.NaN },
    monthly: summariseMonths(table, 'baseline'),
    years: summariseYears(table, 'baseline'),
    budgets: [],
    outcomes: [],
    claims: [],
    variance: [],
    ranking: [],
    // As in a result of another version, whose codes need not be those of this one.
    warnings: [{ code: 'few-runs' as string as WarningCode, text: '5 runs are too few' }],
    ...more,
  }
}

/** The tables of the runs of the small table. */
export function smallRunTables(): RunTables {
  const table = smallTable()
  return {
    runs: runValues(table, 'baseline'),
    draws: { paths: [], values: new Float64Array(), runs: table.runs },
  }
}

/** What the Arrow files of a result are made from; nothing else can be made from it. */
export function arrowSource(result: Result, tables: Partial<RunTables> = {}): FileSource {
  const ofOthers = {} as Pick<FileSource, 'papers' | 'report'>
  return { result, tables: { ...smallRunTables(), ...tables }, passedOn: result, ...ofOthers }
}

const ARROW_AND_YEARS = FILE_KINDS.filter(({ name }) => /\.arrow$|^years\.csv$/.test(name))

/** Returns the Arrow files, years.csv and manifest of a result. */
export function filesOf(source: FileSource): Promise<ResultFile[]> {
  return encodeResult(source, [], ARROW_AND_YEARS)
}

/** Returns such files of a result of the small table, whose manifest has the given identity. */
export function smallFiles(identity: ResultIdentity = IDENTITY): Promise<ResultFile[]> {
  return filesOf(arrowSource(smallResult({ identity })))
}
