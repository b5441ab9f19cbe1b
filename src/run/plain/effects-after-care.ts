// What a package does to children who have left, said plainly: when they come back, and which services they get (A29).
import { daysToReturn } from '../../model/reentry.ts'
import { block, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { latestPeriod, type PlainChild, uniform } from './child.ts'
import { countOf } from './counts.ts'
import { actingOf, isFor, reaches } from './programme.ts'
import type { PlainWorld } from './world.ts'

/**
 * Returns the standard exponential value that says when a child comes back who has left, put off or brought forward by
 * effects on returns: as if its hazard to come back were multiplied by their ratios (A22).
 */
export function valueOfReturn(world: PlainWorld, child: PlainChild, baseline: number): number {
  const { model, package: chosen } = world
  const { day, reason } = latestPeriod(child).exit!
  let value = baseline
  let rate = 1
  for (const acting of actingOf(chosen.inOrder, 'returns')) {
    const { effect, key, position, strength } = acting
    if (effect.reasons[reason] !== 1 || !isFor(effect.eligible, model, child, day)) continue
    if (!reaches(acting, effect.reach, child)) continue
    const ratio = 1 + (effect.ratio - 1) * strength[day]
    const drawn = block(key, child.number, Step.return + day)
    const before = value
    if (ratio < 1 && uniform(drawn.first) >= ratio)
      value += ratio > 0 ? exponential(drawn.second) / (rate * ratio) : Number.POSITIVE_INFINITY
    if (ratio > 1) value = Math.min(value, exponential(drawn.second) / (rate * (ratio - 1)))
    rate *= ratio
    const daysAway = (hangingOn: number) => daysToReturn(model.reentry, reason, hangingOn)
    if (daysAway(value) !== daysAway(before)) countOf(world, 'cases', position, day)
  }
  return value
}

/** Returns whether a child who leaves on a day, with this mark for a payment, gets it. */
export function isPaid(world: PlainWorld, payment: number, day: number, mark: number): boolean {
  const baseline = world.model.payments.share[payment]
  const services = actingOf(world.package.inOrder, 'service').filter(
    ({ effect, strength }) => effect.payment === payment && strength[day] > 0,
  )
  const share = services.reduce(
    (share, { effect, strength }) => share + (effect.share - share) * strength[day],
    baseline,
  )
  const last = services.at(-1)
  if (last && mark < share !== mark < baseline) countOf(world, 'cases', last.position, day)
  return mark < share
}
