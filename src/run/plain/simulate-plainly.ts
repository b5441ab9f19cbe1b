// The slow, obvious twin of simulateRun: a list of children, a loop over days, a census at the close of each day. It
// draws the same addressed numbers and must agree with the hot path to the last number; tests hold that.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { RunKeys } from '../addresses.ts'
import { drawMultipliers } from '../conditions.ts'
import { type RowLayout, rowLayout } from '../run-row.ts'
import { plainAfterCare, type Returning } from './after-care.ts'
import { type Entrant, homeOf, type LivingChild, type PlainChild } from './child.ts'
import { candidatesOf, openingChildren } from './entrants.ts'
import { plainExtraEvents, refusing } from './events.ts'
import { plainExtraEntries } from './extra-entries.ts'
import { plainLimits } from './limits.ts'
import { plainPrevention } from './prevention.ts'
import { plainPrices } from './prices.ts'
import { actingOf, type Choice, type PlainPackage, plainPackage } from './programme.ts'
import { plainReview } from './review.ts'
import { type Count, outcomeOf, type PlainConditions, type PlainWorld, plainWorld } from './world.ts'

/** What became of everyone in one run. */
export interface PlainRun {
  /** Every child that was in care. */
  children: PlainChild[]
  /** Returns what each placement can take by arrival on a day. */
  limitsOn: (day: number) => Int32Array
  /** The same numbers as simulateRun writes. */
  row: Int32Array
}

/** Simulates one run, of the baseline or of the package chosen. */
export function simulatePlainly(model: Model, keys: RunKeys, choice?: Choice): PlainRun {
  const { chance } = keys
  const { axes } = model
  const conditions = conditionsOf(model, keys)
  const layout = rowLayout(choice?.axes ?? axes)
  const row = new Int32Array(layout.length)
  const count = countInto(row, layout, model)
  const chosen = plainPackage(model, keys, choice, layout, row)
  const limits = plainLimits(model, chance, chosen)
  const world = plainWorld(model, chance, conditions, limits, chosen, count)
  const { inCare, leavers } = world
  inCare.push(...openingChildren(model, chance))
  const children: PlainChild[] = [...inCare]
  /** How many children are numbered by the day before. */
  let register = inCare.length
  const candidates = candidatesOf(model, chance, conditions.entryFactor)
  const returns = new Map<number, Returning[]>()
  const afterCare = plainAfterCare(model, chance, layout, row, chosen)
  const prices = plainPrices(model, keys, conditions.priceShocks, layout, row, chosen)
  const actInTurn = inTurn(world, chosen)
  const fateOf = plainPrevention(model, chance, conditions, chosen)
  const extraEntrantsOf = plainExtraEntries(model, conditions, chosen)
  const expect = (returning: Returning) =>
    returns.set(returning.day, [...(returns.get(returning.day) ?? []), returning])
  const enter = (entrant: Entrant, day: number) => {
    afterCare.countStart(day)
    children.push(entrant.child)
    world.settle(entrant, day)
  }
  const comeBack = (returning: Returning, day: number) => {
    if (returning.isDelayed) return enter(returning, day)
    afterCare.countReturn(returning.child, day)
    returning.child.periods.push({ fromDay: day })
    world.settle(returning, day)
  }
  for (const child of inCare) world.schedule(child, 0)
  for (let day = 1; day <= axes.days; day++) {
    const month = monthOf(model, day)
    const candidatesToday = candidates.filter(({ entryDay }) => entryDay === day)
    actInTurn(day, register)
    register += candidatesToday.length
    const due = world.dueOn(day)
    const asking = due.filter((child) => asks(world, chosen, child, day))
    // Who leaves, or moves to where nobody has to ask, frees its place before anybody asks for one.
    for (const child of due) if (!asking.includes(child)) happen(world, chosen, child, day, count)
    const inNeed = [
      ...asking.map((child) => ({ child, act: () => happen(world, chosen, child, day, count) })),
      ...(returns.get(day) ?? []).map((returning) => ({
        child: returning.child,
        act: () => comeBack(returning, day),
      })),
    ]
    for (const { act } of inNeed.sort((one, other) => one.child.number - other.child.number)) act()
    for (const candidate of candidatesToday) {
      const fate = fateOf(candidate, day)
      if (fate === 'enters') {
        if (candidate.comesBack) afterCare.countEarlierLeaver(day)
        enter(candidate, day)
      } else if (fate !== 'never') expect(fate)
    }
    for (const entrant of extraEntrantsOf(day)) enter(entrant, day)
    for (const child of leavers.splice(0)) {
      const returning = afterCare.follow(child)
      if (returning) expect(returning)
    }
    for (const child of inCare) {
      count('care_days', month, homeOf(child))
      prices.payDay(child, month)
      if (axes.monthEnd[month] === day) count('children', month, homeOf(child))
    }
    if (axes.monthEnd[month] === day)
      for (const [stock, { placement }] of model.carers.entries())
        row[layout.usablePlaces + month * model.carers.length + stock] = limits.limitsOn(day)[placement]
  }
  prices.finish(limits.limitsOn)
  afterCare.finish(conditions.priceShocks)
  chosen.finish()
  return { children, limitsOn: limits.limitsOn, row }
}

/** Returns what the package makes happen first on a day, effect by effect in their turn. */
function inTurn(world: PlainWorld, chosen: PlainPackage): (day: number, register: number) => void {
  const acts = actingOf(chosen.inTurn, 'extra', 'review').map((acting) =>
    acting.effect.kind === 'review'
      ? plainReview(world, chosen, { ...acting, effect: acting.effect })
      : plainExtraEvents(world, chosen, { ...acting, effect: acting.effect }),
  )
  return (day, register) => {
    for (const act of acts) act(day, register)
  }
}

function conditionsOf(model: Model, keys: RunKeys): PlainConditions {
  const ones = () => new Float64Array(model.axes.years.length).fill(1)
  const years = { entryShocks: ones(), exitShocks: ones(), priceShocks: ones() }
  drawMultipliers(model.shocks, keys, years)
  const byDay = (shocks: Float64Array, shifts: Float64Array) =>
    [...shifts].map((shift, day) => shocks[yearOf(model, day)] * shift)
  return {
    entryFactor: byDay(years.entryShocks, model.shifts.entries),
    exitFactor: byDay(years.exitShocks, model.shifts.exits),
    priceShocks: years.priceShocks,
  }
}

function monthOf({ axes }: Model, day: number): number {
  return axes.monthEnd.findIndex((end) => end >= day)
}

function yearOf(model: Model, day: number): number {
  return model.axes.yearOfMonth[monthOf(model, day)]
}

function countInto(row: Int32Array, layout: RowLayout, model: Model): Count {
  return (measure, month, index) => {
    if (measure === 'reason') row[layout.exitsByReason + month * model.axes.reasons.length + index]++
    else row[layout.offset[measure] + month * layout.placements + index]++
  }
}

/** Tells whether a child asks on a day for a place of which there are few, since it is to move there and nothing refuses it. */
function asks(
  { model, conditions }: PlainWorld,
  chosen: PlainPackage,
  child: LivingChild,
  day: number,
): boolean {
  if (child.turns18 <= day) return false
  const outcome = outcomeOf(model, conditions, child, day)!
  const wanted = outcome - EXIT_REASONS.length
  if (wanted < 0 || wanted === homeOf(child) || model.places.limit[wanted] === UNLIMITED) return false
  return refusing(model, chosen, child, day, outcome) === undefined
}

/** Lets what happens to a child on the day that it is due happen; where it is still in care it is scheduled anew. */
function happen(
  world: PlainWorld,
  chosen: PlainPackage,
  child: LivingChild,
  day: number,
  count: Count,
): void {
  const { model, conditions } = world
  if (child.turns18 <= day) world.leave(child, day, EXIT_REASONS.length)
  else {
    const outcome = outcomeOf(model, conditions, child, day)!
    const refused = refusing(model, chosen, child, day, outcome)
    if (refused) chosen.count('cases', refused.position, day)
    else if (outcome < EXIT_REASONS.length) world.leave(child, day, outcome)
    else moveNaturally(world, child, day, outcome - EXIT_REASONS.length, count)
  }
  if (world.inCare.includes(child)) world.schedule(child, day)
}

/** Moves a child to the placement that it needs, or down its overflow list; who meets its own on the way stays there. */
function moveNaturally(world: PlainWorld, child: LivingChild, day: number, wanted: number, count: Count) {
  const home = homeOf(child)
  const target = world.firstWithRoom(child, day, wanted, home)
  if (target !== wanted) count('over_places', monthOf(world.model, day), wanted)
  if (target !== undefined && (target !== home || wanted === home)) world.move(child, day, target)
}
