// The path of a backtest: which councils and origins -> forecasts on all threads -> scores -> a result in place.

import { InputError } from '../../input/input-error.ts'
import {
  authoritiesOf,
  type PublishedRow,
  type PublishedTable,
} from '../../input/published/published-table.ts'
import type { ResultIdentity } from '../../result/result-identity.ts'
import { checkTarget } from '../../write/folder/check-target.ts'
import { type Claim, withClaim } from '../../write/folder/claim.ts'
import { writeResult } from '../../write/folder/result-folder.ts'
import { sha256Of } from '../../write/sha256.ts'
import { horizonsOf, type ScoreTable, type SettledCouncil, scoreTables, settleForecasts } from './backtest.ts'
import { encodeBacktest } from './backtest-files.ts'
import { type ForecastTask, type StockForecast, stocksAt } from './council-forecast.ts'
import { forecastCouncils } from './forecast-pool.ts'
import type { StatedProbability } from './scores-in-words.ts'
import { councilEditions, isScored } from './settled-stocks.ts'

export interface BacktestRequest {
  table: PublishedTable
  /** Those to forecast. */
  authorities: PublishedRow[]
  origins: number[]
  /** Of each council and origin. */
  runs: number
  seed: string
  threads: number
  folder: string
  overwrite: boolean
  version: string
  onProgress?: (done: number, all: number) => void
  signal?: AbortSignal
}

export interface Backtest {
  settled: SettledCouncil[]
  tables: ScoreTable[]
  /** Absent where its council or origin was not asked for. */
  stated?: StatedProbability
  files: string[]
}

/**
 * Rotherham foresaw 440 to 450 children for March 2016 and had 488 at the end of December 2016 (its paper on budget pressures,
 * January 2017): how likely was that, seen from March 2016?
 */
const NAMED = { authority: 'Rotherham', origin: 2016, on: '2016-12-31', atLeast: 488 }
/** A chance of some percent needs more runs than an interval. */
const TIMES_RUNS = 10

const NOTHING_TO_SCORE = 'names no council with more than 20 children, so that nothing can be scored'

/** Makes a backtest and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function backtest(request: BacktestRequest): Promise<Backtest> {
  const { folder, overwrite } = request
  await checkTarget(folder, identityOf(request), overwrite)
  const tasks = tasksOf(request)
  if (tasks.length === 0) throw new InputError([{ file: '--authority', message: NOTHING_TO_SCORE }])
  return withClaim(folder, undefined, (claim) => backtestInto(claim, tasks, request))
}

async function backtestInto(
  claim: Claim,
  tasks: ForecastTask[],
  request: BacktestRequest,
): Promise<Backtest> {
  const { table, origins, folder, seed, signal } = request
  const identity = identityOf(request)
  const horizons = horizonsOf(origins, lastEdition(table))
  const named = namedTask(request, tasks)
  const forecasts = await forecastCouncils(table, named ? [named, ...tasks] : tasks, request)
  const stated = named && statedOf(forecasts.shift()!)
  const settled = settleForecasts(table, forecasts, horizons)
  const tables = scoreTables(settled, seed)
  const files = encodeBacktest({ identity, settled, tables, stated })
  await writeResult(folder, files, signal, claim)
  return { settled, tables, stated, files: files.map(({ name }) => name) }
}

function lastEdition({ rows }: PublishedTable): number {
  return Math.max(...rows.map(({ edition }) => edition))
}

/** Councils that can be scored, each from each origin. */
function tasksOf({ table, authorities, origins, runs, seed }: BacktestRequest): ForecastTask[] {
  const last = lastEdition(table)
  const asked = councilEditions(table).filter(({ code }) => authorities.some((row) => row.code === code))
  return origins.flatMap((origin) =>
    asked
      .filter((council) => isScored(council, { origin, target: last }))
      .map(({ code }) => ({ code, origin, years: last - origin, runs, seed })),
  )
}

function namedTask({ table, runs }: BacktestRequest, tasks: ForecastTask[]): ForecastTask | undefined {
  const code = authoritiesOf(table).find(({ name }) => name === NAMED.authority)?.code
  const task = tasks.find((one) => one.code === code && one.origin === NAMED.origin)
  return task && { ...task, years: 1, runs: TIMES_RUNS * runs }
}

function statedOf(forecast: StockForecast): StatedProbability {
  const { authority, origin, on, atLeast } = NAMED
  const stocks = stocksAt(forecast, on.slice(0, 7))
  const probability = stocks.filter((children) => children >= atLeast).length / stocks.length
  const mcError = Math.sqrt((probability * (1 - probability)) / stocks.length)
  return { authority, origin: `${origin}-03-31`, on, atLeast, probability, mcError, runs: stocks.length }
}

/** A result is the same where councils, origins and all published figures are. */
function identityOf({ table, authorities, origins, version, seed, runs }: BacktestRequest): ResultIdentity {
  const codes = authorities.map(({ code }) => code)
  return {
    version,
    scenario: `Backtest from ${origins.join(', ')}`,
    scenarioSha256: sha256Of(JSON.stringify([table, codes, origins])),
    sets: [],
    intervals: 'chance, shocks and assumptions',
    seed,
    runs,
  }
}
