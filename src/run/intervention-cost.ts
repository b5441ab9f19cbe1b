// What the interventions of a package cost in a run: prices by year times what the row has counted of them (A25).
import type { Investment } from '../model/packages/investment.ts'
import type { InterventionModel } from '../model/packages/programme.ts'
import { type InterventionMeasure, type RowLayout, writeWide } from './run-row.ts'

/** Returns the days of a year on which an intervention is paid for, each times its strength, vacant posts taken off. */
export type PaidStrength = (position: number, year: number) => number

/** The interventions of a package, in its order, over so many financial years. */
export interface PaidInterventions {
  interventions: readonly InterventionModel[]
  years: number
  paidStrength: PaidStrength
}

/** Returns the last day up to another on which posts, places and who is served are paid for. */
export function lastPaidDay(investment: Investment | undefined, end: number): number {
  return investment === undefined ? end : Math.min(end, investment.lastPaidDay)
}

/** Writes what each intervention of a package, in its order, costs in each year, once all else of the row is there. */
export function writeInterventionCosts(
  { interventions, years, paidStrength }: PaidInterventions,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  let firstGate = 0
  for (let position = 0; position < interventions.length; position++) {
    const { investment, effects } = interventions[position]
    for (let year = 0; investment && year < years; year++) {
      const at = year * layout.interventions + position
      const counted = (measure: InterventionMeasure) => rows[rowStart + layout.reached[measure] + at]
      let cost =
        investment.amount[year] +
        investment.perPostDay[year] * counted('postDays') +
        investment.perPlaceDay[year] * counted('placeDays') +
        investment.perCase[year] * counted('cases')
      if (investment.perServed[year] > 0) {
        const decidedAt = rowStart + layout.decided + year * layout.gates + firstGate
        const reviewed = investment.servesReviewed ? decidedFirst(effects, rows, decidedAt) : 0
        const served = investment.servedPerDay[year] * paidStrength(position, year) + reviewed
        cost += investment.perServed[year] * served
      }
      writeWide(rows, rowStart + layout.interventionCost + 2 * at, Math.round(cost))
    }
    for (const effect of effects) if (effect.kind === 'review') firstGate += effect.gates.length
  }
}

/** Children whom the first gates of an intervention's reviews decided about in a year; the columns of its gates begin at one. */
function decidedFirst(effects: InterventionModel['effects'], rows: Int32Array, firstColumn: number): number {
  let decided = 0
  let column = firstColumn
  for (const effect of effects)
    if (effect.kind === 'review') {
      decided += rows[column]
      column += effect.gates.length
    }
  return decided
}
