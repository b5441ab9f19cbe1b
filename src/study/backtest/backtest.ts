// A backtest: what was forecast from earlier editions against what happened, beside three forecasts without a model.
// Forecasts of stocks and the published table -> scores of each council, their averages and intervals.
import type { PublishedTable } from '../../input/published/published-table.ts'
import { type BlockInterval, blockInterval, blockIntervalOfDifference } from '../block-interval.ts'
import { firstPublished, stockOf } from '../known-stocks.ts'
import { forecastDrift, forecastLastTrend, forecastLastValue, type Horizon } from '../naive-forecasts.ts'
import { meanOf, type PredictiveDistribution, quantileOf, sampleOf } from '../predictive-distribution.ts'
import {
  type AverageScores,
  averageScores,
  type ForecastScore,
  type ScoreName,
  scoreForecast,
} from '../scores.ts'
import { fitDrift, yearlyChanges } from '../yearly-changes.ts'
import { type StockForecast, stocksAt } from './council-forecast.ts'
import { type CouncilEditions, councilEditions, historyAt, isScored } from './settled-stocks.ts'

/** The forecasts in the order of tables; the first is ours. */
export const FORECASTERS = ['carecast', 'lastValue', 'lastTrend', 'drift'] as const

export type Forecaster = (typeof FORECASTERS)[number]

/** Shares of the quantiles that are written. */
export const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const

/** What one forecaster said of a council, and how it scored. */
export interface ScoredForecast {
  mean: number
  /** [quantile] at QUANTILES */
  quantiles: number[]
  scores: ForecastScore
}

/** A council at one origin and target. */
export interface SettledCouncil extends Horizon {
  code: string
  authority: string
  region: string
  lastValue: number
  outcome: number
  forecasts: Record<Forecaster, ScoredForecast>
}

/** How one forecaster did over councils. */
export interface ForecasterScores {
  forecaster: Forecaster
  average: AverageScores
  /** Of 80 % of the averages over regions drawn anew. */
  intervals: Record<'covered50' | 'covered80' | 'covered90' | 'crps', BlockInterval>
  /** Continuous ranked probability score of carecast less that of the forecaster; below 0 carecast is better. */
  crpsDifference: BlockInterval
}

/** The scores of an origin and target, or of all of them; 'all' has no horizon. */
export interface ScoreTable {
  horizon: Horizon | undefined
  councils: number
  rows: ForecasterScores[]
}

/** Lists origins with the years that they are scored at, of those that the table has. */
export function horizonsOf(origins: readonly number[], lastEdition: number): Horizon[] {
  return origins.flatMap((origin) =>
    Array.from({ length: lastEdition - origin }, (_, ahead) => ({ origin, target: origin + 1 + ahead })),
  )
}

/** Scores forecasts of councils, ours and the naive ones, each by what was known at its origin. */
export function settleForecasts(
  table: PublishedTable,
  forecasts: readonly StockForecast[],
  horizons: readonly Horizon[],
): SettledCouncil[] {
  const councils = councilEditions(table)
  return horizons.flatMap((horizon) => {
    const { origin } = horizon
    // The drift is learnt from all councils, also where only some are forecast.
    const drift = fitDrift(
      yearlyChanges(
        councils.map((council) => historyAt(council, origin)),
        origin,
      ),
    )
    return councils
      .filter((council) => isScored(council, horizon))
      .flatMap((council) => {
        const forecast = forecasts.find((one) => one.code === council.code && one.origin === origin)
        return forecast ? [settle(council, horizon, forecast, drift)] : []
      })
  })
}

function settle(
  council: CouncilEditions,
  horizon: Horizon,
  forecast: StockForecast,
  drift: ReturnType<typeof fitDrift>,
): SettledCouncil {
  const { code, authority, region } = council
  const history = historyAt(council, horizon.origin)
  const lastValue = stockOf(history, horizon.origin)
  const outcome = firstPublished(council.editions, horizon.target)!
  const distributions: Record<Forecaster, PredictiveDistribution> = {
    carecast: sampleOf(stocksAt(forecast, `${horizon.target}-03`)),
    lastValue: forecastLastValue(history, horizon),
    lastTrend: forecastLastTrend(history, horizon),
    drift: forecastDrift(history, horizon, drift),
  }
  const scored = (distribution: PredictiveDistribution): ScoredForecast => ({
    mean: meanOf(distribution),
    quantiles: QUANTILES.map((share) => quantileOf(distribution, share)),
    scores: scoreForecast({ authority, region, lastValue, distribution, outcome }),
  })
  const forecasts = Object.fromEntries(
    FORECASTERS.map((forecaster) => [forecaster, scored(distributions[forecaster])]),
  ) as Record<Forecaster, ScoredForecast>
  return { ...horizon, code, authority, region, lastValue, outcome, forecasts }
}

/** Averages the scores by origin and target and, where there are several, over all of them: pooled, each council counts each time. */
export function scoreTables(settled: readonly SettledCouncil[], seed: string): ScoreTable[] {
  const isOf = (horizon: Horizon) => (council: Horizon) =>
    council.origin === horizon.origin && council.target === horizon.target
  const firstOfEach = settled.filter((council, at) => settled.findIndex(isOf(council)) === at)
  const tables = firstOfEach.map(({ origin, target }) =>
    scoreTable(settled.filter(isOf({ origin, target })), { origin, target }, seed),
  )
  return tables.length > 1 ? [...tables, scoreTable(settled, undefined, seed)] : tables
}

function scoreTable(
  settled: readonly SettledCouncil[],
  horizon: Horizon | undefined,
  seed: string,
): ScoreTable {
  const blocks = (forecaster: Forecaster, name: ScoreName) =>
    settled.map(({ region, forecasts }) => ({ block: region, score: forecasts[forecaster].scores[name] }))
  const interval = (forecaster: Forecaster, name: ScoreName) =>
    blockInterval(blocks(forecaster, name), { seed })
  return {
    horizon,
    councils: settled.length,
    rows: FORECASTERS.map((forecaster) => ({
      forecaster,
      average: averageScores(settled.map(({ forecasts }) => forecasts[forecaster].scores)),
      intervals: {
        covered50: interval(forecaster, 'covered50'),
        covered80: interval(forecaster, 'covered80'),
        covered90: interval(forecaster, 'covered90'),
        crps: interval(forecaster, 'crps'),
      },
      crpsDifference: blockIntervalOfDifference(blocks('carecast', 'crps'), blocks(forecaster, 'crps'), {
        seed,
      }),
    })),
  }
}
