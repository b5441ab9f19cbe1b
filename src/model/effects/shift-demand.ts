// shiftDemand: all entries or all competing exits change by a factor. Fewer entries are entrants who each stay away with the
// same probability; more are further children who enter.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Effect } from '../../input/intervention-schema.ts'
import type { EffectModel } from '../programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible, compileHomes } from './eligible.ts'
import { compileEvents, exitOutcome, outcomeSet } from './events.ts'

/** Compiles a change of all entries or all exits; none for a factor of 1. */
export function compileShiftDemand(
  { on, factor }: NonNullable<Effect['shiftDemand']>,
  frame: EffectFrame,
): EffectModel[] {
  return on === 'entries' ? entries(factor, frame) : exits(factor, frame)
}

function entries(factor: number, { scenario, address }: EffectFrame): EffectModel[] {
  if (factor === 1) return []
  if (factor > 1) return [{ kind: 'entries', address, extra: factor - 1 }]
  return [
    {
      kind: 'prevention',
      address,
      perDay: new Float64Array(0),
      share: 1 - factor,
      homes: compileHomes(scenario, {}),
      eligibleShare: 1,
      byFamily: false,
      isDisjoint: false,
      delayedShare: 0,
      delayDays: 1,
    },
  ]
}

function exits(factor: number, frame: EffectFrame): EffectModel[] {
  const { scenario } = frame
  const happening = {
    outcomes: outcomeSet(scenario, EXIT_REASONS.map(exitOutcome)),
    eligible: compileEligible(scenario, {}),
  }
  return compileEvents({ hazardRatio: factor }, happening, frame)
}
