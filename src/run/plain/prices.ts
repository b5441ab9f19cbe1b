// Prices said plainly: every child pays its own for every day of care, in whole pence a week (A8, A21).
import { priceFactor, priceWord } from '../child-prices.ts'
import { WIDE } from '../run-row.ts'
import { homeOf, type PlainChild } from './child.ts'
import { limitsOn } from './limits.ts'
import { actingOf } from './programme.ts'
import type { PlainWorld } from './world.ts'

/** Pays a day of a child whose placement has a spread of prices; the others pay by their care days (A21). */
export function payDay(world: PlainWorld, child: PlainChild, month: number): void {
  const { axes, costs, keys, model } = world
  const home = homeOf(child)
  if (!axes.spreadPlacements.includes(home)) return
  const factor = priceFactor(priceWord(keys.chance, child.number), model.priceShape.spread[home])
  const at = month * axes.spreadPlacements.length + axes.spreadPlacements.indexOf(home)
  const pence = Math.round(penceOf(world, axes.yearOfMonth[month], home) * factor)
  costs.set(at, (costs.get(at) ?? 0) + pence)
}

/** The price of a placement in a year: percentages of the package, then its pounds, never below 0 (A28), then the shock (A13). */
function penceOf({ axes, model, package: chosen, conditions }: PlainWorld, year: number, placement: number) {
  const at = year * axes.placements.length + placement
  const changes = actingOf(chosen.inOrder, 'price')
  const factor = changes.reduce((product, { effect }) => product * effect.factor[at], 1)
  const added = changes.reduce((sum, { effect }) => sum + effect.addedPence[at], 0)
  return Math.round(Math.max(0, model.weeklyPence[at] * factor + added) * conditions.priceShocks[year])
}

/** Writes prices, fixed shares and the days that these are paid for, and what those cost whose prices differ. */
export function writePrices(world: PlainWorld): void {
  const { axes, layout, row } = world
  axes.years.forEach((_, year) => {
    writeYear(world, year)
  })
  axes.months.forEach((_, month) => {
    axes.fixedPlacements.forEach((_, fixed) => {
      const at = layout.fixedDays + month * axes.fixedPlacements.length + fixed
      row[at] = fixedDaysOf(world, month, fixed)
    })
  })
  for (const [at, cost] of world.costs) {
    row[layout.spreadCost + 2 * at] = Math.floor(cost / WIDE)
    row[layout.spreadCost + 2 * at + 1] = cost % WIDE
  }
}

function writeYear(world: PlainWorld, year: number): void {
  const { axes, layout, row, model } = world
  axes.placements.forEach((_, placement) => {
    row[layout.weeklyPence + year * axes.placements.length + placement] = penceOf(world, year, placement)
  })
  axes.fixedPlacements.forEach(({ placement }, fixed) => {
    const at = layout.fixedPence + year * axes.fixedPlacements.length + fixed
    row[at] = Math.round(penceOf(world, year, placement) * model.priceShape.fixedShare[fixed])
  })
}

/** Fixed shares are paid for the children of the start and what opens after it, or for all who live beyond the places (A21). */
function fixedDaysOf({ axes, layout, row, limits }: PlainWorld, month: number, fixed: number): number {
  const { placement, children } = axes.fixedPlacements[fixed]
  const [first, last] = [(axes.monthEnd[month - 1] ?? 0) + 1, axes.monthEnd[month]]
  const atStart = limitsOn(limits, 0)[placement]
  const emptyAtStart = Math.max(0, atStart - children)
  let [paid, livedIn] = [0, row[layout.offset.care_days + month * layout.placements + placement]]
  for (let day = first; day <= last; day++) {
    paid += Math.max(0, children + limitsOn(limits, day)[placement] - atStart)
    livedIn -= emptyAtStart
  }
  return Math.max(paid, livedIn)
}
