// Which part of the engine takes the effects of a kind. A kind of effect that no part takes does not compile: its line in TAKEN_BY
// is missing, or there is no part that asks for it.
import type { EffectModel } from '../../model/packages/programme.ts'
import { beginDailyEffects } from './daily-effects.ts'
import { beginExtraEntries } from './extra-entries.ts'
import { beginPreventions } from './preventions.ts'
import { beginAfterCareEffects } from './variant-after-care.ts'
import { beginPlaces } from './variant-places.ts'
import { beginPrices } from './variant-rows.ts'
import { type ActingOf, actingOf, type VariantSpace } from './variant-space.ts'

type EffectKind = EffectModel['kind']

/** The parts in the order in which they begin a run, each with the kinds that it asks for. */
const PARTS = {
  prices: beginPrices,
  ownPlaces: beginPlaces,
  preventions: beginPreventions,
  daily: beginDailyEffects,
  refusing: (_: VariantSpace, { fewer }: ActingOf<'fewer'>) => fewer,
  arrivals: beginExtraEntries,
  afterCare: beginAfterCareEffects,
}

type Part = keyof typeof PARTS
type Takes<Kind extends EffectKind> = {
  [Name in Part]: Kind extends keyof Parameters<(typeof PARTS)[Name]>[1] ? Name : never
}[Part]

const TAKEN_BY: { [Kind in EffectKind]: Takes<Kind> } = {
  prevention: 'preventions',
  extra: 'daily',
  fewer: 'refusing',
  review: 'daily',
  places: 'ownPlaces',
  households: 'ownPlaces',
  attrition: 'ownPlaces',
  returns: 'afterCare',
  price: 'prices',
  service: 'afterCare',
  entries: 'arrivals',
}

const KINDS = Object.keys(TAKEN_BY) as EffectKind[]

/** What the parts have made of the effects of a run. */
export type BegunEffects = { [Name in Part]: ReturnType<(typeof PARTS)[Name]> }

/** Has every part begin with its effects in a run, whose cohort and carers are drawn. */
export function beginEffects(space: VariantSpace): BegunEffects {
  const begun = Object.entries(PARTS).map(([name, begin]) => {
    const own = KINDS.filter((kind) => TAKEN_BY[kind] === name).map((kind) => [kind, actingOf(space, kind)])
    return [
      name,
      (begin as (space: VariantSpace, effects: object) => unknown)(space, Object.fromEntries(own)),
    ]
  })
  return Object.fromEntries(begun) as BegunEffects
}
