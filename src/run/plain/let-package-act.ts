// Where the effects of each kind act: a kind that has no line here does not compile.
import { letHappenByEffects } from './events.ts'
import type { Acting, EffectKind, EffectOf } from './programme.ts'
import { letReview } from './review.ts'
import type { PlainWorld } from './world.ts'

type Acts<Kind extends EffectKind> = (world: PlainWorld, acting: Acting<EffectOf<Kind>>, day: number) => void

/** What the effects of each kind do first on a day, or the step of the model that asks for them: no kind is without. */
const FIRST_ON_A_DAY: { [Kind in EffectKind]: Acts<Kind> | StepThatAsks } = {
  extra: letHappenByEffects,
  review: letReview,
  fewer: 'letHappen',
  entries: 'letEnter',
  prevention: 'letEnter',
  returns: 'followLeavers',
  service: 'followLeavers',
  places: 'openPlaces',
  households: 'openPlaces',
  attrition: 'openPlaces',
  price: 'takeCensus',
}

type StepThatAsks = 'openPlaces' | 'letHappen' | 'letEnter' | 'followLeavers' | 'takeCensus'

/** Lets the package act, effect by effect in their turn: extra exits and moves (A22), and reviews (A26). */
export function letPackageAct(world: PlainWorld, day: number): void {
  for (const acting of world.package.inTurn) {
    const act = FIRST_ON_A_DAY[acting.effect.kind]
    if (typeof act === 'function') (act as Acts<EffectKind>)(world, acting, day)
  }
}
