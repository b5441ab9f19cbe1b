// How much the number of children changes in the first twelve months, as the terminal and scripts are told it.
import { dateInWords } from '../domain/calendar.ts'
import { formatToError } from '../domain/quantity.ts'
import type { FanPoint } from './fan-data.ts'

/** Quantiles of the change from the opening stock to the month's end nearest to a year after it. */
export interface FirstYearChange {
  day: number
  q10: number
  q50: number
  q90: number
  /** Monte Carlo error of the mean, which is that of the number of children. */
  mc_error?: number
}

const YEAR_DAYS = 365
const FURTHEST_DAYS = 31

/** Reads the change off the points of the fan; undefined where the horizon is shorter than a year. */
export function firstYearChange(fan: FanPoint[]): FirstYearChange | undefined {
  const [start, ...later] = fan
  const distance = (point: FanPoint) => Math.abs(point.day - start.day - YEAR_DAYS)
  const nearest = later.toSorted((a, b) => distance(a) - distance(b)).at(0)
  if (nearest === undefined || distance(nearest) > FURTHEST_DAYS) return undefined
  // The opening stock is the same in every run, so the quantiles of the change are those of the number less it.
  return {
    day: nearest.day,
    q10: nearest.q10 - start.q10,
    q50: nearest.q50 - start.q50,
    q90: nearest.q90 - start.q90,
    mc_error: nearest.mc_error,
  }
}

/** Words the change, signs and all; nothing where there is none. */
export function firstYearInWords(change: FirstYearChange | undefined): string[] {
  if (change === undefined) return []
  const { mc_error = 0 } = change
  const signed = (children: number) =>
    `${children < 0 ? '-' : '+'}${formatToError(Math.abs(children), mc_error)}`
  const interval = `80 % interval ${signed(change.q10)} to ${signed(change.q90)}`
  return [
    `Change in the first year, to ${dateInWords(change.day)}: ${signed(change.q50)} children; ${interval}.`,
  ]
}
