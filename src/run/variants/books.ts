// What happens to a life, written down for each of its variants: arrivals, departures, and what they count.
import type { Model } from '../../model/compile-model.ts'
import { paySpell, priceWord } from '../child-prices.ts'
import { STOCK } from '../workspace.ts'
import { addToPages, isInMost, lowestVariant, type VariantSpace } from './variant-space.ts'

/** Lets a life leave care on a day for a reason, by index; the 18th birthday is the last. */
export function leaveCare(
  model: Model,
  space: VariantSpace,
  life: number,
  day: number,
  reason: number,
): void {
  const { base, layouts, variantsOf } = space
  const month = base.monthOfDay[day]
  const home = base.placement[life]
  const exitsAt = layouts[0].offset.exits + month * layouts[0].placements + home
  const reasonsAt = layouts[0].exitsByReason + month * layouts[0].reasons + reason
  addToPages(space, variantsOf[life], exitsAt, 1)
  addToPages(space, variantsOf[life], reasonsAt, 1)
  departFrom(model, space, life, day)
  base.exitDay[life] = day
  base.exitReason[life] = reason
  base.leavers[space.leaving++] = life
}

/** Takes a life out of its placement. */
export function departFrom(model: Model, space: VariantSpace, life: number, day: number): void {
  const { base } = space
  const home = base.placement[life]
  if (base.pricedByChild[home] === 1) paySpells(model, space, life, day)
  addToPlacement(space, space.variantsOf[life], home, day, -1)
}

/** Adds a child to a placement in some variants, or takes one away; a day of arrival counts, a day of leaving does not. */
export function addToPlacement(
  space: VariantSpace,
  variants: number,
  home: number,
  day: number,
  children: 1 | -1,
): void {
  const { base, flow, occupied, layouts, everywhere, variants: common } = space
  const { months, placements } = layouts[0]
  const flows = months * placements
  const presence = children * (STOCK + base.daysLeft[day])
  const flowAt = base.monthOfDay[day] * placements + home
  if (isInMost(space, variants)) {
    flow[common * flows + flowAt] += presence
    occupied[common * placements + home] += children
    for (let bits = everywhere & ~variants; bits !== 0; bits &= bits - 1) {
      const variant = lowestVariant(bits)
      flow[variant * flows + flowAt] -= presence
      occupied[variant * placements + home] -= children
    }
  } else
    for (let bits = variants; bits !== 0; bits &= bits - 1) {
      const variant = lowestVariant(bits)
      flow[variant * flows + flowAt] += presence
      occupied[variant * placements + home] += children
    }
}

/** Pays for the spell of a life that ends on a day, or behind the last, in every one of its variants. */
export function paySpells(model: Model, space: VariantSpace, life: number, end: number): void {
  const { base, keys, variantsOf, number } = space
  const { years, months, placements, spreadPlacements } = model.axes
  const spell = { home: base.placement[life], from: base.placedDay[life], end }
  const word = priceWord(keys.chance, number[life])
  const { monthOfDay } = base
  for (let bits = variantsOf[life], variant = 0; bits !== 0; bits >>>= 1, variant++)
    if ((bits & 1) === 1) {
      const pricesAt = variant * years.length * placements.length
      const costsAt = variant * months.length * spreadPlacements.length
      const account = {
        monthOfDay,
        runPence: space.runPence,
        spreadCost: space.spreadCost,
        pricesAt,
        costsAt,
      }
      paySpell(model, account, word, spell)
    }
}
