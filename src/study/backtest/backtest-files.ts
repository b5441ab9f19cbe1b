// The files of a backtest as bytes: backtest.arrow, backtest.csv, backtest.svg and the manifest. Scores -> write/folder/result-folder.ts.

import type { PlacedFile } from '../../result/result-files.ts'
import { BACKTEST_FILES, MANIFEST } from '../../result/result-files.ts'
import type { ResultIdentity } from '../../result/result-identity.ts'
import { type ArrowColumn, encodeArrowFile } from '../../write/arrow/arrow-file.ts'
import { sha256Of } from '../../write/sha256.ts'
import { FORECASTERS, type Forecaster, QUANTILES, type ScoreTable, type SettledCouncil } from './backtest.ts'
import { drawBacktest } from './backtest-chart.ts'
import { encodeOutcomes } from './outcomes.ts'
import type { StatedProbability } from './scores-in-words.ts'

/** What the files are written from. */
export interface BacktestResult {
  identity: ResultIdentity
  settled: SettledCouncil[]
  tables: ScoreTable[]
  /** Absent where its council or origin was not asked for. */
  stated?: StatedProbability
}

/** Encodes all files, the manifest last. */
export function encodeBacktest(result: BacktestResult): PlacedFile[] {
  const bytes = {
    'backtest.arrow': encodeSettled(result),
    'backtest.csv': encodeOutcomes(result.settled),
    'backtest.svg': new TextEncoder().encode(drawBacktest(result.settled)),
  }
  const file = (name: string, bytes: Uint8Array): PlacedFile => ({ name, bytes })
  const files = BACKTEST_FILES.map((name) => file(name, bytes[name]))
  return [...files, file(MANIFEST, encodeManifestOf(result, files))]
}

interface Row {
  council: SettledCouncil
  forecaster: Forecaster
}

function encodeSettled({ identity, settled }: BacktestResult): Uint8Array {
  const rows = settled.flatMap((council) => FORECASTERS.map((forecaster) => ({ council, forecaster })))
  const text = (name: string, description: string, of: (row: Row) => string): ArrowColumn => ({
    name,
    description,
    nullable: false,
    values: rows.map(of),
  })
  const whole = (name: string, description: string, of: (row: Row) => number): ArrowColumn => ({
    name,
    description,
    nullable: false,
    values: Int32Array.from(rows, of),
  })
  const number = (
    name: string,
    description: string,
    unit: string,
    of: (row: Row) => number,
  ): ArrowColumn => ({ name, description, unit, nullable: false, values: Float64Array.from(rows, of) })
  const forecast = ({ council, forecaster }: Row) => council.forecasts[forecaster]
  const scores = (row: Row) => forecast(row).scores
  const columns = [
    text('authority', 'name of the council', ({ council }) => council.authority),
    text('code', 'its ONS code', ({ council }) => council.code),
    text('region', 'its region', ({ council }) => council.region),
    whole('origin', 'the forecast starts on 31 March of this year', ({ council }) => council.origin),
    whole('target', 'the number of 31 March of this year is forecast', ({ council }) => council.target),
    text('forecast', 'carecast, or one of three forecasts without a model', ({ forecaster }) => forecaster),
    whole(
      'last_value',
      'children at the origin, as published in its edition',
      ({ council }) => council.lastValue,
    ),
    whole('outcome', 'children at the target, as first published', ({ council }) => council.outcome),
    number('mean', 'mean of the forecast', 'children', (row) => forecast(row).mean),
    ...QUANTILES.map((share, at) =>
      number(
        `q${String(Math.round(100 * share)).padStart(2, '0')}`,
        `${Math.round(100 * share)} % quantile of the forecast`,
        'children',
        (row) => forecast(row).quantiles[at],
      ),
    ),
    whole('covered50', '1 where the central 50 % interval holds the outcome', (row) => scores(row).covered50),
    whole('covered80', '1 where the central 80 % interval holds the outcome', (row) => scores(row).covered80),
    whole('covered90', '1 where the central 90 % interval holds the outcome', (row) => scores(row).covered90),
    number('crps', 'continuous ranked probability score', 'of the last value', (row) => scores(row).crps),
    number('bias', 'mean less outcome', '% of the outcome', (row) => scores(row).bias),
    number(
      'absolute_error',
      'distance of the median from the outcome',
      '% of the outcome',
      (row) => scores(row).absoluteError,
    ),
  ]
  const metadata = new Map([
    ['carecast_version', identity.version],
    ['seed', identity.seed],
    ['runs', String(identity.runs)],
    ['table', 'backtest'],
    ['rows', String(rows.length)],
  ])
  return encodeArrowFile(columns, metadata)
}

/** With the same keys as the manifest of a run where it has the same, so that the next run knows what is in the folder. */
function encodeManifestOf(result: BacktestResult, files: PlacedFile[]): Uint8Array {
  const { identity, tables, stated } = result
  const manifest = {
    carecast: { version: identity.version },
    scenario: { name: identity.scenario, sha256: identity.scenarioSha256, set: identity.sets },
    seed: identity.seed,
    intervals: identity.intervals,
    runs: identity.runs,
    scores: tables,
    ...(stated && { probability: stated }),
    files: files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes), bytes: bytes.length })),
  }
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}
