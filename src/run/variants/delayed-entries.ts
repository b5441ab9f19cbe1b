// Children who are prevented only for now: they enter later, each in the package that delays it.
import type { Prevention } from '../../model/packages/programme.ts'
import { block, Step, uniformOf } from '../addresses.ts'
import { memory } from '../memory.ts'
import { newLife } from './lives.ts'
import type { ActingEffect, VariantSpace } from './variant-space.ts'

const { ceasedDay, exitDay, isDelayed, moves, next, placement, turns18 } = memory

/** A child who is prevented in a variant on a day, and delayed. */
export interface Delayed {
  child: number
  /** The child whose mark decides: itself, or the first of its family. */
  marked: number
  day: number
  variant: number
}

/** Lets a child enter later, placed then as a child of its age is who comes back. */
export function enterLater(
  space: VariantSpace,
  acting: ActingEffect<Prevention>,
  { child, marked, day, variant }: Delayed,
): void {
  const { axes, cells, reentry } = space.model
  const { base } = space
  const away = 1 + Math.floor(uniformOf(block(acting, marked, Step.delay).first) * acting.effect.delayDays)
  const due = day + away
  const daysTo18 = turns18[child] - due
  if (daysTo18 <= 0 || due > axes.days) return
  const life = newLife(space, child, 1 << variant)
  turns18[life] = turns18[child]
  ceasedDay[life] = ceasedDay[child]
  moves[life] = 0
  exitDay[life] = day
  isDelayed[life] = 1
  const start = cells.ageBand[daysTo18] * axes.placements.length
  const uniform = uniformOf(block(acting, child, Step.delay).second)
  let wanted = 0
  while (uniform >= reentry.placementCumulative[start + wanted]) wanted++
  placement[life] = wanted
  next[life] = base.returnHead[due]
  base.returnHead[due] = life
}
