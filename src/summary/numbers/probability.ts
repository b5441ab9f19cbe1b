// How often a number of the runs lies above a threshold: children above the budgeted number, spending above the budget.
import type { RunTable } from '../../run/run-row.ts'
import { countsPer, type Series, valuesOfSeries } from './series.ts'

/** A share of the runs and its Monte Carlo standard error. */
export interface Probability {
  probability: number
  mc_error: number
}

/** Returns the share of runs in which something is true; its error is 0 where all agree, though 3 / runs may be missed. */
export function shareOfRuns(values: Float64Array, isTrue: (value: number) => boolean): Probability {
  let runs = 0
  for (let run = 0; run < values.length; run++) if (isTrue(values[run])) runs++
  const probability = runs / values.length
  return { probability, mc_error: Math.sqrt((probability * (1 - probability)) / values.length) }
}

/** Returns P(series > threshold); the threshold is in the unit of the series, whose values may have been gathered before. */
export function probabilityAbove(
  table: RunTable,
  series: Series,
  threshold: number,
  values = valuesOfSeries(table, series),
): Probability {
  const limit = threshold * countsPer(series.unit)
  return shareOfRuns(values, (value) => value > limit)
}
