// Everyone in one run, and what can happen to one of them: to be settled, scheduled and moved, and to leave.
import type { Model } from '../../model/compile-model.ts'
import type { ExtraEvents, Review } from '../../model/packages/programme.ts'
import type { RunKeys } from '../addresses.ts'
import {
  type Entrant,
  homeOf,
  type LivingChild,
  latestPeriod,
  type PlainChild,
  type Returning,
} from './child.ts'
import type { PlainConditions } from './conditions.ts'
import { type Counts, count, countOf, countReason } from './counts.ts'
import type { Candidate } from './entrants.ts'
import { drawCandidateDay, outcomeOf } from './hazards.ts'
import type { PlainLimits } from './limits.ts'
import { type Acting, actingOf, type PlainPackage } from './programme.ts'

/** A council in one run, as a day finds it. */
export interface PlainWorld extends Counts {
  model: Model
  keys: RunKeys
  conditions: PlainConditions
  package: PlainPackage
  limits: PlainLimits
  /** Those who would enter, unless a package prevents it, and every child that was in care so far. */
  candidates: Candidate[]
  children: PlainChild[]
  /** How many children were numbered by the day before. */
  register: number
  inCare: LivingChild[]
  /** [day] those to whom something happens on it, as far as it is known. */
  schedules: Map<number, LivingChild[]>
  /** Those who left today, in order. */
  leavers: LivingChild[]
  /** [day] those who will come back on it. */
  returns: Map<number, Returning[]>
  /** What those cost whose prices differ, by month and placement (A21). */
  costs: Map<number, number>
  /** The queues of each review of the package (A26). */
  reviews: Map<Acting<Review>, ReviewQueues>
  /** The most extra events a day and child that each effect can bring (A22). */
  mostExtra: Map<Acting<ExtraEvents>, number>
}

/** Where the children of a review's list are. */
export interface ReviewQueues {
  /** [gate], and behind the last those who have passed them all. */
  waiting: Listed[][]
  /** [gate] decisions that it can still take. */
  credit: number[]
}

/** A child of a review's list, in a queue. */
export interface Listed {
  child: LivingChild
  /** Number of periods of care that it had when it was listed: another one does not count. */
  period: number
  ready: number
}

/** Gives a child who enters or comes back a placement, the wanted one or one of its overflow list (A7). */
export function settle(world: PlainWorld, { child, wanted }: Entrant, day: number): void {
  const home = firstWithRoom(world, child, day, wanted)!
  creditPlaces(world, home, day)
  if (home !== wanted) count(world, 'over_places', day, wanted)
  count(world, 'entries', day, home)
  child.placements.push({ placement: home, fromDay: day })
  world.inCare.push(child)
  schedule(world, child, day)
}

/** Moves a child, which then has to be scheduled. */
export function move(world: PlainWorld, child: LivingChild, day: number, placement: number): void {
  if (placement !== homeOf(child)) creditPlaces(world, placement, day)
  child.placements.push({ placement, fromDay: day })
  count(world, 'moves', day, placement)
}

/** Ends a period of care. */
export function leave(world: PlainWorld, child: LivingChild, day: number, reason: number): void {
  unschedule(world, child)
  latestPeriod(child).exit = { day, reason }
  count(world, 'exits', day, homeOf(child))
  countReason(world, day, reason)
  world.inCare.splice(world.inCare.indexOf(child), 1)
  world.leavers.push(child)
}

/** Schedules a child anew, for the next of its candidate days on which something happens; what was scheduled is void. */
export function schedule(world: PlainWorld, child: LivingChild, day: number): void {
  unschedule(world, child)
  let from = day
  do {
    drawCandidateDay(world, child, from)
    from = child.dueDay
  } while (from <= world.axes.days && from < child.turns18 && outcomeOf(world, child, from) === undefined)
  world.schedules.set(from, [...dueOn(world, from), child])
}

function unschedule(world: PlainWorld, child: LivingChild): void {
  const others = dueOn(world, child.dueDay).filter((other) => other !== child)
  world.schedules.set(child.dueDay, others)
}

/** Returns those to whom something happens on a day. */
export function dueOn({ schedules }: PlainWorld, day: number): readonly LivingChild[] {
  return schedules.get(day) ?? []
}

/** Returns whether a placement can take a child today (A7). */
export function hasRoom(world: PlainWorld, placement: number): boolean {
  return occupied(world, placement) < world.limits.today[placement]
}

function occupied({ inCare }: PlainWorld, placement: number): number {
  return inCare.filter((child) => homeOf(child) === placement).length
}

/** Returns the wanted placement or the first of its overflow list that has room or is the child's own; none: undefined (A7). */
export function firstWithRoom(
  world: PlainWorld,
  child: PlainChild,
  day: number,
  wanted: number,
  own?: number,
): number | undefined {
  const { places, cells, axes } = world.model
  const age = cells.ageBand[child.turns18 - day]
  const start = (age * axes.placements.length + wanted) * places.listLength
  const list = places.list.subarray(start, start + places.listLength)
  return list
    .subarray(0, list.indexOf(-1))
    .find((placement) => placement === own || hasRoom(world, placement))
}

/** Counts who is about to arrive where, but for the package, there would be no room. */
function creditPlaces(world: PlainWorld, placement: number, day: number): void {
  if (occupied(world, placement) < world.limits.baselineToday[placement]) return
  const position = positionOfPlaces(world, placement)
  if (position !== undefined) countOf(world, 'cases', position, day)
}

/** The first intervention of the package that has to do with the places of a placement. */
function positionOfPlaces({ model, package: chosen }: PlainWorld, placement: number): number | undefined {
  const isThere = (stock: number) => model.carers[stock].placement === placement
  return actingOf(chosen.inOrder, 'places', 'households', 'attrition').find(({ effect }) => {
    if (effect.kind === 'places') return effect.placement === placement
    if (effect.kind === 'households') return isThere(effect.stock)
    return model.carers.some((_, stock) => isThere(stock) && effect.stocks[stock] === 1)
  })?.position
}
