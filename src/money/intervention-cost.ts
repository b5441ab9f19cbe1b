// What an intervention costs: £ by year, and by what it came to in the run: filled posts, places added, children reached.
import { DAYS_PER_YEAR } from '../domain/calendar.ts'
import type { InterventionMeasure, RunTable } from '../run/run-row.ts'
import { PENCE_SEVENTHS_PER_POUND } from './placement-cost.ts'
import { constantSum, joinSums, type RowSum, sumOfColumns } from './row-sum.ts'

/** Returns the cost of an intervention of the package in a financial year, in sevenths of a penny, whoever pays it. */
export function interventionInYear(table: RunTable, year: number, intervention: number): RowSum {
  const { pounds, perPostYear, perPlaceYear, perCase } = table.axes.interventions[intervention]
  const priced = (measure: InterventionMeasure, each: number) =>
    each === 0 ? [] : [reachedInYear(table, year, intervention, measure, each * PENCE_SEVENTHS_PER_POUND)]
  return joinSums([
    constantSum(Math.round(pounds[year] * PENCE_SEVENTHS_PER_POUND)),
    ...priced('postDays', perPostYear / DAYS_PER_YEAR),
    ...priced('placeDays', perPlaceYear / DAYS_PER_YEAR),
    ...priced('cases', perCase),
  ])
}

/** Returns what is counted of an intervention in a financial year, each worth `factor`. */
export function reachedInYear(
  { layout }: RunTable,
  year: number,
  intervention: number,
  measure: InterventionMeasure,
  factor = 1,
): RowSum {
  const column = layout.reached[measure] + year * layout.interventions + intervention
  return sumOfColumns([column], undefined, factor)
}
