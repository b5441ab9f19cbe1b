// A cohort under review (A26): a list of children goes through gates, in every package by itself, since other children have left there.
import type { Model } from '../../model/compile-model.ts'
import type { Review } from '../../model/packages/programme.ts'
import { drawBlocks, Step } from '../addresses.ts'
import { happenTo } from './extra-events.ts'
import { findChild, NOBODY } from './find-child.ts'
import { isInCare, lifeIn } from './lives.ts'
import { yearOf } from './refusals.ts'
import { type ActingEffect, actingOf, type VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

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
export function beginReviews(space: VariantSpace): ReviewInVariant[] {
  const { programme } = space
  return actingOf(space, 'review').flatMap((acting) => {
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
export function reviewOn(model: Model, space: VariantSpace, review: ReviewInVariant, day: number): void {
  const { acting, queues } = review
  const { startDay, strength } = space.programme.interventions[acting.intervention]
  const { hasEffect } = space.strengths[acting.intervention]
  if (day === startDay) drawList(model, space, review, day)
  if (strength[day] > 0)
    acting.effect.gates.forEach((_, gate) => {
      passGate(model, space, review, gate, day)
    })
  const decided = queues[acting.effect.gates.length]
  while (decided.length > 0 && decided[0].ready <= day) {
    const { child, since } = decided.shift()!
    const life = lifeIn(space, review.variant, child)
    if (hasEffect && isStillThere(space, life, since, day))
      happenTo(model, space, acting.intervention, life, 1 << review.variant, acting.effect.outcome, day)
  }
  review.isOver = queues.every((queue) => queue.length === 0)
}

/** Whether a life is in the period of care that began on a day, and will be tomorrow: nothing else happens on the 18th birthday. */
function isStillThere(space: VariantSpace, life: number, since: number, day: number): boolean {
  return isInCare(space, life) && space.base.entryDay[life] === since && space.base.turns18[life] > day
}

function drawList(model: Model, space: VariantSpace, review: ReviewInVariant, day: number): void {
  const { acting, variant, queues } = review
  const { children, eligible } = acting.effect
  const listed = new Set<number>()
  const search = { key: acting, eligible, variant, listed }
  for (let position = 0; position < children; position++) {
    const found = findChild(model, space, search, position, day)
    if (found === NOBODY) return
    listed.add(found)
    queues[0].push({ child: found, since: space.base.entryDay[lifeIn(space, variant, found)], ready: day })
  }
}

/** Decides about as many children as a gate can take on a day, first come first served. */
function passGate(
  model: Model,
  space: VariantSpace,
  review: ReviewInVariant,
  gate: number,
  day: number,
): void {
  const { acting, variant, queues, credit, firstGate } = review
  const { probability, days, perDay, perPostDay } = acting.effect.gates[gate]
  const { filled } = space.strengths[acting.intervention]
  credit[gate] += perPostDay > 0 ? perPostDay * (filled?.[day] ?? 0) : perDay
  const queue = queues[gate]
  while (queue.length > 0 && queue[0].ready <= day && credit[gate] >= 1) {
    const waiting = queue.shift()!
    const life = lifeIn(space, variant, waiting.child)
    if (!isStillThere(space, life, waiting.since, day)) continue
    credit[gate]--
    countDecision(model, space, variant, firstGate + gate, day, day - waiting.ready, 1)
    drawBlocks(acting, Step.gate | gate, waiting.child, firstWord, secondWord)
    if ((firstWord[0] >>> 0) * PER_WORD < probability)
      queues[gate + 1].push({ ...waiting, ready: day + days })
  }
  if (credit[gate] > 1 && credit[gate] !== Number.POSITIVE_INFINITY) credit[gate] = 1
}

function countDecision(
  model: Model,
  space: VariantSpace,
  variant: number,
  gate: number,
  day: number,
  waited: number,
  decisions: number,
): void {
  const layout = space.layouts[variant]
  const at = variant * space.pageLength + yearOf(model, space, day) * layout.gates + gate
  space.pages[at + layout.decided] += decisions
  space.pages[at + layout.waitedDays] += waited
}

/** Counts the days that those have waited who still do at the end. */
export function endReview(model: Model, space: VariantSpace, review: ReviewInVariant): void {
  const { days } = model.axes
  review.acting.effect.gates.forEach((_, gate) => {
    for (const { ready } of review.queues[gate])
      if (ready <= days)
        countDecision(model, space, review.variant, review.firstGate + gate, days, days - ready, 0)
  })
}
