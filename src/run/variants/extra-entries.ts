// More children enter than would: a superposed process of arrivals, each child with a number that no other has.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../../domain/age-band.ts'
import { daysIntoBand } from '../../model/ages-within-band.ts'
import type { Model } from '../../model/compile-model.ts'
import type { ExtraEntries } from '../../model/programme.ts'
import { drawBlocks, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { NEVER_CEASED } from '../workspace.ts'
import { newLife, scheduleLife } from './lives.ts'
import { expectedEntrants } from './preventions.ts'
import { yearOf } from './refusals.ts'
import { settle } from './settle.ts'
import { type ActingEffect, actingOf, countReached, type VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32
/** Above the number of any child of the baseline. */
const NUMBERS_FROM = 0x40000000

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

/** One effect's arrivals in a run. */
export interface ExtraArrivals {
  acting: ActingEffect<ExtraEntries>
  /** Number of the next event. */
  event: number
  /** The summed intensity at which it comes, and that so far. */
  clock: number
  intensity: number
}

/** Prepares the arrivals of a run. */
export function beginExtraEntries(space: VariantSpace): ExtraArrivals[] {
  return actingOf(space, 'entries').map((acting) => {
    drawBlocks(acting, Step.event, 0, firstWord, secondWord)
    return { acting, event: 0, clock: exponential(firstWord[0]), intensity: 0 }
  })
}

/** Lets the children of a day arrive. */
export function extraEntriesOn(
  model: Model,
  space: VariantSpace,
  arrivals: ExtraArrivals,
  day: number,
): void {
  const { effect, intervention } = arrivals.acting
  arrivals.intensity +=
    effect.extra * space.strengths[intervention].byDay[day] * expectedEntrants(model, space, day)
  while (arrivals.clock <= arrivals.intensity) {
    arrive(model, space, arrivals, day)
    arrivals.event++
    drawBlocks(arrivals.acting, Step.event, arrivals.event, firstWord, secondWord)
    arrivals.clock += exponential(firstWord[0])
  }
}

function arrive(model: Model, space: VariantSpace, arrivals: ExtraArrivals, day: number): void {
  const { base } = space
  const { entries } = model
  const { acting, event } = arrivals
  const { effect, variants, intervention } = acting
  drawBlocks(acting, Step.event, event, firstWord, secondWord)
  const uniform = (secondWord[0] >>> 0) * PER_WORD
  const pair = entries.pairCumulative.findIndex((cumulative) => uniform < cumulative)
  const band = entries.pairAge[pair]
  const within = (uniform - entries.pairStart[pair]) * entries.pairPerShare[pair]
  const life = newLife(space, NUMBERS_FROM | ((effect.address & 0x3ff) << 20) | event, variants)
  base.turns18[life] =
    day + DAYS_TO_18 - AGE_EDGES_DAYS[band] - daysIntoBand(entries.agesWithinBand, band, within)
  base.ceasedDay[life] = NEVER_CEASED
  base.moves[life] = 0
  countReached(space, 'cases', variants, intervention, yearOf(model, space, day))
  settle(model, space, life, day, entries.pairPlacement[pair], 'entry')
  scheduleLife(model, space, life, day)
}
