// The children in care in one run of plain.ts, and what can happen to one of them: to be settled, scheduled, moved, to leave.

import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import { cellAt, eventsPerHazard, hazardPerEvent } from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import { block, type Key, Purpose } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import type { RowLayout } from '../run-row.ts'
import { type Entrant, homeOf, type LivingChild, latestPeriod, type PlainChild, uniform } from './child.ts'
import type { PlainLimits } from './limits.ts'
import { actingOf, type PlainPackage } from './programme.ts'

/** What all children of a run share. */
export interface PlainConditions {
  /** [day] */
  entryFactor: number[]
  exitFactor: number[]
  /** [year] */
  priceShocks: Float64Array
}

/** Counts an event of a month at a placement, or an exit for a reason. */
export type Count = (measure: keyof RowLayout['offset'] | 'reason', month: number, index: number) => void

/** Everyone who is in care now. */
export interface PlainWorld {
  model: Model
  conditions: PlainConditions
  inCare: LivingChild[]
  /** Those who left today, in order. */
  leavers: LivingChild[]
  /** Schedules a child anew, for the next of its candidate days on which something happens; what was scheduled is void. */
  schedule: (child: LivingChild, day: number) => void
  /** Those to whom something happens on a day. */
  dueOn: (day: number) => LivingChild[]
  leave: (child: LivingChild, day: number, reason: number) => void
  hasRoom: (placement: number, day: number) => boolean
  /** Moves a child, which then has to be scheduled. */
  move: (child: LivingChild, day: number, placement: number) => void
  /** The wanted placement or the first of its overflow list that has room or is the child's own; none: undefined. */
  firstWithRoom: (child: PlainChild, day: number, wanted: number, own: number) => number | undefined
  /** Gives a child who enters or comes back a placement. */
  settle: (entrant: Entrant, day: number) => void
}

/** Returns the world of a run, with nobody in it. */
export function plainWorld(
  model: Model,
  chance: Key,
  conditions: PlainConditions,
  { limitsOn, baselineOn }: PlainLimits,
  chosen: PlainPackage,
  count: Count,
): PlainWorld {
  const { axes, places, cells } = model
  const inCare: LivingChild[] = []
  const leavers: LivingChild[] = []
  const schedules = new Map<number, LivingChild[]>()
  const monthOf = (day: number) => axes.monthEnd.findIndex((end) => end >= day)
  const limits = remembered(limitsOn)
  const baselineLimits = remembered(baselineOn)
  const occupied = (placement: number) => inCare.filter((child) => homeOf(child) === placement).length
  const hasRoom = (placement: number, day: number) => occupied(placement) < limits(day)[placement]

  const clock = exitClock(conditions.exitFactor)

  const unschedule = (child: LivingChild) => {
    const others = (schedules.get(child.dueDay) ?? []).filter((other) => other !== child)
    schedules.set(child.dueDay, others)
  }
  const schedule = (child: LivingChild, day: number) => {
    unschedule(child)
    let from = day
    do {
      scheduleNext(model, chance, conditions, clock, child, from)
      from = child.dueDay
    } while (
      from <= axes.days &&
      from < child.turns18 &&
      outcomeOf(model, conditions, child, from) === undefined
    )
    schedules.set(child.dueDay, [...(schedules.get(child.dueDay) ?? []), child])
  }
  const creditPlaces = (placement: number, day: number) => {
    if (occupied(placement) < baselineLimits(day)[placement]) return
    const position = positionOfPlaces(model, chosen, placement)
    if (position !== undefined) chosen.count('cases', position, day)
  }
  const leave = (child: LivingChild, day: number, reason: number) => {
    unschedule(child)
    latestPeriod(child).exit = { day, reason }
    count('exits', monthOf(day), homeOf(child))
    count('reason', monthOf(day), reason)
    inCare.splice(inCare.indexOf(child), 1)
    leavers.push(child)
  }
  const move = (child: LivingChild, day: number, placement: number) => {
    if (placement !== homeOf(child)) creditPlaces(placement, day)
    child.placements.push({ placement, fromDay: day })
    count('moves', monthOf(day), placement)
  }
  const firstWithRoom = (child: PlainChild, day: number, wanted: number, own: number) => {
    const age = cells.ageBand[child.turns18 - day]
    const start = (age * axes.placements.length + wanted) * places.listLength
    const list = places.list.subarray(start, start + places.listLength)
    return list
      .subarray(0, list.indexOf(-1))
      .find((placement) => placement === own || hasRoom(placement, day))
  }
  const settle = ({ child, wanted }: Entrant, day: number) => {
    const home = firstWithRoom(child, day, wanted, -1)!
    creditPlaces(home, day)
    if (home !== wanted) count('over_places', monthOf(day), wanted)
    count('entries', monthOf(day), home)
    child.placements.push({ placement: home, fromDay: day })
    inCare.push(child)
    schedule(child, day)
  }
  const dueOn = (day: number) => [...(schedules.get(day) ?? [])]
  return { model, conditions, inCare, leavers, schedule, dueOn, leave, hasRoom, move, firstWithRoom, settle }
}

/** Returns the same function, which works out nothing twice in a row. */
function remembered<Value>(on: (day: number) => Value): (day: number) => Value {
  let last: { day: number; value: Value } | undefined
  return (day) => {
    if (last?.day !== day) last = { day, value: on(day) }
    return last.value
  }
}

/** The first intervention of the package that has to do with the places of a placement. */
function positionOfPlaces(
  { carers }: Model,
  { inOrder }: PlainPackage,
  placement: number,
): number | undefined {
  return actingOf(inOrder, 'places', 'households', 'attrition').find(({ effect }) => {
    if (effect.kind === 'places') return effect.placement === placement
    if (effect.kind === 'households') return carers[effect.stock].placement === placement
    return carers.some((stock, index) => stock.placement === placement && effect.stocks[index] === 1)
  })?.position
}

/** Returns the cell of a child on a day. */
export function cellOf({ cells }: Model, child: PlainChild, day: number): number {
  const { placement, fromDay } = child.placements.at(-1)!
  return cellAt(cells, placement, child.turns18 - day, day - latestPeriod(child).fromDay, day - fromDay)
}

/** Index of what happens to a child on its candidate day, by its mark; undefined where nothing does. */
export function outcomeOf(
  model: Model,
  conditions: PlainConditions,
  child: LivingChild,
  day: number,
): number | undefined {
  const { cumulative, outcomes } = model.cells
  const exitFactor = conditions.exitFactor[day]
  const first = cellOf(model, child, day) * outcomes
  const hazards = cumulative.subarray(first, first + outcomes)
  const allExits = hazards[EXIT_REASONS.length - 1]
  const total = allExits * exitFactor + (hazards[outcomes - 1] - allExits)
  const mark = child.mark * hazardPerEvent(total)
  if (mark >= total) return undefined
  const isExit = mark < allExits * exitFactor
  const within = isExit ? mark / exitFactor : mark - allExits * exitFactor + allExits
  return hazards.findIndex((hazard, at) => within < hazard && (isExit || at >= EXIT_REASONS.length))
}

/** Returns the probability of an event on a day, from its hazard per day. */
export function perDay(hazard: number): number {
  return hazard * eventsPerHazard(hazard)
}

/** Returns [day] the time of a clock at its close that takes a day for a day, and longer where exits are more likely than usual. */
function exitClock(exitFactor: number[]): number[] {
  let time = 0
  return exitFactor.map((factor, day) => {
    time += day === 0 ? 0 : Math.max(1, factor)
    return time
  })
}

function scheduleNext(
  model: Model,
  chance: Key,
  { exitFactor }: PlainConditions,
  clock: number[],
  child: LivingChild,
  day: number,
): void {
  const bounding = model.cells.bounding[cellOf(model, child, day)]
  const life = block(chance, child.number, Purpose.life + day)
  const reached = clock[day] + exponential(life.first) * (1 / bounding)
  const candidateDay = clock.findIndex((close) => close > reached)
  child.dueDay = Math.min(candidateDay < 0 ? model.axes.days + 1 : candidateDay, child.turns18)
  child.mark = uniform(life.second) * perDay(bounding * Math.max(1, exitFactor[child.dueDay] ?? 1))
}
