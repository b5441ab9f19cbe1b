// What a package does to children who have left, as plain.ts says it: when they come back, and which services they get (A29).
import type { Model } from '../../model/compile-model.ts'
import { daysToReturn } from '../../model/reentry.ts'
import { block, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { type PlainChild, uniform } from './child.ts'
import { actingOf, isFor, type PlainPackage, reaches } from './programme.ts'

/**
 * Returns the standard exponential value that says when a child comes back who left on a day, put off or brought forward by
 * effects on returns: as if its hazard to come back were multiplied by their ratios.
 */
export function valueOfReturn(
  model: Model,
  chosen: PlainPackage,
  { child, day, reason }: { child: PlainChild; day: number; reason: number },
  baseline: number,
): number {
  let value = baseline
  let rate = 1
  for (const acting of actingOf(chosen.inOrder, 'returns')) {
    const { effect, key, position, strengthOn } = acting
    if (effect.reasons[reason] !== 1 || !isFor(effect.eligible, model, child, day)) continue
    if (!reaches(acting, effect.reach, child)) continue
    const ratio = 1 + (effect.ratio - 1) * strengthOn(day)
    const drawn = block(key, child.number, Step.return + day)
    const before = value
    if (ratio < 1 && uniform(drawn.first) >= ratio)
      value += ratio > 0 ? exponential(drawn.second) / (rate * ratio) : Number.POSITIVE_INFINITY
    if (ratio > 1) value = Math.min(value, exponential(drawn.second) / (rate * (ratio - 1)))
    rate *= ratio
    const daysAway = (hangingOn: number) => daysToReturn(model.reentry, reason, hangingOn)
    if (daysAway(value) !== daysAway(before)) chosen.count('cases', position, day)
  }
  return value
}

/** Returns whether a child who left on a day gets a payment, whose share and mark of the baseline are given. */
export function isPaid(
  chosen: PlainPackage,
  payment: number,
  day: number,
  mark: number,
  baseline: number,
): boolean {
  const services = actingOf(chosen.inOrder, 'service').filter(
    ({ effect, strengthOn }) => effect.payment === payment && strengthOn(day) > 0,
  )
  const share = services.reduce(
    (share, { effect, strengthOn }) => share + (effect.share - share) * strengthOn(day),
    baseline,
  )
  const last = services.at(-1)
  if (last && mark < share !== mark < baseline) chosen.count('cases', last.position, day)
  return mark < share
}
