// The effects that act at the start of a day, in the programme's order: extra events and reviews. The calendar says on which
// days, so that the loop over the days does not ask each of them.
import { memory } from '../memory.ts'
import { emptyCalendar, makeRoomFor, openWindow, sortByDay } from './event-calendar.ts'
import { writeEvents } from './event-times.ts'
import { beginExtraEvents, visit } from './extra-events.ts'
import type { ExtraProcess } from './extra-process.ts'
import { beginReviews, endReview, type ReviewInVariant, reviewOn } from './reviews.ts'
import type { ActingOf, VariantSpace } from './variant-space.ts'

const { entryDay } = memory

export type DailyEffect = ExtraProcess | ReviewInVariant

/** Prepares the effects of a run, whose cohort is drawn. */
export function beginDailyEffects(
  space: VariantSpace,
  { extra, review }: ActingOf<'extra' | 'review'>,
): DailyEffect[] {
  const { model } = space
  const effects = [...beginExtraEvents(space, extra), ...beginReviews(space, review)].sort(
    (one, other) => one.order - other.order,
  )
  if (effects.length > 0) setRegister(space)
  emptyCalendar(space.calendar, effects.length > 0 ? 1 : model.axes.days + 1)
  return effects
}

/** Writes [day] how many children have a number and have entered before the day. */
function setRegister({ model: { axes, openingStock }, base, register }: VariantSpace): void {
  const opening = openingStock.placement.length
  register.fill(0)
  register[1] = opening
  // Entered are counted on the day after, and then added up: which day comes next the processor could not guess.
  for (let child = opening; child < base.cohort; child++) register[entryDay[child] + 1]++
  for (let day = 2; day <= axes.days; day++) register[day] += register[day - 1]
}

/** Lets the effects act that the calendar has on a day, its next; behind its last it is written on. */
export function actOn(space: VariantSpace, effects: DailyEffect[], day: number): void {
  const { calendar } = space
  if (day === calendar.end) writeWindow(space, effects, day)
  let { place } = calendar
  for (; place < calendar.events && calendar.day[calendar.order[place]] === day; place++) {
    const event = calendar.order[place]
    const effect = effects[calendar.effect[event]]
    if (effect.isReview) reviewOn(space, effect, day)
    else visit(space, effect, event, day)
  }
  calendar.place = place
  calendar.nextDay = place < calendar.events ? calendar.day[calendar.order[place]] : calendar.end
}

/** Writes down what the effects do on the days from one on. */
function writeWindow(space: VariantSpace, effects: DailyEffect[], from: number): void {
  const { calendar } = space
  openWindow(calendar, from)
  for (let index = 0; index < effects.length; index++) {
    const effect = effects[index]
    if (effect.isReview) writeReview(space, effect, index)
    else writeEvents(space, effect, index)
  }
  sortByDay(calendar)
}

/** A review acts on every day from its start on, until nobody waits for anything. */
function writeReview(space: VariantSpace, review: ReviewInVariant, index: number): void {
  const { axes } = space.model
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
export function endDailyEffects(space: VariantSpace, effects: DailyEffect[]): void {
  for (const effect of effects) if (effect.isReview) endReview(space, effect)
}
