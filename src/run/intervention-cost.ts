// What the interventions of a package cost in a run: prices by year times what the row has counted of them (A25).
import type { Axes } from '../model/axes.ts'
import type { Investment } from '../model/packages/investment.ts'
import type { InterventionModel } from '../model/packages/programme.ts'
import { type InterventionMeasure, type RowLayout, writeWide } from './run-row.ts'

/** Returns the days of a year on which an intervention is paid for, each times its strength, vacant posts taken off. */
export type PaidStrength = (position: number, year: number) => number

/** Returns the last day up to another on which posts, places and who is served are paid for. */
export function lastPaidDay(investment: Investment | undefined, end: number): number {
  return investment === undefined ? end : Math.min(end, investment.lastPaidDay)
}

/** Writes what each intervention of a package, in its order, costs in each year, once all else of the row is there. */
export function writeInterventionCosts(
  interventions: readonly InterventionModel[],
  { years }: Pick<Axes, 'years'>,
  paidStrength: PaidStrength,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  let firstGate = 0
  for (let position = 0; position < interventions.length; position++) {
    const { investment, effects } = interventions[position]
    for (let year = 0; investment && year < years.length; year++) {
      const at = year * layout.interventions + position
      const counted = (measure: InterventionMeasure) => rows[rowStart + layout.reached[measure] + at]
      let cost =
        investment.amount[year] +
        investment.perPostDay[year] * counted('postDays') +
        investment.perPlaceDay[year] * counted('placeDays') +
        investment.perCase[year] * counted('cases')
      if (investment.perServed[year] > 0) {
        const reviewed = investment.servesReviewed
          ? decidedFirst(effects, firstGate, year, layout, rows, rowStart)
          : 0
        const served = investment.servedPerDay[year] * paidStrength(position, year) + reviewed
        cost += investment.perServed[year] * served
      }
      writeWide(rows, rowStart + layout.interventionCost + 2 * at, Math.round(cost))
    }
    for (const effect of effects) if (effect.kind === 'review') firstGate += effect.gates.length
  }
}

/** Children whom the first gates of an intervention's reviews decided about in a year; its own gates begin at the one given. */
function decidedFirst(
  effects: InterventionModel['effects'],
  firstGate: number,
  year: number,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): number {
  let decided = 0
  let gate = firstGate
  for (const effect of effects)
    if (effect.kind === 'review') {
      decided += rows[rowStart + layout.decided + year * layout.gates + gate]
      gate += effect.gates.length
    }
  return decided
}
