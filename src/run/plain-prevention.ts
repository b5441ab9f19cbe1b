// What services do to would-be entrants, as plain.ts says it: who does not enter (A23), and who only later (A24).
import { exponentialOf, logarithm } from '../domain/exact-math.ts'
import { hash32 } from '../domain/hash32.ts'
import type { Model } from '../model/compile-model.ts'
import type { Prevention } from '../model/programme.ts'
import { block, type Key, Purpose, Step } from './addresses.ts'
import type { Returning } from './plain-after-care.ts'
import { uniform } from './plain-child.ts'
import type { Candidate } from './plain-entrants.ts'
import { type Acting, actingOf, type PlainPackage } from './plain-programme.ts'
import type { PlainConditions } from './plain-world.ts'

/** The least probability of escaping a service that the cap works with. */
const LEAST = 1e-12

/** What becomes of an entrant: it enters, or does not, or only later. */
export type Fate = 'enters' | 'never' | Returning

/** Returns what decides about the entrants of a day. */
export function plainPrevention(
  model: Model,
  chance: Key,
  conditions: PlainConditions,
  chosen: PlainPackage,
): (candidate: Candidate, day: number) => Fate {
  const services = actingOf(chosen.inOrder, 'prevention')
  const sharedKey = block(chance, hash32('interventions.disjoint'), Purpose.effect)
  return (candidate, day) => {
    const wholeShares = services.map((service) => shareOf(model, conditions, service, candidate, day))
    const shares = cappedShares(services, wholeShares, chosen.cap)
    let offset = 0
    const reaching = services.find((service, index) => {
      const number = numberFor(service, candidate)
      if (!service.effect.isDisjoint)
        return uniform(block(service.key, number, Step.prevent).first) < shares[index]
      const mark = uniform(block(sharedKey, number, Step.prevent).first)
      const from = offset
      offset += shares[index]
      return from <= mark && mark < offset
    })
    if (!reaching) return 'enters'
    chosen.count('cases', reaching.position, day)
    return delayOf(model, reaching, candidate, day) ?? 'never'
  }
}

/** The number at which the marks of a service for a child are. */
function numberFor({ effect }: Acting<Prevention>, { child, first }: Candidate): number {
  return effect.byFamily ? first.child.number : child.number
}

/** The share of entrants like this one whom a service prevents on a day; 0 where the service is not for it. */
function shareOf(
  { entries, cells, axes }: Model,
  { entryFactor }: PlainConditions,
  { effect, strengthOn }: Acting<Prevention>,
  candidate: Candidate,
  day: number,
): number {
  const { child, wanted } = effect.byFamily ? candidate.first : candidate
  const age = cells.ageBand[child.turns18 - day]
  if (effect.homes[age * axes.placements.length + wanted] === 0) return 0
  if (effect.perDay.length === 0) return Math.min(1, effect.share * strengthOn(day))
  const children = entries.perDay[day] * entryFactor[day]
  const units = effect.byFamily ? children / entries.meanGroupSize : children
  return Math.min(1, (effect.perDay[day] * strengthOn(day)) / (units * effect.eligibleShare))
}

/** The shares of several services, so much smaller that together they prevent no more than the cap. */
function cappedShares(services: Acting<Prevention>[], shares: number[], cap: number): number[] {
  const isDisjoint = (_: number, index: number) => services[index].effect.isDisjoint
  const disjoint = shares.filter(isDisjoint).reduce((sum, share) => sum + share, 0)
  const escaping = (share: number) => Math.max(LEAST, 1 - share)
  const none = shares
    .filter((share, index) => !isDisjoint(share, index))
    .reduce((product, share) => product * escaping(share), 1)
  const noneAtAll = none * escaping(disjoint)
  if (shares.filter((share) => share > 0).length < 2 || 1 - noneAtAll <= cap) return shares
  const power = logarithm(1 - cap) / logarithm(noneAtAll)
  const capped = (share: number) => 1 - exponentialOf(power * logarithm(escaping(share)))
  return shares.map((share, index) =>
    isDisjoint(share, index) ? (share > 0 ? (share * capped(disjoint)) / disjoint : 0) : capped(share),
  )
}

/** When a prevented child enters after all, if it does. */
function delayOf(
  { axes, cells, reentry }: Model,
  service: Acting<Prevention>,
  candidate: Candidate,
  day: number,
): Returning | undefined {
  const { effect, key } = service
  const number = numberFor(service, candidate)
  if (uniform(block(key, number, Step.prevent).second) >= effect.delayedShare) return undefined
  const within = uniform(block(key, number, Step.delay).first)
  const entryDay = day + 1 + Math.floor(within * effect.delayDays)
  const { child } = candidate
  if (entryDay >= child.turns18 || entryDay > axes.days) return undefined
  const shares = reentry.placementCumulative.subarray(
    cells.ageBand[child.turns18 - entryDay] * axes.placements.length,
  )
  const place = uniform(block(key, child.number, Step.delay).second)
  const wanted = shares.findIndex((share) => place < share)
  return { child: { ...child, periods: [{ fromDay: entryDay }] }, wanted, day: entryDay, isDelayed: true }
}
