// What services do to would-be entrants, said plainly: who does not enter (A23), and who only later (A24).
import { hash32 } from '../../domain/hash32.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Prevention } from '../../model/packages/programme.ts'
import { block, Purpose, Step } from '../addresses.ts'
import { type Returning, uniform } from './child.ts'
import { countOf } from './counts.ts'
import type { Candidate } from './entrants.ts'
import { type Acting, actingOf } from './programme.ts'
import type { PlainWorld } from './world.ts'

/** What becomes of an entrant: it enters, or does not, or only later. */
export type Fate = 'enters' | 'never' | Returning

/** Decides what becomes of an entrant of a day. */
export function fateOf(world: PlainWorld, candidate: Candidate, day: number): Fate {
  const { package: chosen, keys } = world
  // A child whom two services reach counts for the one of whose children fewer come later.
  const services = actingOf(chosen.inOrder, 'prevention').sort(
    (one, other) => one.effect.delayedShare - other.effect.delayedShare,
  )
  const key = block(keys.chance, hash32('interventions.entrants'), Purpose.effect)
  const shares = services.map((service) => shareOf(world, service, candidate, day))
  const ends = endsOf(services, shares, chosen.cap)
  const marks = services.map(({ effect }) =>
    block(key, numberFor(effect, candidate), effect.byFamily ? Step.preventFamily : Step.prevent),
  )
  const at = services.findIndex((_, index) => shares[index] > 0 && uniform(marks[index].first) < ends[index])
  if (at < 0) return 'enters'
  countOf(world, 'cases', services[at].position, day)
  const isDelayed = uniform(marks[at].second) < services[at].effect.delayedShare
  return (isDelayed ? delayOf(world.model, services[at], candidate, day) : undefined) ?? 'never'
}

/** The number at which the marks of a service for a child are. */
function numberFor({ byFamily }: Prevention, { child, first }: Candidate): number {
  return byFamily ? first.child.number : child.number
}

/** The share of entrants like this one whom a service prevents on a day; 0 where the service is not for it. */
function shareOf(
  { model, conditions }: PlainWorld,
  { effect, strength }: Acting<Prevention>,
  candidate: Candidate,
  day: number,
): number {
  const { entries, cells, axes } = model
  const { child, wanted } = effect.byFamily ? candidate.first : candidate
  const age = cells.ageBand[child.turns18 - day]
  if (effect.homes[age * axes.placements.length + wanted] === 0) return 0
  if (effect.perDay.length === 0) return Math.min(1, effect.share * strength[day])
  const children = entries.perDay[day] * conditions.entryFactor[day]
  const units = effect.byFamily ? children / entries.meanGroupSize : children
  return Math.min(1, (effect.perDay[day] * strength[day]) / (units * effect.eligibleShare))
}

/**
 * For each service where the marks end that it or one before it reaches, each finding its families by itself but for the
 * disjoint ones. Where all together are above the strongest of them and above the cap too, the last reach less, children before families.
 */
function endsOf(services: Acting<Prevention>[], shares: number[], cap: number): number[] {
  const all = [...services.keys()]
  const families = all.filter((index) => services[index].effect.byFamily)
  const children = all.filter((index) => !services[index].effect.byFamily)
  const strongest = (some: number[]) => Math.max(0, ...some.map((index) => shares[index]))
  const together = (some: number[]) => {
    const disjoint = some.filter((index) => services[index].effect.isDisjoint)
    const sum = disjoint.reduce((total, index) => total + shares[index], 0)
    const none = some
      .filter((index) => !disjoint.includes(index))
      .reduce((product, index) => product * (1 - shares[index]), 1)
    return 1 - none * (1 - Math.min(1, sum))
  }
  const familyLimit = Math.min(together(families), Math.max(cap, strongest(families)))
  const allowed = Math.max(cap, strongest(all))
  const childLimit = familyLimit < 1 ? (allowed - familyLimit) / (1 - familyLimit) : 0
  return all.map((index) => {
    const [some, limit] = families.includes(index) ? [families, familyLimit] : [children, childLimit]
    return Math.min(limit, together(some.filter((other) => other <= index)))
  })
}

/** When a child who is only delayed enters, if it still does. */
function delayOf(
  { axes, cells, reentry }: Model,
  service: Acting<Prevention>,
  candidate: Candidate,
  day: number,
): Returning | undefined {
  const { effect, key } = service
  const number = numberFor(effect, candidate)
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
