// A cohort under review (A26): a list of children goes through gates, in every package by itself, since other children have left there.
import type { Review } from '../../model/packages/programme.ts'
import { block, Step, uniformOf } from '../addresses.ts'
import { memory } from '../memory.ts'
import { happenTo } from './extra-events.ts'
import { findChild, NOBODY } from './find-child.ts'
import { isInCare, lifeIn } from './lives.ts'
import { yearOf } from './refusals.ts'
import type { ActingEffect, VariantSpace } from './variant-space.ts'

const { entryDay, turns18 } = memory

interface Waiting {
  child: number
  /** First day of the period of care that it was in when the list was drawn. */
  since: number
  ready: number
}

/** One review in one package. */
export interface ReviewInVariant {
  isReview: true
  acting: ActingEffect<Review>
  /** Its place among the effects of a day. */
  order: number
  variant: number
  /** Index of its first gate in the package's row. */
  firstGate: number
  /** [gate] who waits there, in order; behind the last gate those for whom it is decided. */
  queues: Waiting[][]
  /** Whether its list has been drawn and nobody waits any more. */
  isOver: boolean
  /** [gate] what it could have taken, less what it took. */
  credit: Float64Array
}

/** Prepares the reviews of a run, in the programme's order and then by package. */
export function beginReviews(space: VariantSpace, effects: ActingEffect<Review>[]): ReviewInVariant[] {
  const { programme } = space
  return effects.flatMap((acting) => {
    const variants = programme.packages.map((_, index) => index + 1)
    return variants
      .filter((variant) => ((acting.variants >>> variant) & 1) === 1)
      .map((variant) => ({
        isReview: true as const,
        acting,
        order: acting.order,
        variant,
        firstGate: firstGateOf(space, acting, variant),
        isOver: false,
        queues: [...acting.effect.gates, undefined].map(() => []),
        credit: new Float64Array(acting.effect.gates.length),
      }))
  })
}

/** Gates stand in the row in the package's order of interventions, and of their effects. */
function firstGateOf({ programme }: VariantSpace, { effect }: ActingEffect, variant: number): number {
  let gates = 0
  for (const index of programme.packages[variant - 1].interventions)
    for (const other of programme.interventions[index].effects) {
      if (other === effect) return gates
      if (other.kind === 'review') gates += other.gates.length
    }
  throw new Error('a review is in none of its packages')
}

/** Lets a day of a review pass, from its start on. */
export function reviewOn(space: VariantSpace, review: ReviewInVariant, day: number): void {
  const { acting, queues } = review
  const { startDay, strength } = space.programme.interventions[acting.intervention]
  const { hasEffect } = space.strengths[acting.intervention]
  if (day === startDay) drawList(space, review, day)
  if (strength[day] > 0)
    acting.effect.gates.forEach((_, gate) => {
      passGate(space, review, gate, day)
    })
  const decided = queues[acting.effect.gates.length]
  while (decided.length > 0 && decided[0].ready <= day) {
    const { child, since } = decided.shift()!
    const life = lifeIn(space, review.variant, child)
    if (hasEffect && isStillThere(life, since, day))
      happenTo(space, life, 1 << review.variant, {
        intervention: acting.intervention,
        outcome: acting.effect.outcome,
        day,
      })
  }
  review.isOver = queues.every((queue) => queue.length === 0)
}

/** Whether a life is in the period of care that began on a day, and will be tomorrow: nothing else happens on the 18th birthday. */
function isStillThere(life: number, since: number, day: number): boolean {
  return isInCare(life) && entryDay[life] === since && turns18[life] > day
}

function drawList(space: VariantSpace, review: ReviewInVariant, day: number): void {
  const { acting, variant, queues } = review
  const { children, eligible } = acting.effect
  const listed = new Set<number>()
  const search = { key: acting, eligible, variant, listed }
  for (let position = 0; position < children; position++) {
    const found = findChild(space, search, position, day)
    if (found === NOBODY) return
    listed.add(found)
    queues[0].push({ child: found, since: entryDay[lifeIn(space, variant, found)], ready: day })
  }
}

/** Decides about as many children as a gate can take on a day, first come first served. */
function passGate(space: VariantSpace, review: ReviewInVariant, gate: number, day: number): void {
  const { acting, variant, queues, credit } = review
  const { probability, days, perDay, perPostDay } = acting.effect.gates[gate]
  const { filled } = space.strengths[acting.intervention]
  credit[gate] += perPostDay > 0 ? perPostDay * (filled?.[day] ?? 0) : perDay
  const queue = queues[gate]
  while (queue.length > 0 && queue[0].ready <= day && credit[gate] >= 1) {
    const waiting = queue.shift()!
    const life = lifeIn(space, variant, waiting.child)
    if (!isStillThere(life, waiting.since, day)) continue
    credit[gate]--
    countDecision(space, review, gate, day)
    countWait(space, review, gate, day, day - waiting.ready)
    const { first } = block(acting, waiting.child, Step.gate | gate)
    if (uniformOf(first) < probability) queues[gate + 1].push({ ...waiting, ready: day + days })
  }
  if (credit[gate] > 1 && credit[gate] !== Number.POSITIVE_INFINITY) credit[gate] = 1
}

/** Counts the days that a child has waited at a gate, up to the one given. */
function countWait(
  space: VariantSpace,
  review: ReviewInVariant,
  gate: number,
  day: number,
  waited: number,
): void {
  const { waitedDays } = space.layouts[review.variant]
  space.pages[waitedDays + placeOf(space, review, gate, day)] += waited
}

function countDecision(space: VariantSpace, review: ReviewInVariant, gate: number, day: number): void {
  const { decided } = space.layouts[review.variant]
  space.pages[decided + placeOf(space, review, gate, day)]++
}

/** Where a gate of a review stands in the pages of a variant, in a block by year of the day and gate. */
function placeOf(
  space: VariantSpace,
  { variant, firstGate }: ReviewInVariant,
  gate: number,
  day: number,
): number {
  return variant * space.pageLength + yearOf(space, day) * space.layouts[variant].gates + firstGate + gate
}

/** Counts the days that those have waited who still do at the end. */
export function endReview(space: VariantSpace, review: ReviewInVariant): void {
  const { model } = space
  const { days } = model.axes
  review.acting.effect.gates.forEach((_, gate) => {
    for (const { ready } of review.queues[gate])
      if (ready <= days) countWait(space, review, gate, days, days - ready)
  })
}
