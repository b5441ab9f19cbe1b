// The effects that act at the start of a day, in the programme's order: extra events and reviews. The calendar says on which
// days, so that the loop over the days does not ask each of them.
import type { Model } from '../../model/compile-model.ts'
import { emptyCalendar, makeRoomFor, openWindow, sortByDay } from './event-calendar.ts'
import { writeEvents } from './event-times.ts'
import { beginExtraEvents, visit } from './extra-events.ts'
import type { ExtraProcess } from './extra-process.ts'
import { beginReviews, endReview, type ReviewInVariant, reviewOn } from './reviews.ts'
import type { VariantSpace } from './variant-space.ts'

export type DailyEffect = ExtraProcess | ReviewInVariant

/** Prepares the effects of a run, whose cohort is drawn. */
export function beginDailyEffects(model: Model, space: VariantSpace): DailyEffect[] {
  const extra = beginExtraEvents(model, space)
  const effects = [...extra, ...beginReviews(space)].sort((one, other) => one.order - other.order)
  if (effects.length > 0) setRegister(model, space)
  emptyCalendar(space.calendar, effects.length > 0 ? 1 : model.axes.days + 1)
  return effects
}

/** Writes [day] how many children have a number and have entered before the day. */
function setRegister({ axes, openingStock }: Model, { base, register }: VariantSpace): void {
  const opening = openingStock.placement.length
  register.fill(0)
  register[1] = opening
  // Entered are counted on the day after, and then added up: which day comes next the processor could not guess.
  for (let child = opening; child < base.cohort; child++) register[base.entryDay[child] + 1]++
  for (let day = 2; day <= axes.days; day++) register[day] += register[day - 1]
}

/** Lets the effects act that the calendar has on a day, its next; behind its last it is written on. */
export function actOn(model: Model, space: VariantSpace, effects: DailyEffect[], day: number): void {
  const { calendar } = space
  if (day === calendar.end) writeWindow(model, space, effects, day)
  let { place } = calendar
  for (; place < calendar.events && calendar.day[calendar.order[place]] === day; place++) {
    const event = calendar.order[place]
    const effect = effects[calendar.effect[event]]
    if (effect.isReview) reviewOn(model, space, effect, day)
    else visit(model, space, effect, event, day)
  }
  calendar.place = place
  calendar.nextDay = place < calendar.events ? calendar.day[calendar.order[place]] : calendar.end
}

/** Writes down what the effects do on the days from one on. */
function writeWindow(model: Model, space: VariantSpace, effects: DailyEffect[], from: number): void {
  const { calendar } = space
  openWindow(calendar, from)
  for (let index = 0; index < effects.length; index++) {
    const effect = effects[index]
    if (effect.isReview) writeReview(model, space, effect, index)
    else writeEvents(model, space, calendar, effect, index)
  }
  sortByDay(calendar)
}

/** A review acts on every day from its start on, until nobody waits for anything. */
function writeReview({ axes }: Model, space: VariantSpace, review: ReviewInVariant, index: number): void {
  const { calendar } = space
  const { startDay } = space.programme.interventions[review.acting.intervention]
  const end = Math.min(calendar.end, axes.days + 1)
  if (review.isOver) return
  makeRoomFor(calendar, calendar.end - calendar.from)
  for (let day = Math.max(startDay, calendar.from); day < end; day++) {
    const event = calendar.events++
    calendar.effect[event] = index
    calendar.day[event] = day
  }
}

/** Counts what is left when the last day has passed. */
export function endDailyEffects(model: Model, space: VariantSpace, effects: DailyEffect[]): void {
  for (const effect of effects) if (effect.isReview) endReview(model, space, effect)
}
