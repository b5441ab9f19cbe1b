// Prices as plain.ts says them: every child pays its own for every day of care, in whole pence a week.
import type { Model } from '../../model/compile-model.ts'
import type { RunKeys } from '../addresses.ts'
import { priceFactor, priceWord } from '../child-prices.ts'
import { type RowLayout, WIDE } from '../run-row.ts'
import { homeOf, type PlainChild } from './child.ts'
import { actingOf, type PlainPackage } from './programme.ts'

/** Returns what plain.ts calls for every day of care and at the end; it writes into the row. */
export function plainPrices(
  { axes, weeklyPence, priceShape }: Model,
  { chance }: RunKeys,
  priceShocks: Float64Array,
  layout: RowLayout,
  row: Int32Array,
  chosen: PlainPackage,
) {
  const changes = actingOf(chosen.inOrder, 'price')
  const penceOf = (year: number, placement: number) => {
    const at = year * axes.placements.length + placement
    const factor = changes.reduce((product, { effect }) => product * effect.factor[at], 1)
    const added = changes.reduce((sum, { effect }) => sum + effect.addedPence[at], 0)
    return Math.round(Math.max(0, weeklyPence[at] * factor + added) * priceShocks[year])
  }
  const costs = new Map<number, number>()

  const payDay = (child: PlainChild, month: number) => {
    const home = homeOf(child)
    if (!axes.spreadPlacements.includes(home)) return
    const factor = priceFactor(priceWord(chance, child.number), priceShape.spread[home])
    const at = month * axes.spreadPlacements.length + axes.spreadPlacements.indexOf(home)
    costs.set(at, (costs.get(at) ?? 0) + Math.round(penceOf(axes.yearOfMonth[month], home) * factor))
  }

  /** Fixed shares are paid for the children of the start and what opens after it, or for all who live beyond the places. */
  const fixedDaysOf = (limitsOn: (day: number) => Int32Array, month: number, fixed: number) => {
    const { placement, children } = axes.fixedPlacements[fixed]
    const [first, last] = [(axes.monthEnd[month - 1] ?? 0) + 1, axes.monthEnd[month]]
    const atStart = limitsOn(0)[placement]
    const emptyAtStart = Math.max(0, atStart - children)
    let [paid, livedIn] = [0, row[layout.offset.care_days + month * layout.placements + placement]]
    for (let day = first; day <= last; day++) {
      paid += Math.max(0, children + limitsOn(day)[placement] - atStart)
      livedIn -= emptyAtStart
    }
    return Math.max(paid, livedIn)
  }

  const finish = (limitsOn: (day: number) => Int32Array) => {
    axes.years.forEach((_, year) => {
      axes.placements.forEach((_, placement) => {
        row[layout.weeklyPence + year * axes.placements.length + placement] = penceOf(year, placement)
      })
      axes.fixedPlacements.forEach(({ placement }, fixed) => {
        const at = layout.fixedPence + year * axes.fixedPlacements.length + fixed
        row[at] = Math.round(penceOf(year, placement) * priceShape.fixedShare[fixed])
      })
    })
    axes.months.forEach((_, month) => {
      axes.fixedPlacements.forEach((_, fixed) => {
        row[layout.fixedDays + month * axes.fixedPlacements.length + fixed] = fixedDaysOf(
          limitsOn,
          month,
          fixed,
        )
      })
    })
    for (const [at, cost] of costs) {
      row[layout.spreadCost + 2 * at] = Math.floor(cost / WIDE)
      row[layout.spreadCost + 2 * at + 1] = cost % WIDE
    }
  }
  return { payDay, finish }
}
