// The numbers of a row that are worked out when the last day has passed: stocks, care days, prices and places.
import type { Model } from '../model/compile-model.ts'
import type { RowLayout } from './run-row.ts'
import { STOCK } from './workspace.ts'

const PER_STOCK = 1 / STOCK

/** Turns [month * placements + placement] flows into who is there at each month's end and the days of care in the month. */
export function writeStocks(
  { axes }: Pick<Model, 'axes'>,
  flow: Float64Array,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  const { monthEnd } = axes
  const childrenAt = rowStart + layout.offset.children
  const careDaysAt = rowStart + layout.offset.care_days
  const { months, placements } = layout
  for (let home = 0; home < placements; home++) {
    let children = 0
    let lastEnd = 0
    for (let month = 0; month < months; month++) {
      const at = (month * placements + home) | 0
      const packed = flow[at]
      // Rounded to the nearest whole number: the days alone are less than half a child.
      const change = Math.floor(packed * PER_STOCK + 0.5) | 0
      const end = monthEnd[month]
      rows[(careDaysAt + at) | 0] = (Math.imul(children, end - lastEnd) + (packed - change * STOCK)) | 0
      children = (children + change) | 0
      rows[(childrenAt + at) | 0] = children
      lastEnd = end
    }
  }
}

/** Works out [year * placements + placement] weekly prices: those given times the shock of the year, in whole pence. */
export function setPrices(
  { axes, weeklyPence }: Pick<Model, 'axes' | 'weeklyPence'>,
  priceShocks: Float64Array,
  runPence: Float64Array,
): void {
  const placements = axes.placements.length
  for (let at = 0; at < weeklyPence.length; at++)
    runPence[at] = Math.round(weeklyPence[at] * priceShocks[Math.floor(at / placements)])
}

/** Writes the weekly prices of the run and the fixed shares of them. */
export function writePrices(
  { axes, priceShape }: Model,
  runPence: Float64Array,
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  rows.set(runPence, rowStart + layout.weeklyPence)
  const { fixedPlacements } = axes
  for (let year = 0; year < axes.years.length; year++)
    for (let fixed = 0; fixed < fixedPlacements.length; fixed++) {
      const pence = runPence[year * layout.placements + fixedPlacements[fixed].placement]
      const at = layout.fixedPence + year * fixedPlacements.length + fixed
      rows[rowStart + at] = Math.round(pence * priceShape.fixedShare[fixed])
    }
}

/** Writes the places, [stock][day], that carers give at the end of each month. */
export function writePlaces(
  { axes }: Model,
  usablePlaces: Int32Array[],
  layout: RowLayout,
  rows: Int32Array,
  rowStart: number,
): void {
  const placesAt = rowStart + layout.usablePlaces
  for (let month = 0; month < layout.months; month++)
    for (let stock = 0; stock < layout.carerPlacements; stock++)
      rows[placesAt + month * layout.carerPlacements + stock] = usablePlaces[stock][axes.monthEnd[month]]
}
