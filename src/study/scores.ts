// Scores of forecasts against what happened: one row for each forecast, and averages over authorities.
import { crpsOf } from './crps.ts'
import { meanOf, type PredictiveDistribution, quantileOf } from './predictive-distribution.ts'

/** A forecast of the number of children of an authority and what happened. */
export interface SettledForecast {
  authority: string
  region: string
  /** The number of children at the origin, above 0. */
  lastValue: number
  distribution: PredictiveDistribution
  /** The number of children on the day that was forecast, a whole number above 0. */
  outcome: number
}

/** The scores in the order of tables. */
export const SCORES = ['covered50', 'covered80', 'covered90', 'crps', 'bias', 'absoluteError'] as const

export type ScoreName = (typeof SCORES)[number]

/**
 * Scores of one forecast or, averaged, of many. `covered`: 1 where the central interval holds the outcome and 0
 * elsewhere, so that the average is the coverage. `crps`: continuous ranked probability score as a share of the last
 * value, so that large and small authorities count alike. `bias`: mean less outcome, in % of the outcome; above 0 is too
 * high. `absoluteError`: distance of the median, in % of the outcome; the average is the mean absolute percentage error
 * (MAPE).
 */
export type Scores = Record<ScoreName, number>

/** The scores of one forecast and whose they are. */
export type ForecastScore = Scores & { authority: string; region: string }

/** Averages over forecasts and how many they are. */
export type AverageScores = Scores & { forecasts: number }

/** Lower and upper ends of the central intervals, as shares. */
const ENDS = { covered50: [0.25, 0.75], covered80: [0.1, 0.9], covered90: [0.05, 0.95] } as const

/** Scores a forecast; throws a RangeError where last value or outcome is no whole number above 0. */
export function scoreForecast(forecast: SettledForecast): ForecastScore {
  const { authority, region, lastValue, distribution, outcome } = forecast
  if (!(lastValue > 0 && outcome > 0 && Number.isInteger(outcome)))
    throw new RangeError(
      `${authority}: last value ${lastValue} and outcome ${outcome} must be whole and above 0`,
    )
  const percentOff = (value: number) => (100 * (value - outcome)) / outcome
  return {
    authority,
    region,
    covered50: covers(distribution, ENDS.covered50, outcome),
    covered80: covers(distribution, ENDS.covered80, outcome),
    covered90: covers(distribution, ENDS.covered90, outcome),
    crps: crpsOf(distribution, outcome) / lastValue,
    bias: percentOff(meanOf(distribution)),
    absoluteError: Math.abs(percentOff(quantileOf(distribution, 0.5))),
  }
}

/**
 * Returns 1 where the outcome lies between the ends or at one of them. Both ends count as inside, since an interval
 * printed as '482 to 511' is read so: of a right forecast in whole numbers it then holds a little more than its level,
 * of a Poisson number of 100 some 2 points more than 80 %, of one of 400 some 1.
 */
function covers(
  distribution: PredictiveDistribution,
  [low, high]: readonly [number, number],
  outcome: number,
): number {
  const inside = quantileOf(distribution, low) <= outcome && outcome <= quantileOf(distribution, high)
  return inside ? 1 : 0
}

/** Averages scores, each forecast counting the same; throws a RangeError where there are none. */
export function averageScores(scores: readonly Scores[]): AverageScores {
  if (scores.length === 0) throw new RangeError('there are no scores to average')
  const average = (name: ScoreName) => scores.reduce((sum, score) => sum + score[name], 0) / scores.length
  const averages = Object.fromEntries(SCORES.map((name) => [name, average(name)])) as Scores
  return { forecasts: scores.length, ...averages }
}
