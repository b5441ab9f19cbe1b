// How strong each intervention is on each day of a run: as planned, less where posts are vacant, nothing where it has no effect (A25).
import type { Model } from '../../model/compile-model.ts'
import type { InterventionModel, Posts, Programme } from '../../model/packages/programme.ts'
import { block, type Key, Purpose, type RunKeys, Step, uniformOf } from '../addresses.ts'
import { exponential } from '../exponential.ts'

export interface Strength {
  hasEffect: boolean
  /** [day] share of the full effect. */
  byDay: Float64Array
  /** [day] filled posts; undefined without posts. */
  filled?: Int32Array
}

/** Returns the strengths of all interventions in a run. */
export function readStrengths({ axes }: Model, { interventions }: Programme, keys: RunKeys): Strength[] {
  return interventions.map((intervention) => {
    const hasEffect = drawsEffect(intervention, keys.assumptions)
    const { posts, strength } = intervention
    if (!posts) return { hasEffect, byDay: strength }
    const key = block(keys.chance, intervention.address, Purpose.effect)
    const filled = filledPosts(posts, intervention.startDay, axes.days, key)
    return {
      hasEffect,
      byDay: strength.map((share, day) => (posts.number > 0 ? share * (filled[day] / posts.number) : 0)),
      filled,
    }
  })
}

function drawsEffect({ noEffectShare, address }: InterventionModel, assumptions: Key): boolean {
  if (noEffectShare === 0) return true
  return uniformOf(block(assumptions, address, 0).first) >= noEffectShare
}

/** [day] posts that are filled. */
function filledPosts(posts: Posts, startDay: number, days: number, key: Key): Int32Array {
  const filled = new Int32Array(days + 1)
  for (let post = 0; post < posts.number; post++) {
    let isFilled = post < posts.filledAtStart
    let from = startDay
    let clock = 0
    for (let change = 0; from <= days; change++) {
      const hazard = isFilled ? posts.leavePerDay : posts.fillPerDay
      clock +=
        hazard > 0
          ? exponential(block(key, post, Step.post + change).first) / hazard
          : Number.POSITIVE_INFINITY
      // The state on a day is that at the days since the start, so that a change at 0.5 is seen on the next day.
      const until = Math.min(days + 1, startDay + Math.ceil(clock))
      if (isFilled) for (let day = from; day < until; day++) filled[day]++
      from = until
      isFilled = !isFilled
    }
  }
  return filled
}
