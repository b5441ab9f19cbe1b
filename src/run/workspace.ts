// What one thread needs to simulate runs one after another without allocating: a place for every child and every day.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import type { Model } from '../model/compile-model.ts'

/** Standard deviations of the Poisson number of candidates that there is room for, and some more for small means. */
const ROOM_DEVIATIONS = 12
const ROOM_LEAST = 200

/** Per-child state and calendar of one run; child numbers are addresses too, see addresses.ts. */
export interface Workspace {
  /** Children there is room for: the opening stock, then the candidates for entry in order of arrival. */
  children: number
  /** [child] day of the 18th birthday. */
  turns18: Int32Array
  /** [child] day the period of care began. */
  entryDay: Int32Array
  /** [child] day the present placement began. */
  placedDay: Int32Array
  /** [child] */
  placement: Uint8Array
  /** [child] uniform mark below the bound of the cell it was scheduled in: what happens on its candidate day. */
  mark: Float64Array
  /** [child] next child with the same candidate day, or -1. */
  next: Int32Array
  /** [day] child scheduled last for the day, or -1; behind the horizon one more day that nobody reads. */
  head: Int32Array
  /** [placement] children in it now. */
  occupied: Int32Array
  /** [month * placements + placement] arrivals less departures, and the days that they add to the month (see STOCK). */
  flow: Float64Array
  /** [day] index of its month; day 0 belongs to the first. */
  monthOfDay: Uint16Array
  /** [day] days from it to the end of its month, both counted; day 0 itself is not one of them. */
  daysLeft: Int32Array
  /** [age] days to the 18th birthday of the youngest child of the band. */
  longestTo18: Int32Array
  /** [age] days that the band is long. */
  bandDays: Int32Array
}

/** One child in `flow`, above any sum of days: both are added at once and taken apart at the end of the run. */
export const STOCK = 2 ** 32

/** Makes a workspace for a model; its size depends on the model alone. */
export function createWorkspace(model: Model): Workspace {
  const { axes, entries, openingStock } = model
  const expected = entries.expectedCandidates
  const children =
    openingStock.placement.length + Math.ceil(expected + ROOM_DEVIATIONS * Math.sqrt(expected)) + ROOM_LEAST
  const monthOfDay = new Uint16Array(axes.days + 1)
  const daysLeft = new Int32Array(axes.days + 1)
  for (let day = axes.days, month = axes.months.length - 1; day >= 0; day--) {
    if (month > 0 && day <= axes.monthEnd[month - 1]) month--
    monthOfDay[day] = month
    daysLeft[day] = axes.monthEnd[month] - Math.max(day, 1) + 1
  }
  return {
    children,
    turns18: new Int32Array(children),
    entryDay: new Int32Array(children),
    placedDay: new Int32Array(children),
    placement: new Uint8Array(children),
    mark: new Float64Array(children),
    next: new Int32Array(children),
    head: new Int32Array(axes.days + 2),
    occupied: new Int32Array(axes.placements.length),
    flow: new Float64Array(axes.months.length * axes.placements.length),
    monthOfDay,
    daysLeft,
    longestTo18: Int32Array.from(AGE_EDGES_DAYS.slice(0, -1), (edge) => DAYS_TO_18 - edge),
    bandDays: Int32Array.from(AGE_EDGES_DAYS.slice(1), (edge, band) => edge - AGE_EDGES_DAYS[band]),
  }
}
