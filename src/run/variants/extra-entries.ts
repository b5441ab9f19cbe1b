// More children enter than would: a superposed process of arrivals, of children or of families, each child with a number that
// no other has.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../../domain/age-band.ts'
import { daysIntoBand } from '../../model/ages-within-band.ts'
import type { EntryPairs } from '../../model/entries.ts'
import type { ExtraEntries } from '../../model/packages/programme.ts'
import { groupSize } from '../../model/sibling-groups.ts'
import { block, Step, uniformOf } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { memory } from '../memory.ts'
import { NEVER_CEASED } from '../workspace.ts'
import { newLife, scheduleLife } from './lives.ts'
import { expectedEntrants } from './preventions.ts'
import { yearOf } from './refusals.ts'
import { settle } from './settle.ts'
import { type ActingEffect, type ActingOf, countReached, type VariantSpace } from './variant-space.ts'

const { ceasedDay, moves, turns18 } = memory

/** Above the number of any child of the baseline. */
const NUMBERS_FROM = 0x40000000
/** Children of the largest family. */
const LARGEST_FAMILY = 8

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
export function beginExtraEntries(_: VariantSpace, { entries }: ActingOf<'entries'>): ExtraArrivals[] {
  return entries.map((acting) => {
    return { acting, event: 0, clock: exponential(block(acting, 0, Step.event).first), intensity: 0 }
  })
}

/** Lets the children of a day arrive. */
export function extraEntriesOn(space: VariantSpace, arrivals: ExtraArrivals, day: number): void {
  const { effect, intervention } = arrivals.acting
  const strength = space.strengths[intervention].byDay[day]
  arrivals.intensity +=
    effect.perDay.length > 0
      ? effect.perDay[day] * strength
      : effect.extra * strength * expectedEntrants(space, day) * effect.eligibleShare
  while (arrivals.clock <= arrivals.intensity) {
    arrive(space, arrivals, day)
    arrivals.event++
    arrivals.clock += exponential(block(arrivals.acting, arrivals.event, Step.event).first)
  }
}

/** An event: a child enters whom the effect is for, or one such child with brothers and sisters. */
function arrive(space: VariantSpace, { acting, event }: ExtraArrivals, day: number): void {
  const { model } = space
  const { effect } = acting
  const uniform = uniformOf(block(acting, event, Step.event).second)
  const first = effect.byFamily ? event * LARGEST_FAMILY : event
  enter(space, acting, { number: first, pairs: effect.pairs, uniform, day })
  if (!effect.byFamily) return
  const size = groupSize(model.entries, uniformOf(block(acting, first, Step.sibling).first))
  for (let number = first + 1; number < first + size; number++) {
    const who = uniformOf(block(acting, number, Step.sibling).second)
    enter(space, acting, { number, pairs: model.entries, uniform: who, day })
  }
}

/** A child who enters because of an effect. */
interface Arriving {
  /** Among the children of the effect. */
  number: number
  /** Who it can be, and the uniform number that says who it is. */
  pairs: EntryPairs
  uniform: number
  day: number
}

function enter(
  space: VariantSpace,
  { effect, variants, intervention }: ActingEffect<ExtraEntries>,
  { number, pairs, uniform, day }: Arriving,
): void {
  const { agesWithinBand } = space.model.entries
  const pair = pairs.pairCumulative.findIndex((cumulative) => uniform < cumulative)
  const band = pairs.pairAge[pair]
  const within = (uniform - pairs.pairStart[pair]) * pairs.pairPerShare[pair]
  const life = newLife(space, NUMBERS_FROM | ((effect.address & 0x3ff) << 20) | number, variants)
  turns18[life] = day + DAYS_TO_18 - AGE_EDGES_DAYS[band] - daysIntoBand(agesWithinBand, band, within)
  ceasedDay[life] = NEVER_CEASED
  moves[life] = 0
  countReached(space, 'cases', variants, intervention, yearOf(space, day))
  settle(space, life, day, pairs.pairPlacement[pair], 'entry')
  scheduleLife(space, life, day)
}
