// stepDown: children move from some placements to a cheaper one that has room, so many a year or by a hazard ratio of such
// moves; who is of an age that it does not take never does.
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { compileEvents, moveOutcome, outcomeSet } from './events.ts'

/** Compiles more or fewer moves from some placements to one; none for a ratio of 1 or no moves a year. */
export function compileStepDown(effect: NonNullable<Effect['stepDown']>, frame: EffectFrame): EffectModel[] {
  const { scenario } = frame
  const { from, to, ages, monthsInCare } = effect
  const outcomes = outcomeSet(scenario, [moveOutcome(scenario, to)])
  const eligible = compileEligible(scenario, { ages, placements: from, monthsInCare }, to)
  return compileEvents(effect, { outcomes, eligible }, frame)
}
