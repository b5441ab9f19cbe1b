// reviewCohort: a list of children, drawn once, goes through gates; each takes time, lets some pass, and can take only so many
// in a month. Who has passed the last leaves care or moves.
import { DAYS_PER_YEAR, daysOfMonths } from '../../domain/calendar.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel, Gate } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEligible } from './eligible.ts'
import { exitOutcome, moveOutcome } from './events.ts'

type ReviewCohort = NonNullable<Effect['reviewCohort']>

const MONTHS_PER_DAY = 12 / DAYS_PER_YEAR

/** Compiles a review; a list of no children stays, so that its gates are those of the tables in every run. */
export function compileReviewCohort(effect: ReviewCohort, frame: EffectFrame): EffectModel[] {
  const { scenario, address } = frame
  const { children, gates, leaveFor, moveTo } = effect
  // Nobody is reviewed for a move to where they are.
  const elsewhere = Object.keys(scenario.placements).filter((key) => key !== moveTo)
  const placements = effect.placements ?? elsewhere
  return [
    {
      kind: 'review',
      address,
      children: Math.round(children),
      gates: gates.map(gateOf),
      outcome: leaveFor === undefined ? moveOutcome(scenario, moveTo!) : exitOutcome(leaveFor),
      eligible: compileEligible(scenario, { ...effect, placements }, moveTo),
    },
  ]
}

function gateOf({ name, probability, months, perMonth, perPostMonth }: ReviewCohort['gates'][number]): Gate {
  const unlimited = perPostMonth === undefined ? Number.POSITIVE_INFINITY : 0
  return {
    name,
    probability,
    days: Math.max(1, daysOfMonths(months)),
    perDay: perMonth === undefined ? unlimited : perMonth * MONTHS_PER_DAY,
    perPostDay: (perPostMonth ?? 0) * MONTHS_PER_DAY,
  }
}
