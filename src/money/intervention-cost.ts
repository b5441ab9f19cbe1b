// What an intervention costs, and what it came to: the run has worked out both.
import type { InterventionMeasure, RunTable } from '../run/run-row.ts'
import { type RowSum, sumOfColumns, wideNumber } from './row-sum.ts'

/** Returns the cost of an intervention of the package in a financial year, in sevenths of a penny, whoever pays it. */
export function interventionInYear({ layout }: RunTable, year: number, intervention: number): RowSum {
  return wideNumber(layout.interventionCost + 2 * (year * layout.interventions + intervention))
}

/** Returns what is counted of an intervention in a financial year. */
export function reachedInYear(
  { layout }: RunTable,
  year: number,
  intervention: number,
  measure: InterventionMeasure,
): RowSum {
  return sumOfColumns([layout.reached[measure] + year * layout.interventions + intervention])
}
