// The slow, obvious twin of simulateRun: a list of children, a loop over days, a census at the close of each day. It
// draws the same addressed numbers and must agree with the hot path to the last number; tests hold that.
//
// Read this file first: it says in which order things happen on a day. Then, in this order: child.ts, who the children are;
// begin-world.ts and world.ts, what there is and what can happen to a child; conditions.ts, entrants.ts and hazards.ts, what is
// drawn; limits.ts, where there is room; after-care.ts and prices.ts; counts.ts, where all is counted. That is the baseline.
// A package comes on top: programme.ts with posts.ts and process.ts; let-package-act.ts, where each kind of effect acts, and what
// it does: events.ts, review.ts, prevention.ts, extra-entries.ts, effects-after-care.ts; what it costs: intervention-costs.ts.
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Model } from '../../model/compile-model.ts'
import { UNLIMITED } from '../../model/places.ts'
import type { RunKeys } from '../addresses.ts'
import { countEarlierLeaver, countReturn, countStart, follow, writePaymentPrices } from './after-care.ts'
import { beginWorld } from './begin-world.ts'
import { type Entrant, homeOf, type LivingChild, type PlainChild, type Returning } from './child.ts'
import { count, countInMonth, countOf, monthOf } from './counts.ts'
import { refusing } from './events.ts'
import { extraEntrantsOn } from './extra-entries.ts'
import { outcomeOf } from './hazards.ts'
import { countPostDays, writeCosts } from './intervention-costs.ts'
import { letPackageAct } from './let-package-act.ts'
import { countPlaceDays, limitsOn, openPlaces } from './limits.ts'
import { fateOf } from './prevention.ts'
import { payDay, writePrices } from './prices.ts'
import type { Choice } from './programme.ts'
import { dueOn, firstWithRoom, leave, move, type PlainWorld, schedule, settle } from './world.ts'

/** What became of everyone in one run. */
export interface PlainRun {
  /** Every child that was in care. */
  children: PlainChild[]
  /** Returns what each placement can take by arrival on a day. */
  limitsOn: (day: number) => Int32Array
  /** The same numbers as simulateRun writes. */
  row: Int32Array
}

/** Simulates one run, of the baseline or of the package chosen: day by day, from the day after the start (A1). */
export function simulatePlainly(model: Model, keys: RunKeys, choice?: Choice): PlainRun {
  const world = beginWorld(model, keys, choice)
  for (const child of world.inCare) schedule(world, child, 0)
  for (let day = 1; day <= model.axes.days; day++) simulateDay(world, day)
  writePrices(world)
  writePaymentPrices(world)
  countPostDays(world, world.package)
  countPlaceDays(world, world.limits)
  writeCosts(world, world.package)
  return { children: world.children, limitsOn: (day) => limitsOn(world.limits, day), row: world.row }
}

/**
 * Lets a day happen. Who leaves, or moves to where nobody has to ask, frees its place before anybody asks for one; then
 * those who ask are served, and the entrants of the day behind them (A7).
 */
function simulateDay(world: PlainWorld, day: number): void {
  openPlaces(world.limits, day)
  letPackageAct(world, day)
  const due = dueOn(world, day)
  const asking = due.filter((child) => asks(world, child, day))
  for (const child of due) if (!asking.includes(child)) letHappen(world, child, day)
  serveThoseWhoAsk(world, asking, day)
  letEnter(world, day)
  followLeavers(world)
  takeCensus(world, day)
}

/** Tells whether a child asks on a day for a place of which there are few, since it is to move there and nothing refuses it. */
function asks(world: PlainWorld, child: LivingChild, day: number): boolean {
  if (child.turns18 <= day) return false
  const outcome = outcomeOf(world, child, day)!
  const wanted = outcome - EXIT_REASONS.length
  if (wanted < 0 || wanted === homeOf(child) || world.model.places.limit[wanted] === UNLIMITED) return false
  return refusing(world, child, day, outcome) === undefined
}

/** Lets what happens to a child on the day that it is due happen (A3, A9); where it is still in care it is scheduled anew. */
function letHappen(world: PlainWorld, child: LivingChild, day: number): void {
  if (child.turns18 <= day) leave(world, child, day, EXIT_REASONS.length)
  else {
    const outcome = outcomeOf(world, child, day)!
    const refused = refusing(world, child, day, outcome)
    if (refused) countOf(world, 'cases', refused.position, day)
    else if (outcome < EXIT_REASONS.length) leave(world, child, day, outcome)
    else moveNaturally(world, child, day, outcome - EXIT_REASONS.length)
  }
  if (world.inCare.includes(child)) schedule(world, child, day)
}

/** Moves a child to the placement that it needs, or down its overflow list; who meets its own on the way stays there (A7). */
function moveNaturally(world: PlainWorld, child: LivingChild, day: number, wanted: number): void {
  const home = homeOf(child)
  const target = firstWithRoom(world, child, day, wanted, home)
  if (target !== wanted) count(world, 'over_places', day, wanted)
  if (target !== undefined && (target !== home || wanted === home)) move(world, child, day, target)
}

/** Serves those in care who ask for a place and those who come back today, by their numbers (A7). */
function serveThoseWhoAsk(world: PlainWorld, asking: LivingChild[], day: number): void {
  const returning = world.returns.get(day) ?? []
  const inNeed = [
    ...asking.map((child) => ({ child, serve: () => letHappen(world, child, day) })),
    ...returning.map((one) => ({ child: one.child, serve: () => comeBack(world, one, day) })),
  ]
  for (const { serve } of inNeed.sort((one, other) => one.child.number - other.child.number)) serve()
}

/** Begins another period of care (A18), or the first one of a child whose entry was only put off (A24). */
function comeBack(world: PlainWorld, returning: Returning, day: number): void {
  if (returning.isDelayed) enter(world, returning, day)
  else {
    countReturn(world, returning.child, day)
    returning.child.periods.push({ fromDay: day })
    settle(world, returning, day)
  }
}

/** Lets the entrants of the day enter (A5), but those whom services keep out (A23), and then the package's own (A27). */
function letEnter(world: PlainWorld, day: number): void {
  const candidates = world.candidates.filter(({ entryDay }) => entryDay === day)
  for (const candidate of candidates) {
    const fate = fateOf(world, candidate, day)
    if (fate === 'enters') {
      if (candidate.comesBack) countEarlierLeaver(world, day)
      enter(world, candidate, day)
    } else if (fate !== 'never') expectBack(world, fate)
  }
  for (const entrant of extraEntrantsOn(world, day)) enter(world, entrant, day)
  world.register += candidates.length
}

function enter(world: PlainWorld, entrant: Entrant, day: number): void {
  countStart(world, day)
  world.children.push(entrant.child)
  settle(world, entrant, day)
}

/** Follows those who left today: to what is paid for them (A19), and to the day on which they come back (A18). */
function followLeavers(world: PlainWorld): void {
  for (const child of world.leavers.splice(0)) {
    const returning = follow(world, child)
    if (returning) expectBack(world, returning)
  }
}

function expectBack({ returns }: PlainWorld, returning: Returning): void {
  returns.set(returning.day, [...(returns.get(returning.day) ?? []), returning])
}

/** Counts who is in care at the close of the day, which is a care day (A1), and at the end of a month which places there are. */
function takeCensus(world: PlainWorld, day: number): void {
  const { model, limits, axes, layout, row } = world
  const month = monthOf(axes, day)
  const isMonthEnd = axes.monthEnd[month] === day
  for (const child of world.inCare) {
    countInMonth(world, 'care_days', month, homeOf(child))
    payDay(world, child, month)
    if (isMonthEnd) countInMonth(world, 'children', month, homeOf(child))
  }
  if (!isMonthEnd) return
  for (const [stock, { placement }] of model.carers.entries())
    row[layout.usablePlaces + month * model.carers.length + stock] = limits.today[placement]
}
