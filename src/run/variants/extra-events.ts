// More exits and moves than happen anyway: for each such effect a process of its own, superposed on the baseline's. It visits
// children of the register at random, so that the same child is visited in every package that has the effect (A22).
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { ExtraEvents } from '../../model/packages/programme.ts'
import { uniformOf } from '../addresses.ts'
import { memory, ROOM_FOR_DAYS } from '../memory.ts'
import { leaveCare } from './books.ts'
import { resetTimes } from './event-times.ts'
import { ExtraProcess, PlaceOf } from './extra-process.ts'
import { childAtLook, NOBODY } from './find-child.ts'
import {
  cellOf,
  isEligible,
  isInCare,
  isReached,
  lifeIn,
  scheduleLife,
  splitLife,
  unscheduleLife,
} from './lives.ts'
import { hazardOf, outcomeAt, outcomesOf, setLargestHazards } from './outcome-hazards.ts'
import { yearOf } from './refusals.ts'
import { move, variantsWithRoom } from './settle.ts'
import {
  type ActingEffect,
  countReached,
  lowestVariant,
  NO_LIFE,
  type VariantSpace,
} from './variant-space.ts'

const { exitFactor, placement, variantsOf } = memory

const { ratio: RATIO } = PlaceOf
const ALWAYS_1 = new Float64Array(ROOM_FOR_DAYS).fill(1)

/** Prepares the processes of a run, in the programme's order. */
export function beginExtraEvents(space: VariantSpace, effects: ActingEffect<ExtraEvents>[]): ExtraProcess[] {
  const { model } = space
  return effects.map((acting, index) => {
    space.extraProcesses[index] ??= new ExtraProcess(model.cells.placementStride)
    const process = space.extraProcesses[index]
    beginProcess(space, process, acting)
    return process
  })
}

/** Whether every child is in care once at most, from the same day on in all packages. */
function isTimeInCareKnown({ model, acting }: VariantSpace): boolean {
  const isDelaying = ({ effect }: ActingEffect) => effect.kind === 'prevention' && effect.delayedShare > 0
  return !model.axes.hasReentry && !acting.some(isDelaying)
}

function beginProcess(
  space: VariantSpace,
  process: ExtraProcess,
  { effect, order, intervention, variants, first, second }: ActingEffect<ExtraEvents>,
): void {
  const { extraRatio, eligible } = effect
  const outcomes = outcomesOf(effect.outcomes)
  const largest =
    extraRatio > 0
      ? setLargestHazards(space.model, eligible, outcomes, isTimeInCareKnown(space), process.largest)
      : 0
  process.order = order
  process.intervention = intervention
  process.variants = variants
  process.key = { first, second }
  process.outcomes = outcomes
  process.eligible = eligible
  process.reach = effect.reach
  process.perDay = effect.perDay
  process.factor = outcomes[0] < EXIT_REASONS.length ? exitFactor : ALWAYS_1
  process.planned = space.programme.interventions[intervention].strength
  process.strength = space.strengths[intervention].byDay
  resetTimes(process, extraRatio * largest, extraRatio)
}

/** Lets an event of the calendar happen, wherever it finds a child for it. */
export function visit(space: VariantSpace, process: ExtraProcess, event: number, day: number): void {
  if (process.perDay.length > 0) visitByNumber(space, process, event, day)
  else visitByRatio(space, process, event, day)
}

/** A visit to a child: an event happens there if its hazard is large enough for the mark. */
function visitByRatio(space: VariantSpace, process: ExtraProcess, event: number, day: number): void {
  const { model } = space
  const { outcomes, eligible } = process
  const { calendar } = space
  const child = calendar.child[event]
  if (!isReached(process.key, process.reach, child)) return
  const perHazard = process.strength[day] * process.numbers[RATIO]
  let left = process.variants
  while (left !== 0) {
    const life = lifeIn(space, lowestVariant(left), child)
    const variants = life === NO_LIFE ? left & -left : variantsOf[life] & left
    left &= ~variants
    if (!isInCare(life) || !isEligible(space, eligible, life, day)) continue
    const cell = cellOf(space, life, day)
    const total = hazardOf(model, outcomes, cell)
    if (calendar.mark[event] >= perHazard * total) continue
    const value = uniformOf(calendar.outcomeWord[event]) * total
    const outcome = outcomeAt(model, outcomes, cell, value)
    happenTo(space, life, variants, { intervention: process.intervention, outcome, day })
  }
}

/** An event by number: looks at children until it has found one in each package; those that find the same life act as one. */
function visitByNumber(space: VariantSpace, process: ExtraProcess, event: number, day: number): void {
  const { key, variants, intervention } = process
  const number = space.calendar.eventNumber[event]
  const register = space.register[day]
  let left = variants
  for (let look = 0; left !== 0; look++) {
    const child = childAtLook(key, number, look, register)
    if (child === NOBODY) break
    left = happenWhere(space, process, child, left, day)
  }
  if (left !== 0) countReached(space, 'lapsed', left, intervention, yearOf(space, day))
}

/** Lets an event happen to a child in those of some variants where it is one whom the effect reaches; returns the others. */
function happenWhere(
  space: VariantSpace,
  { eligible, outcomes, intervention }: ExtraProcess,
  child: number,
  some: number,
  day: number,
): number {
  let others = 0
  for (let left = some; left !== 0; ) {
    const life = lifeIn(space, lowestVariant(left), child)
    const variants = life === NO_LIFE ? left & -left : variantsOf[life] & left
    left &= ~variants
    if (!isInCare(life) || !isEligible(space, eligible, life, day)) others |= variants
    else happenTo(space, life, variants, { intervention, outcome: outcomes[0], day })
  }
  return others
}

/** An exit or a move that an intervention makes happen on a day. */
export interface Happening {
  intervention: number
  /** Of Cells. */
  outcome: number
  day: number
}

/** Lets an exit or a move happen to a life in some or all of its variants; a move that finds no room lapses. */
export function happenTo(
  space: VariantSpace,
  life: number,
  variants: number,
  { intervention, outcome, day }: Happening,
): void {
  const year = yearOf(space, day)
  const wanted = outcome - EXIT_REASONS.length
  const isPossible = wanted < 0 || wanted === placement[life]
  const possible = isPossible ? variants : variantsWithRoom(space, variants, wanted)
  if (possible !== variants) countReached(space, 'lapsed', variants & ~possible, intervention, year)
  if (possible === 0) return
  countReached(space, 'cases', possible, intervention, year)
  let own = life
  if (possible === variantsOf[life]) unscheduleLife(space.model, life)
  else own = splitLife(space, life, possible)
  if (wanted < 0) leaveCare(space, own, day, outcome)
  else {
    move(space, own, day, wanted)
    scheduleLife(space, own, day)
  }
}
