// How often a number of the runs lies above a threshold: children above the budgeted number, spending above the budget.
import type { RunTable } from '../run/run-row.ts'
import { type Measure, seriesOfMonth } from './months.ts'
import { countsPer, gatherSeries, type Series } from './series.ts'
import { yearLines } from './year-lines.ts'

/** A share of the runs and its Monte Carlo standard error. */
export interface Probability {
  probability: number
  mc_error: number
}

/** Returns P(measure > threshold) for each month, over all placements; the threshold is in the unit of the measure. */
export function probabilityAboveByMonth(table: RunTable, measure: Measure, threshold: number): Probability[] {
  return table.axes.months.map((_, month) => {
    return probabilityAbove(table, seriesOfMonth(table, month, measure).at(-1)!, threshold)
  })
}

/** Returns P(line > threshold) for each financial year; the threshold is in the unit of the line, which must exist. */
export function probabilityAboveByYear(table: RunTable, line: string, threshold: number): Probability[] {
  return table.axes.years.map((_, year) => {
    return probabilityAbove(table, yearLines(table, year).find((one) => one.line === line)!, threshold)
  })
}

/** Returns the share of runs in which something is true; its error is 0 where all agree, though 3 / runs may be missed. */
export function shareOfRuns(values: Float64Array, isTrue: (value: number) => boolean): Probability {
  let runs = 0
  for (const value of values) if (isTrue(value)) runs++
  const probability = runs / values.length
  return { probability, mc_error: Math.sqrt((probability * (1 - probability)) / values.length) }
}

function probabilityAbove(table: RunTable, series: Series, threshold: number): Probability {
  const values = new Float64Array(table.runs)
  gatherSeries(table, [series], values)
  const limit = threshold * countsPer(series.unit)
  return shareOfRuns(values, (value) => value > limit)
}
