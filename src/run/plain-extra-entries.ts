// More children who enter, as plain.ts says it: beside the entrants of the baseline, with numbers of their own (A27).
import type { Model } from '../model/compile-model.ts'
import { block, Step } from './addresses.ts'
import { type Entrant, uniform } from './plain-child.ts'
import { entrantOf } from './plain-entrants.ts'
import { plainProcess } from './plain-process.ts'
import { actingOf, type PlainPackage } from './plain-programme.ts'
import type { PlainConditions } from './plain-world.ts'

/** The number of an extra entrant begins with this bit, which no child of the baseline has. */
const EXTRA = 0x40000000

/** Returns what makes the extra entrants of a day, effect by effect. */
export function plainExtraEntries(
  model: Model,
  { entryFactor }: PlainConditions,
  chosen: PlainPackage,
): (day: number) => Entrant[] {
  const { entries } = model
  const processes = actingOf(chosen.inTurn, 'entries').map((acting) => ({
    ...acting,
    eventsFor: plainProcess(acting.key),
  }))
  return (day) =>
    processes.flatMap(({ effect, key, position, strengthOn, eventsFor }) => {
      const expected = effect.extra * strengthOn(day) * (entries.perDay[day] * entryFactor[day])
      return eventsFor(expected).map((event) => {
        chosen.count('cases', position, day)
        const number = EXTRA | ((effect.address & 0x3ff) << 20) | event
        return entrantOf(model, number, day, uniform(block(key, event, Step.event).second))
      })
    })
}
