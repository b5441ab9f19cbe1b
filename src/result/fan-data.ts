// The points of the fan chart: known numbers of children, then quantiles of the forecast from the opening stock on.
import { parseDate } from '../domain/calendar.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import type { Axes } from '../model/axes.ts'
import type { MonthlySummary } from '../summary/numbers/statistics.ts'

/** Quantiles of the children at the end of a day. */
export interface FanPoint {
  day: number
  q10: number
  q50: number
  q90: number
  /** Monte Carlo error of the mean; absent where the number is known. */
  mc_error?: number
}

export interface FanData {
  /** In the order of the days. */
  known: { day: number; children: number }[]
  /** The first point is the opening stock, where all quantiles are the same. */
  fan: FanPoint[]
}

/** Collects the points from the scenario's facts and the monthly summary of one variant. */
export function fanData(scenario: Scenario, axes: Axes, summary: MonthlySummary): FanData {
  const { children } = scenario.openingStock
  const { q10, q50, q90, mc_error } = summary.statistics
  const rows = summary.month.flatMap((_, row) => (isTotalChildren(summary, row) ? [row] : []))
  const points = rows.map((row, month) => ({
    day: axes.startDay + axes.monthEnd[month],
    q10: q10[row],
    q50: q50[row],
    q90: q90[row],
    mc_error: mc_error[row],
  }))
  return {
    known: knownNumbers(scenario),
    fan: [{ day: axes.startDay, q10: children, q50: children, q90: children }, ...points],
  }
}

function isTotalChildren({ measure, placement }: MonthlySummary, row: number): boolean {
  return measure[row] === 'children' && placement[row] === null
}

/** Lists the numbers of children that are known, the opening stock the last of them, in the order of their days. */
export function knownNumbers({ history, start, openingStock }: Scenario): FanData['known'] {
  return Object.entries({ ...history?.children, [start]: openingStock.children })
    .map(([date, children]) => ({ day: parseDate(date)!, children }))
    .sort((earlier, later) => earlier.day - later.day)
}

/** Reads the fan on any day, by straight lines between its points. */
export function fanAt(fan: FanPoint[], day: number): FanPoint {
  const next = fan.findIndex((point) => point.day >= day)
  if (next <= 0) return fan.at(next)!
  const [before, after] = [fan[next - 1], fan[next]]
  const weight = (day - before.day) / (after.day - before.day)
  const between = (key: 'q10' | 'q50' | 'q90') => before[key] + weight * (after[key] - before[key])
  return { day, q10: between('q10'), q50: between('q50'), q90: between('q90') }
}
