// The days for which the fixed share of a placement's price is paid: for the children of the start, whoever is there, and for
// every place that opens from then on, taken or not (A21).
import type { Axes } from '../model/axes.ts'
import type { Model } from '../model/compile-model.ts'
import { UNLIMITED } from '../model/places.ts'
import type { RowLayout } from './run-row.ts'

/** Returns [day] the children that a placement can take, or one number where that never changes. */
export type PlacesOf = (placement: number) => Int32Array | number

/** Returns the places of a model without packages; [stock][day] are those that carers give. */
export function placesOfModel(
  { carers, places }: Pick<Model, 'carers' | 'places'>,
  usablePlaces: readonly Int32Array[],
): PlacesOf {
  return (placement) => {
    const stock = carers.findIndex((one) => one.placement === placement)
    return stock < 0 ? places.limit[placement] : usablePlaces[stock]
  }
}

/** Writes the days of fixed shares by month, once the days of care are in the row. */
export function writeFixedDays(
  { fixedPlacements, monthEnd }: Axes,
  placesOf: PlacesOf,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  for (let fixed = 0; fixed < fixedPlacements.length; fixed++) {
    const { placement, children } = fixedPlacements[fixed]
    const places = placesOf(placement)
    for (let month = 0; month < monthEnd.length; month++) {
      const first = (monthEnd[month - 1] ?? 0) + 1
      const careDays = rows[rowStart + layout.offset.care_days + month * layout.placements + placement]
      const days = paidDays(places, children, careDays, first, monthEnd[month])
      rows[rowStart + layout.fixedDays + month * fixedPlacements.length + fixed] = days
    }
  }
}

/**
 * A place that closes is paid for as long as somebody lives in it: where more live there than there are places,
 * those beyond the empty places of the start are paid for.
 */
function paidDays(
  places: Int32Array | number,
  children: number,
  careDays: number,
  first: number,
  last: number,
): number {
  const days = last - first + 1
  if (places === UNLIMITED) return children * days
  const atStart = typeof places === 'number' ? places : places[0]
  let paid = 0
  for (let day = first; day <= last; day++)
    paid += Math.max(0, children + (typeof places === 'number' ? 0 : places[day] - atStart))
  return Math.max(paid, careDays - Math.max(0, atStart - children) * days)
}
