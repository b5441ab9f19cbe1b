// addPlaces: a placement has more places, which open some months after the intervention starts and close when it ends; or
// households of carers are approved beside the others, and stay as long as the others do.
import { daysOfMonths } from '../../domain/calendar.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { EffectModel } from '../packages/programme.ts'
import type { EffectFrame } from './effect-frame.ts'
import { countPerDay } from './per-day.ts'

type AddPlaces = NonNullable<Effect['addPlaces']>

/** A strength that is whole in the scenario comes out a hair short of it. */
const ROUNDING = 1e-9

/** Compiles places or households; none where their number is 0. */
export function compileAddPlaces(effect: AddPlaces, frame: EffectFrame): EffectModel[] {
  return effect.places === undefined ? moreHouseholds(effect, frame) : morePlaces(effect, frame)
}

/** Opening waits for the lag, closing does not: the smaller of both strengths. */
function morePlaces({ placement, places = 0, lagMonths = 0 }: AddPlaces, frame: EffectFrame): EffectModel[] {
  const { axes, strength, strengthOn } = frame
  if (places === 0) return []
  const lag = daysOfMonths(lagMonths)
  const added = Int32Array.from(strength, (share, day) =>
    Math.floor(places * Math.min(share, strengthOn(day - lag)) + ROUNDING),
  )
  return [{ kind: 'places', placement: axes.placements.indexOf(placement), added }]
}

/** Who is approved on a day was recruited a lag before; the number is that of the year of approval. */
function moreHouseholds(effect: AddPlaces, { axes, address, strengthOn }: EffectFrame): EffectModel[] {
  const { placement, householdsPerYear, householdsPerFinancialYear, lagMonths = 0 } = effect
  const lag = daysOfMonths(lagMonths)
  const perDay = countPerDay(
    { perYear: householdsPerYear, perFinancialYear: householdsPerFinancialYear },
    axes,
  ).map((count, day) => count * strengthOn(day - lag))
  const stock = axes.carerPlacements.indexOf(axes.placements.indexOf(placement))
  return perDay.some((count) => count > 0) ? [{ kind: 'households', address, stock, perDay }] : []
}
