// A small result as bytes, for tests of the files.

import type { ManifestParts, ResultFile } from '../../src/result/manifest/manifest.ts'
import { type ResultIdentity, sha256Of } from '../../src/result/result-identity.ts'
import type { WarningCode } from '../../src/result/warnings/warning-codes.ts'
import { summariseMonths } from '../../src/summary/months.ts'
import { runValues } from '../../src/summary/run-values.ts'
import { summariseTotalCost } from '../../src/summary/whole-horizon.ts'
import { summariseYears } from '../../src/summary/years.ts'
import { encodeResult, type Summaries } from '../../src/write/encode-result.ts'
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

export const PARTS: Omit<ManifestParts, 'files'> = {
  identity: IDENTITY,
  scenario: {
    council: 'Smallshire',
    document: 'none',
    path: 'scenarios/smallshire.yaml',
    text: TEXT,
    parents: [],
  },
  changes: [],
  errors: { mean_error_percent: 0.25, q90_error_percent: Number.NaN },
  start: '2018-01-31',
  end: '2018-04-30',
  variants: ['baseline'],
  totalCost: { baseline: summariseTotalCost(smallTable()) },
  openingStock: {
    children: { foster: 10, residential: 2 },
    weeklyPence: { foster: 70_000, residential: 350_000 },
  },
  figures: [
    { path: 'openingStock.children', value: 12, kind: 'source', text: '¶1' },
    { path: 'entries.perYear', value: 36, kind: 'assumed', text: 'as last year' },
  ],
  assumptions: [],
  unknown: ['the price of secure homes'],
  contradictions: [],
  notUsed: [],
  multipliers: [],
  reconciliation: [],
  claims: [],
  variance: [],
  ranking: [],
  facts: [],
  // As in a manifest of another version, whose codes need not be those of this one.
  warnings: [{ code: 'few-runs' as string as WarningCode, text: '5 runs are too few' }],
}

/** Returns the summaries of the small table. */
export function smallSummaries(): Summaries {
  const table = smallTable()
  return {
    monthly: summariseMonths(table, 'baseline'),
    years: summariseYears(table, 'baseline'),
    runs: runValues(table, 'baseline'),
    draws: { paths: [], values: new Float64Array(), runs: table.runs },
  }
}

/** Returns the files of a result of the small table, whose manifest has the given identity. */
export function smallResult(identity: ResultIdentity = IDENTITY): ResultFile[] {
  return encodeResult(smallSummaries(), { ...PARTS, identity }, [])
}
