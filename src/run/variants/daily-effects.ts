// The effects that act at the start of a day, in the programme's order: extra events and reviews. Each says when it acts next, so
// that the loop over the days asks only on days on which one of them does.
import type { Model } from '../../model/compile-model.ts'
import type { ExtraProcess } from './event-times.ts'
import { beginExtraEvents, extraEventsOn } from './extra-events.ts'
import { beginReviews, endReview, type ReviewInVariant, reviewOn } from './reviews.ts'
import type { VariantSpace } from './variant-space.ts'

/** What acts in a run, and when. */
export interface DailyEffects {
  effects: (ExtraProcess | ReviewInVariant)[]
  /** [day] first of the effects that are due, by number, or NOBODY; behind the last day those that act no more. */
  head: Int32Array
  /** [effect] the next that is due on the same day. */
  next: Int32Array
}

/** Stands in a list of effects for its end. */
export const NOBODY = -1

/** Prepares the effects of a run, whose cohort is drawn. */
export function beginDailyEffects(model: Model, space: VariantSpace): DailyEffects {
  const extra = beginExtraEvents(model, space)
  const effects = [...extra, ...beginReviews(space)].sort((one, other) => one.order - other.order)
  if (effects.length > 0) setRegister(model, space)
  const daily = { effects, head: space.effectHead.fill(NOBODY), next: new Int32Array(effects.length) }
  // Everything may act from day 1 on, and says then when it does.
  for (let effect = 0; effect < effects.length; effect++) makeDue(daily, effect, 1)
  return daily
}

/** Puts an effect among those of a day, which act in their order. */
function makeDue({ head, next }: DailyEffects, effect: number, day: number): void {
  const first = head[day]
  if (first === NOBODY || first > effect) {
    next[effect] = first
    head[day] = effect
    return
  }
  let before = first
  while (next[before] !== NOBODY && next[before] < effect) before = next[before]
  next[effect] = next[before]
  next[before] = effect
}

/** Writes [day] how many children have a number and have entered before the day. */
function setRegister({ axes, openingStock }: Model, { base, register }: VariantSpace): void {
  let children = openingStock.placement.length
  for (let day = 1; day <= axes.days; day++) {
    while (base.entryDay[children] < day) children++
    register[day] = children
  }
}

/** Lets the effects act that are due on a day. */
export function actOn(model: Model, space: VariantSpace, daily: DailyEffects, day: number): void {
  const { effects, head, next } = daily
  let at = head[day]
  while (at !== NOBODY) {
    const following = next[at]
    const effect = effects[at]
    const due = effect.isReview
      ? reviewOn(model, space, effect, day)
      : extraEventsOn(model, space, effect, day)
    makeDue(daily, at, due)
    at = following
  }
}

/** Counts what is left when the last day has passed. */
export function endDailyEffects(model: Model, space: VariantSpace, { effects }: DailyEffects): void {
  for (const effect of effects) if (effect.isReview) endReview(model, space, effect)
}
