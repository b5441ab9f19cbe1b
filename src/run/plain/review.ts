// A review as plain.ts says it: a list of children who queue at one gate after another until they leave care or move (A26).
import type { Review } from '../../model/packages/programme.ts'
import { block, Step } from '../addresses.ts'
import { type LivingChild, uniform } from './child.ts'
import { canBeReached, happenByEffect } from './events.ts'
import { pickChild } from './process.ts'
import { type Acting, isFor, type PlainPackage } from './programme.ts'
import type { PlainWorld } from './world.ts'

/** A child of the list, in a queue. */
interface Listed {
  child: LivingChild
  /** Number of periods of care that it had when it was listed: another one does not count. */
  period: number
  ready: number
}

/** Returns what a review does on a day; `register` is how many numbers there are by then. */
export function plainReview(
  world: PlainWorld,
  chosen: PlainPackage,
  acting: Acting<Review>,
): (day: number, register: number) => void {
  const { effect, key, intervention, filledOn, firstGate, hasEffect } = acting
  const { gates } = effect
  const { days } = world.model.axes
  /** [gate], and behind the last those who have passed them all. */
  const queues: Listed[][] = [...gates, undefined].map(() => [])
  const credit = gates.map(() => 0)
  const isThere = ({ child, period }: Listed, day: number) =>
    canBeReached(world, child, day) && child.periods.length === period

  const draw = (day: number, register: number) => {
    for (let position = 0; position < effect.children; position++) {
      const child = pickChild(key, position, register, (number) =>
        world.inCare.find(
          (one) =>
            one.number === number &&
            canBeReached(world, one, day) &&
            isFor(effect.eligible, world.model, one, day) &&
            !queues[0].some((listed) => listed.child === one),
        ),
      )
      if (!child) return
      queues[0].push({ child, period: child.periods.length, ready: day })
    }
  }
  const decide = (gate: number, day: number) => {
    const { perDay, perPostDay, probability, days } = gates[gate]
    credit[gate] += perPostDay > 0 ? perPostDay * filledOn(day) : perDay
    while (queues[gate].length > 0 && queues[gate][0].ready <= day && credit[gate] >= 1) {
      const listed = queues[gate].shift()!
      if (!isThere(listed, day)) continue
      credit[gate] -= 1
      chosen.countGate('decided', firstGate + gate, day, 1)
      chosen.countGate('waitedDays', firstGate + gate, day, day - listed.ready)
      if (uniform(block(key, listed.child.number, Step.gate + gate).first) < probability)
        queues[gate + 1].push({ ...listed, ready: day + days })
    }
    if (credit[gate] > 1 && credit[gate] < Number.POSITIVE_INFINITY) credit[gate] = 1
  }
  return (day, register) => {
    if (day === Math.max(1, intervention.startDay)) draw(day, register)
    if (intervention.strength[day] > 0) for (const [gate] of gates.entries()) decide(gate, day)
    for (const listed of queues[gates.length].filter(({ ready }) => ready === day))
      if (hasEffect && isThere(listed, day))
        happenByEffect(world, chosen, acting, listed.child, day, effect.outcome)
    if (day === days)
      for (const [gate] of gates.entries())
        for (const { ready } of queues[gate].filter((listed) => listed.ready <= day))
          chosen.countGate('waitedDays', firstGate + gate, day, day - ready)
  }
}
