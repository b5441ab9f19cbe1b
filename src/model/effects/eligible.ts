// Whom an effect reaches: ages, placements and time in care as the tables that the engine looks up.
import { AGE_BANDS, type AgeBand, DAYS_TO_18 } from '../../domain/age-band.ts'
import { daysOfMonths } from '../../domain/calendar.ts'
import { takesAge } from '../../input/rules/placement-rules.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Eligible } from '../packages/programme.ts'

/** What an effect says of whom it reaches; what is missing limits nothing. */
export interface Eligibility {
  ages?: readonly AgeBand[]
  placements?: readonly string[]
  /** Whole months since the period of care began: from the first, up to but not including the other. */
  monthsInCare?: { from?: number; to?: number }
}

/** Longer than any child can be in care. */
const EVER = DAYS_TO_18 + 1

/** Compiles whom an effect reaches; where it moves them to a placement, those of an age that the placement takes alone. */
export function compileEligible(
  scenario: Scenario,
  { ages, placements, monthsInCare = {} }: Eligibility,
  to?: string,
): Eligible {
  const { from = 0, to: until } = monthsInCare
  const taken = AGE_BANDS.filter((age) => to === undefined || takesAge(scenario.placements[to], age))
  return {
    homes: compileHomes(scenario, { ages: taken.filter((age) => ages?.includes(age) ?? true), placements }),
    careFrom: daysOfMonths(from),
    careTo: until === undefined ? EVER : daysOfMonths(until),
  }
}

/** Returns [age * placements + placement] 1 for the ages and placements that an effect is for. */
export function compileHomes(
  scenario: Pick<Scenario, 'placements'>,
  { ages, placements }: Pick<Eligibility, 'ages' | 'placements'>,
): Uint8Array {
  const keys = Object.keys(scenario.placements)
  return Uint8Array.from(
    AGE_BANDS.flatMap((age) =>
      keys.map((key) => ((ages?.includes(age) ?? true) && (placements?.includes(key) ?? true) ? 1 : 0)),
    ),
  )
}
