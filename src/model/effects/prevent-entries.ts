// preventEntries: so many would-be entrants a year do not enter, drawn from those whom the service is for; below 0 so many more
// do. What is given as families served counts as those who would have entered and do not: served x targeting x success.
import { daysOfMonths } from '../../domain/calendar.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import { compileEntryPairs } from '../entries.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { compileEntrants } from './entrants.ts'
import { countPerDay } from './per-day.ts'

type PreventEntries = NonNullable<Effect['preventEntries']>

/** Months within which those enter who are only delayed, where the effect does not say. */
const USUAL_DELAY_MONTHS = 24

/**
 * Compiles a service that prevents entries, brings some, or does one in some years and the other in others; none where it does
 * neither, or is for nobody who enters.
 */
export function compilePreventEntries(effect: PreventEntries, frame: EffectFrame): EffectModel[] {
  const { scenario, axes, address } = frame
  const { perFinancialYear, delayMonths = USUAL_DELAY_MONTHS } = effect
  const entrants = compileEntrants(scenario, effect)
  if (!entrants) return []
  const { homes, eligibleShare } = entrants
  const perDay = countPerDay({ perYear: preventedPerYear(effect), perFinancialYear }, axes)
  const common = { address, eligibleShare, byFamily: effect.unit === 'family' }
  const prevented: EffectModel = {
    kind: 'prevention',
    ...common,
    perDay: perDay.map((count) => Math.max(0, count)),
    share: 0,
    homes,
    isDisjoint: effect.overlap === 'disjoint',
    delayedShare: effect.onlyDelayed ?? 0,
    delayDays: Math.max(1, daysOfMonths(delayMonths)),
  }
  const brought = (): EffectModel => ({
    kind: 'entries',
    ...common,
    perDay: perDay.map((count) => Math.max(0, -count)),
    extra: 0,
    pairs: compileEntryPairs(scenario, homes),
  })
  return [
    ...(perDay.some((count) => count > 0) ? [prevented] : []),
    ...(perDay.some((count) => count < 0) ? [brought()] : []),
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
