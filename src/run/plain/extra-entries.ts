// More children who enter, said plainly: beside the entrants of the baseline, with numbers of their own (A27).
import type { Model } from '../../model/compile-model.ts'
import type { ExtraEntries } from '../../model/packages/programme.ts'
import { groupSize } from '../../model/sibling-groups.ts'
import { block, Step } from '../addresses.ts'
import { type Entrant, uniform } from './child.ts'
import { countOf } from './counts.ts'
import { entrantOf } from './entrants.ts'
import { type Acting, actingOf } from './programme.ts'
import type { PlainWorld } from './world.ts'

/** The number of an extra entrant begins with this bit, which no child of the baseline has. */
const EXTRA = 0x40000000
/** Numbers that a family has for its children. */
const FAMILY = 8

/** Returns the extra entrants of a day, effect by effect. */
export function extraEntrantsOn(world: PlainWorld, day: number): Entrant[] {
  return actingOf(world.package.inTurn, 'entries').flatMap((acting) =>
    acting.eventsFor(expectedOn(world, acting, day)).flatMap((event) => {
      const entrants = entrantsOf(world.model, acting, event, day)
      countOf(world, 'cases', acting.position, day, entrants.length)
      return entrants
    }),
  )
}

/** How many events an effect is expected to bring on a day: a number of its own, or a share of the entrants of the baseline. */
function expectedOn(
  { model, conditions }: PlainWorld,
  { effect, strength }: Acting<ExtraEntries>,
  day: number,
): number {
  const { perDay, extra, eligibleShare } = effect
  if (perDay.length > 0) return perDay[day] * strength[day]
  return extra * strength[day] * (model.entries.perDay[day] * conditions.entryFactor[day]) * eligibleShare
}

/** The child of an event, one whom the effect is for, or it and the brothers and sisters who come with it, whoever they are. */
function entrantsOf(
  model: Model,
  { effect, key }: Acting<ExtraEntries>,
  event: number,
  day: number,
): Entrant[] {
  const numbered = (number: number) => EXTRA | ((effect.address & 0x3ff) << 20) | number
  const own = { ...model, entries: { ...model.entries, ...effect.pairs } }
  const who = uniform(block(key, event, Step.event).second)
  if (!effect.byFamily) return [entrantOf(own, numbered(event), day, who)]
  const size = groupSize(model.entries, uniform(block(key, event * FAMILY, Step.sibling).first))
  return Array.from({ length: size }, (_, sibling) => {
    const number = event * FAMILY + sibling
    if (sibling === 0) return entrantOf(own, numbered(number), day, who)
    const other = uniform(block(key, number, Step.sibling).second)
    return entrantOf(model, numbered(number), day, other)
  })
}
