// The slow, obvious twin of simulateRun: a list of children, a loop over days, a census at the close of each day. It
// draws the same addressed numbers and must agree with the hot path to the last number; tests hold that.
import { AGE_EDGES_DAYS, DAYS_TO_18 } from '../domain/age-band.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import { daysIntoBand } from '../model/ages-within-band.ts'
import { type CarerStock, usablePlaces } from '../model/carers.ts'
import { eventsPerHazard } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { groupSize } from '../model/sibling-groups.ts'
import { block, type Key, Purpose, type RunKeys } from './addresses.ts'
import { approvalTime } from './carers.ts'
import { drawMultipliers } from './conditions.ts'
import { exponential } from './exponential.ts'
import { plainAfterCare, type Returning } from './plain-after-care.ts'
import {
  type Entrant,
  homeOf,
  type LivingChild,
  latestPeriod,
  type PlainChild,
  uniform,
} from './plain-child.ts'
import { plainPrices } from './plain-prices.ts'
import { type RowLayout, rowLayout } from './run-row.ts'

/** What became of everyone in one run. */
export interface PlainRun {
  /** Every child that was in care. */
  children: PlainChild[]
  /** Returns what each placement can take by arrival on a day. */
  limitsOn: (day: number) => Int32Array
  /** The same numbers as simulateRun writes. */
  row: Int32Array
}

/** Simulates one run. */
export function simulatePlainly(model: Model, keys: RunKeys): PlainRun {
  const { chance } = keys
  const conditions = conditionsOf(model, keys.shocks)
  const layout = rowLayout(model.axes)
  const row = new Int32Array(layout.length)
  const count = countInto(row, layout, model)
  const inCare = openingChildren(model, chance)
  const children: PlainChild[] = [...inCare]
  const entrants = entrantsOf(model, chance, conditions)
  const limitsOn = limitsByDay(model, chance)
  const schedules = new Map<number, LivingChild[]>()
  const returns = new Map<number, Returning[]>()
  const afterCare = plainAfterCare(model, chance, layout, row)
  const prices = plainPrices(model, keys, conditions.priceShocks, layout, row)
  const schedule = (child: LivingChild, day: number) => {
    scheduleNext(model, chance, conditions, child, day)
    schedules.set(child.dueDay, [...(schedules.get(child.dueDay) ?? []), child])
  }
  for (const child of inCare) schedule(child, 0)
  for (let day = 1; day <= model.axes.days; day++) {
    const leavers: LivingChild[] = []
    const monthDay = { day, month: model.axes.monthEnd.findIndex((end) => end >= day) }
    const limits = limitsOn(day)
    for (const child of (schedules.get(day) ?? []).reverse()) {
      const exitFactor = conditions.exitFactor[day]
      const left = happen(model, inCare, child, { ...monthDay, exitFactor, limits }, count)
      if (left) {
        inCare.splice(inCare.indexOf(child), 1)
        leavers.push(child)
      } else schedule(child, day)
    }
    const settle = ({ child, wanted }: Entrant) => {
      const home = firstWithRoom(model, inCare, {
        wanted,
        own: -1,
        daysTo18: child.turns18 - day,
        limits,
      })!
      if (home !== wanted) count('over_places', monthDay.month, wanted)
      count('entries', monthDay.month, home)
      child.placements.push({ placement: home, fromDay: day })
      inCare.push(child)
      schedule(child, day)
    }
    for (const returning of (returns.get(day) ?? []).reverse()) {
      afterCare.countReturn(returning.child, day)
      returning.child.periods.push({ fromDay: day })
      settle(returning)
    }
    for (const entrant of entrants.filter(({ child }) => child.periods[0].fromDay === day)) {
      afterCare.countStart(day)
      if (entrant.comesBack) afterCare.countEarlierLeaver(day)
      children.push(entrant.child)
      settle(entrant)
    }
    for (const child of leavers) {
      const returning = afterCare.follow(child)
      if (returning) returns.set(returning.day, [...(returns.get(returning.day) ?? []), returning])
    }
    for (const child of inCare) {
      count('care_days', monthDay.month, homeOf(child))
      prices.payDay(child, monthDay.month)
      if (model.axes.monthEnd[monthDay.month] === day) count('children', monthDay.month, homeOf(child))
    }
    if (model.axes.monthEnd[monthDay.month] === day)
      for (const [stock, { placement }] of model.carers.entries())
        row[layout.usablePlaces + monthDay.month * model.carers.length + stock] = limits[placement]
  }
  prices.finish()
  afterCare.finish(conditions.priceShocks)
  return { children, limitsOn, row }
}

interface Conditions {
  /** [day] */
  entryFactor: number[]
  exitFactor: number[]
  /** [year] */
  priceShocks: Float64Array
}

function conditionsOf(model: Model, shocks: Key): Conditions {
  const ones = () => new Float64Array(model.axes.years.length).fill(1)
  const years = { entryShocks: ones(), exitShocks: ones(), priceShocks: ones() }
  drawMultipliers(model.shocks, shocks, years)
  const byDay = (shocks: Float64Array, shifts: Float64Array) =>
    [...shifts].map((shift, day) => shocks[yearOf(model, day)] * shift)
  return {
    entryFactor: byDay(years.entryShocks, model.shifts.entries),
    exitFactor: byDay(years.exitShocks, model.shifts.exits),
    priceShocks: years.priceShocks,
  }
}

function yearOf({ axes }: Model, day: number): number {
  return axes.yearOfMonth[axes.monthEnd.findIndex((end) => end >= day)]
}

interface Household {
  approvedDay: number
  leftDay: number
}

/** The households that are there at the start, and after them those approved by the end. */
function householdsOf(stock: CarerStock, chance: Key, days: number): Household[] {
  const households: Household[] = []
  let clock = 0
  for (let number = 0; ; number++) {
    const drawn = block(chance, number, Purpose.carers + stock.placement)
    const isNew = number >= stock.households
    if (isNew) clock += exponential(drawn.first)
    const approved = isNew ? approvalTime(stock, clock) : 0
    if (approved >= days) return households
    const left = approved + exponential(drawn.second) / stock.deregistrationPerDay
    households.push({ approvedDay: isNew ? 1 + Math.floor(approved) : 0, leftDay: 1 + Math.floor(left) })
  }
}

/** Returns what each placement can take on a day, as a function of the day. */
function limitsByDay({ axes, places, carers }: Model, chance: Key): (day: number) => Int32Array {
  const households = carers.map((stock) => householdsOf(stock, chance, axes.days))
  return (day) => {
    const limits = places.limit.slice()
    for (const [index, stock] of carers.entries()) {
      const there = households[index].filter(
        ({ approvedDay, leftDay }) => approvedDay <= day && day < leftDay,
      )
      limits[stock.placement] = usablePlaces(stock, there.length)
    }
    return limits
  }
}

type Count = (measure: keyof RowLayout['offset'] | 'reason', month: number, index: number) => void

function countInto(row: Int32Array, layout: RowLayout, model: Model): Count {
  return (measure, month, index) => {
    if (measure === 'reason') row[layout.exitsByReason + month * model.axes.reasons.length + index]++
    else row[layout.offset[measure] + month * layout.placements + index]++
  }
}

function openingChildren({ openingStock }: Model, chance: Key): LivingChild[] {
  return Array.from(openingStock.placement, (placement, number) => {
    const origin = block(chance, number, Purpose.origin)
    const ageBand = openingStock.ageBand[number]
    const daysIn = daysIntoBand(openingStock.agesWithinBand, ageBand, uniform(origin.first))
    const turns18 = DAYS_TO_18 - AGE_EDGES_DAYS[ageBand] - daysIn
    const share = uniform(origin.second)
    const band = openingStock.careCumulative.findIndex((cumulative) => share < cumulative)
    const from = band > 0 ? openingStock.careCumulative[band - 1] : 0
    const within = (share - from) / (openingStock.careCumulative[band] - from)
    const [first, end] = openingStock.careEdges.subarray(band, band + 2)
    const daysInCare = Math.min(Math.floor(first + within * (end - first)), DAYS_TO_18 - turns18)
    const history = block(chance, number, Purpose.history)
    const daysInPlacement = Math.floor(uniform(history.first) * (daysInCare + 1))
    return {
      number,
      turns18,
      periods: [{ fromDay: -daysInCare }],
      placements: [{ placement, fromDay: -daysInPlacement }],
      dueDay: 0,
      mark: 0,
    }
  })
}

/** Everyone who enters, group by group: the numbers of a group's first child say when, how many and whether (A14). */
function entrantsOf(model: Model, chance: Key, { entryFactor }: Conditions): Entrant[] {
  const { axes, entries, openingStock } = model
  const entrants: Entrant[] = []
  const largest = Math.max(...entryFactor)
  let time = 0
  for (let first = openingStock.placement.length; ; ) {
    time += exponential(block(chance, first, Purpose.arrival).first) * (entries.meanGap / largest)
    if (time >= axes.days) return entrants
    const entryDay = 1 + Math.floor(time)
    const size = groupSize(entries, uniform(block(chance, first, Purpose.siblings).first))
    const mark = uniform(block(chance, first, Purpose.acceptance).first)
    const enters = (acceptance: number) => mark < (acceptance * entryFactor[entryDay]) / largest
    if (enters(entries.acceptance[entryDay]))
      for (let number = first; number < first + size; number++) {
        const comesBack = enters(entries.returningAcceptance[entryDay])
        entrants.push({ ...entrantOf(model, chance, number, entryDay), comesBack })
      }
    first += size
  }
}

function entrantOf({ entries }: Model, chance: Key, number: number, entryDay: number): Entrant {
  const who = uniform(block(chance, number, Purpose.arrival).second)
  const pair = entries.pairCumulative.findIndex((cumulative) => who < cumulative)
  const within = (who - entries.pairStart[pair]) * entries.pairPerShare[pair]
  const ageBand = entries.pairAge[pair]
  const daysIn = daysIntoBand(entries.agesWithinBand, ageBand, within)
  const turns18 = entryDay + DAYS_TO_18 - AGE_EDGES_DAYS[ageBand] - daysIn
  const periods = [{ fromDay: entryDay }]
  const child: LivingChild = { number, turns18, periods, placements: [], dueDay: 0, mark: 0 }
  return { child, wanted: entries.pairPlacement[pair] }
}

function cellOf({ cells }: Model, child: PlainChild, day: number): number {
  const { placement, fromDay } = child.placements.at(-1)!
  return (
    placement * cells.placementStride +
    cells.ageOffset[child.turns18 - day] +
    cells.careOffset[day - latestPeriod(child).fromDay] +
    cells.stayOffset[day - fromDay]
  )
}

/** Probability of an event on a day, from its hazard per day. */
function perDay(hazard: number): number {
  return hazard * eventsPerHazard(hazard)
}

function scheduleNext(
  model: Model,
  chance: Key,
  { exitFactor }: Conditions,
  child: LivingChild,
  day: number,
): void {
  const bounding = model.cells.bounding[cellOf(model, child, day)] * Math.max(1, ...exitFactor)
  const life = block(chance, child.number, Purpose.life + day)
  const wait = 1 + Math.floor(exponential(life.first) * (1 / bounding))
  child.dueDay = Math.min(day + wait, child.turns18)
  child.mark = uniform(life.second) * perDay(bounding)
}

/** Lets the candidate day of a child pass; returns whether the child left. */
function happen(
  model: Model,
  inCare: PlainChild[],
  child: LivingChild,
  { day, month, exitFactor, limits }: { day: number; month: number; exitFactor: number; limits: Int32Array },
  count: Count,
): boolean {
  const home = homeOf(child)
  const leave = (reason: number) => {
    latestPeriod(child).exit = { day, reason }
    count('exits', month, home)
    count('reason', month, reason)
    return true
  }
  if (child.turns18 <= day) return leave(EXIT_REASONS.length)
  const { cumulative, outcomes } = model.cells
  const first = cellOf(model, child, day) * outcomes
  const hazards = cumulative.subarray(first, first + outcomes)
  const allExits = hazards[EXIT_REASONS.length - 1]
  const total = allExits * exitFactor + (hazards[outcomes - 1] - allExits)
  if (child.mark >= perDay(total)) return false
  const events = eventsPerHazard(total)
  const isExit = child.mark < allExits * exitFactor * events
  const within = isExit
    ? child.mark / (events * exitFactor)
    : child.mark / events - allExits * exitFactor + allExits
  const outcome = hazards.findIndex((hazard, at) => within < hazard && (isExit || at >= EXIT_REASONS.length))
  if (outcome < EXIT_REASONS.length) return leave(outcome)
  const wanted = outcome - EXIT_REASONS.length
  const target = firstWithRoom(model, inCare, { wanted, own: home, daysTo18: child.turns18 - day, limits })
  if (target !== wanted) count('over_places', month, wanted)
  if (target !== undefined && (target !== home || wanted === home)) {
    child.placements.push({ placement: target, fromDay: day })
    count('moves', month, target)
  }
  return false
}

/** The wanted placement or the first of its overflow list that has room or is the child's own; none: undefined. */
function firstWithRoom(
  { places, cells, axes }: Model,
  inCare: PlainChild[],
  { wanted, own, daysTo18, limits }: { wanted: number; own: number; daysTo18: number; limits: Int32Array },
): number | undefined {
  const start = (cells.ageBand[daysTo18] * axes.placements.length + wanted) * places.listLength
  const list = places.list.subarray(start, start + places.listLength)
  return list.subarray(0, list.indexOf(-1)).find((placement) => {
    const children = inCare.filter((child) => homeOf(child) === placement).length
    return placement === own || children < limits[placement]
  })
}
