// More children who enter, as plain.ts says it: beside the entrants of the baseline, with numbers of their own (A27).
import type { Model } from '../../model/compile-model.ts'
import type { ExtraEntries } from '../../model/packages/programme.ts'
import { groupSize } from '../../model/sibling-groups.ts'
import { block, Step } from '../addresses.ts'
import { type Entrant, uniform } from './child.ts'
import { entrantOf } from './entrants.ts'
import { plainProcess } from './process.ts'
import { type Acting, actingOf, type PlainPackage } from './programme.ts'
import type { PlainConditions } from './world.ts'

/** The number of an extra entrant begins with this bit, which no child of the baseline has. */
const EXTRA = 0x40000000
/** Numbers that a family has for its children. */
const FAMILY = 8

/** Returns what makes the extra entrants of a day, effect by effect. */
export function plainExtraEntries(
  model: Model,
  { entryFactor }: PlainConditions,
  chosen: PlainPackage,
): (day: number) => Entrant[] {
  const { entries } = model
  const processes = actingOf(chosen.inTurn, 'entries').map((acting) => ({
    acting,
    eventsFor: plainProcess(acting.key),
  }))
  return (day) =>
    processes.flatMap(({ acting, eventsFor }) => {
      const { perDay, extra, eligibleShare } = acting.effect
      const strength = acting.strengthOn(day)
      const expected =
        perDay.length > 0
          ? perDay[day] * strength
          : extra * strength * (entries.perDay[day] * entryFactor[day]) * eligibleShare
      return eventsFor(expected).flatMap((event) => {
        const entrants = entrantsOf(model, acting, event, day)
        for (const _ of entrants) chosen.count('cases', acting.position, day)
        return entrants
      })
    })
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
