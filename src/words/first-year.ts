// How much the number of children changes in the first twelve months, as the terminal and scripts are told it.
import { dateInWords, sameDayNextYear } from '../domain/calendar.ts'
import { formatToError } from '../domain/quantity.ts'
import { type FanPoint, fanAt } from '../result/fan-data.ts'

/** Quantiles of the change from the opening stock to the same day of the next year. */
export interface FirstYearChange {
  day: number
  q10: number
  q50: number
  q90: number
  /** Monte Carlo error of the mean, which is that of the number of children. */
  mc_error?: number
}

/** A horizon that ends so many days before is called a year. */
const MOST_SHORT = 31

/**
 * Reads the change off the points of the fan, by straight lines between the ends of months; undefined where the horizon is
 * shorter than a year.
 */
export function firstYearChange(fan: FanPoint[]): FirstYearChange | undefined {
  const [start] = fan
  const anniversary = sameDayNextYear(start.day)
  const day = Math.min(anniversary, fan.at(-1)!.day)
  if (anniversary - day > MOST_SHORT) return undefined
  const next = fan.find((point) => point.day >= day)!
  const { q10, q50, q90 } = fanAt(fan, day)
  // The opening stock is the same in every run, so the quantiles of the change are those of the number less it.
  const since = (children: number) => Math.round(children - start.q50)
  return { day, q10: since(q10), q50: since(q50), q90: since(q90), mc_error: next.mc_error }
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
