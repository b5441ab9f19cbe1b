// preventEntries: so many would-be entrants a year do not enter, drawn from those whom the service is for. What is given as
// families served counts as those who would have entered and do not: served x targeting x success.
import { AGE_BANDS } from '../../domain/age-band.ts'
import { daysOfMonths } from '../../domain/calendar.ts'
import type { Effect } from '../../input/intervention-schema.ts'
import type { Scenario } from '../../input/scenario-schema.ts'
import type { EffectModel } from '../programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileHomes } from './eligible.ts'
import { countPerDay } from './per-day.ts'

type PreventEntries = NonNullable<Effect['preventEntries']>

/** Months within which those enter who are only delayed, where the effect does not say. */
const USUAL_DELAY_MONTHS = 24

/** Compiles a service that prevents entries; none where it prevents nobody, or is for nobody who enters. */
export function compilePreventEntries(effect: PreventEntries, frame: EffectFrame): EffectModel[] {
  const { scenario, axes, address } = frame
  const { ages, placements, perFinancialYear, delayMonths = USUAL_DELAY_MONTHS } = effect
  const perDay = countPerDay({ perYear: preventedPerYear(effect), perFinancialYear }, axes)
  const homes = compileHomes(scenario, { ages, placements })
  const eligibleShare = shareOfEntrants(scenario, homes)
  if (eligibleShare === 0 || perDay.every((count) => count === 0)) return []
  return [
    {
      kind: 'prevention',
      address,
      perDay,
      share: 0,
      homes,
      eligibleShare,
      byFamily: effect.unit === 'family',
      isDisjoint: effect.overlap === 'disjoint',
      delayedShare: effect.onlyDelayed ?? 0,
      delayDays: Math.max(1, daysOfMonths(delayMonths)),
    },
  ]
}

function preventedPerYear({
  prevents,
  serves,
  targeting = 0,
  success = 0,
}: PreventEntries): number | undefined {
  return serves === undefined ? prevents : serves * targeting * success
}

/** The share of the entrants who have one of the ages and would enter one of the placements. */
function shareOfEntrants({ entries, placements }: Scenario, homes: Uint8Array): number {
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
