// What happens to a life, written down for each of its variants: arrivals, departures, and what they count.
import { paySpell, priceWord } from '../child-prices.ts'
import { memory } from '../memory.ts'
import { STOCK } from '../workspace.ts'
import { addToPages, isInMost, lowestVariant, type VariantSpace } from './variant-space.ts'

const { daysLeft, exitDay, exitReason, leavers, monthOfDay, number, placedDay, placement, variantsOf } =
  memory

/** Lets a life leave care on a day for a reason, by index; the 18th birthday is the last. */
export function leaveCare(space: VariantSpace, life: number, day: number, reason: number): void {
  const { layouts } = space
  const month = monthOfDay[day]
  const home = placement[life]
  const exitsAt = layouts[0].offset.exits + month * layouts[0].placements + home
  const reasonsAt = layouts[0].exitsByReason + month * layouts[0].reasons + reason
  addToPages(space, variantsOf[life], exitsAt, 1)
  addToPages(space, variantsOf[life], reasonsAt, 1)
  departFrom(space, life, day)
  exitDay[life] = day
  exitReason[life] = reason
  leavers[space.leaving++] = life
}

/** Takes a life out of its placement. */
export function departFrom(space: VariantSpace, life: number, day: number): void {
  const { base } = space
  const home = placement[life]
  if (base.pricedByChild[home] === 1) paySpells(space, life, day)
  addToPlacement(space, variantsOf[life], home, day, -1)
}

/** Adds a child to a placement in some variants, or takes one away; a day of arrival counts, a day of leaving does not. */
export function addToPlacement(
  space: VariantSpace,
  variants: number,
  home: number,
  day: number,
  children: 1 | -1,
): void {
  const { flow, occupied, layouts, everywhere, variants: common } = space
  const { months, placements } = layouts[0]
  const flows = months * placements
  const presence = children * (STOCK + daysLeft[day])
  const flowAt = monthOfDay[day] * placements + home
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
export function paySpells(space: VariantSpace, life: number, end: number): void {
  const { model, keys } = space
  const { years, months, placements, spreadPlacements } = model.axes
  const spell = { home: placement[life], from: placedDay[life], end }
  const word = priceWord(keys.chance, number[life])
  for (let bits = variantsOf[life], variant = 0; bits !== 0; bits >>>= 1, variant++)
    if ((bits & 1) === 1) {
      const pricesAt = variant * years.length * placements.length
      const costsAt = variant * months.length * spreadPlacements.length
      const account = {
        model,
        runPence: space.runPence,
        spreadCost: space.spreadCost,
        pricesAt,
        costsAt,
      }
      paySpell(account, word, spell)
    }
}
