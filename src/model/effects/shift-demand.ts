// shiftDemand: all entries or all competing exits change by a factor, or those of some children. Fewer entries are entrants who
// each stay away with the same probability; more are further children who enter.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import { compileEntryPairs } from '../entries.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { compileEntrants } from './entrants.ts'
import { compileEvents, exitOutcome, outcomeSet } from './events.ts'

type ShiftDemand = NonNullable<Effect['shiftDemand']>

const NO_NUMBERS = new Float64Array(0)

/** Compiles a change of entries or exits; none for a factor of 1, nor for nobody who enters. */
export function compileShiftDemand(effect: ShiftDemand, frame: EffectFrame): EffectModel[] {
  return effect.on === 'entries' ? entries(effect, frame) : exits(effect, frame)
}

function entries(effect: ShiftDemand, { scenario, address }: EffectFrame): EffectModel[] {
  const { factor } = effect
  const entrants = compileEntrants(scenario, effect)
  if (factor === 1 || !entrants) return []
  const { homes, eligibleShare } = entrants
  const common = { address, perDay: NO_NUMBERS, eligibleShare, byFamily: false }
  if (factor > 1) {
    const pairs = compileEntryPairs(scenario, homes)
    return [{ kind: 'entries', ...common, extra: factor - 1, pairs }]
  }
  return [
    {
      kind: 'prevention',
      ...common,
      share: 1 - factor,
      homes,
      isDisjoint: false,
      delayedShare: 0,
      delayDays: 1,
    },
  ]
}

function exits(effect: ShiftDemand, frame: EffectFrame): EffectModel[] {
  const { scenario } = frame
  const happening = {
    outcomes: outcomeSet(scenario, EXIT_REASONS.map(exitOutcome)),
    eligible: compileEligible(scenario, effect),
  }
  return compileEvents({ hazardRatio: effect.factor }, happening, frame)
}
