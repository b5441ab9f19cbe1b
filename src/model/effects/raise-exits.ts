// raiseExits: more of the children whom it is for leave for a reason, so many a year beside those who leave anyway, or by a
// hazard ratio; below 1 fewer do.
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { compileEvents, exitOutcome, outcomeSet } from './events.ts'

/** Compiles more or fewer exits for one reason; none for a ratio of 1 or no exits a year. */
export function compileRaiseExits(
  effect: NonNullable<Effect['raiseExits']>,
  frame: EffectFrame,
): EffectModel[] {
  const { scenario } = frame
  const outcomes = outcomeSet(scenario, [exitOutcome(effect.reason)])
  return compileEvents(effect, { outcomes, eligible: compileEligible(scenario, effect) }, frame)
}
