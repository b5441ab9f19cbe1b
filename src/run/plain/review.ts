// A review said plainly: a list of children who queue at one gate after another until they leave care or move (A26).
import type { Review } from '../../model/packages/programme.ts'
import { block, Step } from '../addresses.ts'
import { uniform } from './child.ts'
import { countAtGate } from './counts.ts'
import { canBeReached, childFor, happenByEffect } from './events.ts'
import { pickChild } from './process.ts'
import type { Acting } from './programme.ts'
import type { Listed, PlainWorld, ReviewQueues } from './world.ts'

/** Returns the queues of a review on whose list nobody is. */
export function emptyQueues({ effect: { gates } }: Acting<Review>): ReviewQueues {
  return { waiting: [...gates, undefined].map(() => []), credit: gates.map(() => 0) }
}

/** Lets a review do what it does on a day: draw its list, decide gate by gate, and let happen what was decided. */
export function letReview(world: PlainWorld, acting: Acting<Review>, day: number): void {
  const { effect, intervention, hasEffect } = acting
  const { waiting } = world.reviews.get(acting)!
  if (day === Math.max(1, intervention.startDay)) drawList(world, acting, day)
  if (intervention.strength[day] > 0)
    for (const [gate] of effect.gates.entries()) decide(world, acting, gate, day)
  for (const listed of waiting[effect.gates.length].filter(({ ready }) => ready === day))
    if (hasEffect && isThere(world, listed, day))
      happenByEffect(world, acting, listed.child, day, effect.outcome)
  if (day === world.axes.days) countStillWaiting(world, acting, day)
}

/** Puts children on the list, at random among those whom the review is for. */
function drawList(world: PlainWorld, acting: Acting<Review>, day: number): void {
  const { effect, key } = acting
  const [list] = world.reviews.get(acting)!.waiting
  for (let position = 0; position < effect.children; position++) {
    const child = pickChild(key, position, world.register, (number) => {
      const found = childFor(world, effect.eligible, number, day)
      return list.some((listed) => listed.child === found) ? undefined : found
    })
    if (!child) return
    list.push({ child, period: child.periods.length, ready: day })
  }
}

/** Decides as far as a gate's capacity goes, the first who came first; of what is left no more than one decision is kept. */
function decide(world: PlainWorld, acting: Acting<Review>, gate: number, day: number): void {
  const { effect, filled, firstGate } = acting
  const { waiting, credit } = world.reviews.get(acting)!
  const { perDay, perPostDay } = effect.gates[gate]
  const queue = waiting[gate]
  credit[gate] += perPostDay > 0 ? perPostDay * filled[day] : perDay
  while (queue.length > 0 && queue[0].ready <= day && credit[gate] >= 1) {
    const listed = queue.shift()!
    if (!isThere(world, listed, day)) continue
    credit[gate] -= 1
    countAtGate(world, 'decided', firstGate + gate, day, 1)
    countAtGate(world, 'waitedDays', firstGate + gate, day, day - listed.ready)
    if (passes(acting, listed, gate))
      waiting[gate + 1].push({ ...listed, ready: day + effect.gates[gate].days })
  }
  if (credit[gate] > 1 && credit[gate] < Number.POSITIVE_INFINITY) credit[gate] = 1
}

function passes({ effect, key }: Acting<Review>, { child }: Listed, gate: number): boolean {
  return uniform(block(key, child.number, Step.gate + gate).first) < effect.gates[gate].probability
}

/** Whether a child of the list is in care, as it has been since it was listed. */
function isThere(world: PlainWorld, { child, period }: Listed, day: number): boolean {
  return canBeReached(world, child, day) && child.periods.length === period
}

/** Counts how long those have waited, by the last day, whom no gate has decided about. */
function countStillWaiting(world: PlainWorld, acting: Acting<Review>, day: number): void {
  const { waiting } = world.reviews.get(acting)!
  for (const [gate] of acting.effect.gates.entries())
    for (const { ready } of waiting[gate].filter((listed) => listed.ready <= day))
      countAtGate(world, 'waitedDays', acting.firstGate + gate, day, day - ready)
}
