// Whom effects on entries are for: would-be entrants by their age and the placement that they would enter.
import { AGE_BANDS } from '../../domain/age-band.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import { compileHomes, type Eligibility } from './eligible.ts'

/** Would-be entrants whom an effect is for. */
export interface Entrants {
  /** [age * placements + placement] 1 for those of the age who would enter the placement. */
  homes: Uint8Array
  /** Share of all entrants; above 0. */
  eligibleShare: number
}

/** Compiles whom an effect on entries is for; undefined where that is nobody who enters. */
export function compileEntrants(
  scenario: Pick<Scenario, 'entries' | 'placements'>,
  eligibility: Pick<Eligibility, 'ages' | 'placements'>,
): Entrants | undefined {
  const homes = compileHomes(scenario, eligibility)
  const eligibleShare = shareOfEntrants(scenario, homes)
  return eligibleShare > 0 ? { homes, eligibleShare } : undefined
}

/** The share of the entrants who have one of the ages and would enter one of the placements. */
function shareOfEntrants(
  { entries, placements }: Pick<Scenario, 'entries' | 'placements'>,
  homes: Uint8Array,
): number {
  let [all, reached] = [0, 0]
  let home = 0
  for (const age of AGE_BANDS)
    for (const key of Object.keys(placements)) {
      const share = entries.ages[age] * (entries.placements[age][key] ?? 0)
      all += share
      reached += homes[home++] * share
    }
  return all > 0 ? reached / all : 0
}
