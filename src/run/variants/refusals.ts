// Fewer exits and moves: an event of the baseline is refused in the packages that make it rarer, by an addressed mark (A22).
import type { FewerEvents } from '../../model/packages/programme.ts'
import { block, Step, uniformOf } from '../addresses.ts'
import { memory } from '../memory.ts'
import { isEligible, isReached } from './lives.ts'
import { type ActingEffect, countReached, type VariantSpace } from './variant-space.ts'

const { monthOfDay, number, variantsOf } = memory

/** Returns the variants of a life in which an event does not happen; counts it for the first effect that refuses it. */
export function refusedIn(
  space: VariantSpace,
  effects: ActingEffect<FewerEvents>[],
  life: number,
  day: number,
  outcome: number,
): number {
  let refused = 0
  for (const acting of effects) {
    const { effect, intervention } = acting
    const variants = acting.variants & variantsOf[life] & ~refused
    if (variants === 0 || effect.outcomes[outcome] === 0) continue
    if (!isEligible(space, effect.eligible, life, day)) continue
    if (!isReached(acting, effect.reach, number[life])) continue
    const { first } = block(acting, number[life], Step.refuse | day)
    const strength = space.strengths[intervention].byDay[day]
    if (uniformOf(first) >= (1 - effect.ratio) * strength) continue
    refused |= variants
    countReached(space, 'cases', variants, intervention, yearOf(space, day))
  }
  return refused
}

/** Returns the financial year of a day. */
export function yearOf({ model: { axes } }: VariantSpace, day: number): number {
  return axes.yearOfMonth[monthOfDay[day]]
}
