// Exits and moves that a package makes beside those that happen anyway, and those that it refuses, said plainly (A22).
import { AGE_BANDS } from '../../domain/age-band.ts'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Eligible, ExtraEvents, FewerEvents } from '../../model/packages/programme.ts'
import { block, Step } from '../addresses.ts'
import { homeOf, type LivingChild, uniform } from './child.ts'
import { countOf } from './counts.ts'
import { cellOf } from './hazards.ts'
import { pickChild } from './process.ts'
import { type Acting, actingOf, isFor, reaches } from './programme.ts'
import { hasRoom, leave, move, type PlainWorld, schedule } from './world.ts'

/** Returns whether an effect can still reach a child on a day: it is in care, and does not turn 18 on the day (A9). */
export function canBeReached({ inCare }: PlainWorld, child: LivingChild, day: number): boolean {
  return inCare.includes(child) && child.turns18 > day
}

/** Lets a child leave or move as an effect has it, and counts it; one who finds the placement full stays, and is counted so. */
export function happenByEffect(
  world: PlainWorld,
  { position }: Acting,
  child: LivingChild,
  day: number,
  outcome: number,
): void {
  const wanted = outcome - EXIT_REASONS.length
  const isFull = wanted >= 0 && wanted !== homeOf(child) && !hasRoom(world, wanted)
  countOf(world, isFull ? 'lapsed' : 'cases', position, day)
  if (isFull) return
  if (wanted < 0) leave(world, child, day, outcome)
  else {
    move(world, child, day, wanted)
    schedule(world, child, day)
  }
}

/** Lets the extra exits or moves of an effect happen on a day: so many a year, or by a ratio above 1 (A22). */
export function letHappenByEffects(world: PlainWorld, acting: Acting<ExtraEvents>, day: number): void {
  if (acting.effect.perDay.length > 0) letHappenByNumber(world, acting, day)
  else letHappenByRatio(world, acting, day)
}

/** Each event finds a child at random among those whom the effect is for; where there is none it lapses. */
function letHappenByNumber(world: PlainWorld, acting: Acting<ExtraEvents>, day: number): void {
  const { effect, key, strength, position } = acting
  for (const event of acting.eventsFor(effect.perDay[day] * strength[day])) {
    const child = pickChild(key, event, world.register, (number) =>
      childFor(world, effect.eligible, number, day),
    )
    if (child) happenByEffect(world, acting, child, day, effect.outcomes.indexOf(1))
    else countOf(world, 'lapsed', position, day)
  }
}

/** Returns the child of a number, if an effect can reach it on a day and is for it. */
export function childFor(
  world: PlainWorld,
  eligible: Eligible,
  number: number,
  day: number,
): LivingChild | undefined {
  return world.inCare.find(
    (child) =>
      child.number === number && canBeReached(world, child, day) && isFor(eligible, world.model, child, day),
  )
}

/** Each event visits a number of the register, as often as the most endangered child needs; most visits come to nothing. */
function letHappenByRatio(world: PlainWorld, acting: Acting<ExtraEvents>, day: number): void {
  const { effect, key, intervention } = acting
  if (intervention.strength[day] <= 0) return
  const exitFactor = effect.outcomes.indexOf(1) < EXIT_REASONS.length ? world.conditions.exitFactor[day] : 1
  const expected = world.register * world.mostExtra.get(acting)! * exitFactor
  for (const event of acting.eventsFor(expected)) {
    const number = Math.floor(uniform(block(key, event, Step.event).second) * world.register)
    const child = childFor(world, effect.eligible, number, day)
    if (!child || !reaches(acting, effect.reach, child)) continue
    const outcome = outcomeOfVisit(world, acting, event, child, day)
    if (outcome !== undefined) happenByEffect(world, acting, child, day, outcome)
  }
}

/** What a visit to a child comes to: its hazards against the most that there can be, each outcome in proportion to its own. */
function outcomeOfVisit(
  { model, mostExtra }: PlainWorld,
  acting: Acting<ExtraEvents>,
  event: number,
  child: LivingChild,
  day: number,
): number | undefined {
  const { effect, key, strength } = acting
  const hazards = hazardsIn(model, cellOf(model, child, day), effect.outcomes)
  const total = hazards.reduce((sum, { hazard }) => sum + hazard, 0)
  const marks = block(key, event, Step.accept)
  const rate = strength[day] * effect.extraRatio * total
  if (uniform(marks.first) * mostExtra.get(acting)! >= rate) return undefined
  const within = uniform(marks.second) * total
  let running = 0
  return hazards.find(({ hazard }) => {
    running += hazard
    return within < running
  })!.outcome
}

/** Returns the most events a day that an effect by a ratio can bring a child. */
export function mostExtraOf(model: Model, { effect }: Acting<ExtraEvents>): number {
  return effect.perDay.length > 0 ? 0 : effect.extraRatio * largestHazard(model, effect)
}

/** The hazards per day of some outcomes in a cell. */
function hazardsIn({ cells }: Model, cell: number, outcomes: Uint8Array) {
  const cumulative = cells.cumulative.subarray(cell * cells.outcomes, (cell + 1) * cells.outcomes)
  return [...cumulative]
    .map((sum, outcome) => ({ outcome, hazard: sum - (cumulative[outcome - 1] ?? 0) }))
    .filter(({ outcome }) => outcomes[outcome] === 1)
}

/** The largest hazard per day of the outcomes of an effect, over the cells of children whom it is for. */
function largestHazard(model: Model, { outcomes, eligible }: ExtraEvents): number {
  const { bounding, placementStride } = model.cells
  const cellsPerAge = placementStride / AGE_BANDS.length
  let largest = 0
  for (let cell = 0; cell < bounding.length; cell++) {
    const placement = Math.floor(cell / placementStride)
    const age = Math.floor((cell % placementStride) / cellsPerAge)
    if (eligible.homes[age * model.axes.placements.length + placement] === 0) continue
    const total = hazardsIn(model, cell, outcomes).reduce((sum, { hazard }) => sum + hazard, 0)
    largest = Math.max(largest, total)
  }
  return largest
}

/** Returns the effect, if any, that keeps what would happen to a child on a day from happening. */
export function refusing(
  { model, package: chosen }: PlainWorld,
  child: LivingChild,
  day: number,
  outcome: number,
): Acting<FewerEvents> | undefined {
  return actingOf(chosen.inTurn, 'fewer').find(
    (acting) =>
      acting.effect.outcomes[outcome] === 1 &&
      isFor(acting.effect.eligible, model, child, day) &&
      reaches(acting, acting.effect.reach, child) &&
      uniform(block(acting.key, child.number, Step.refuse + day).first) <
        (1 - acting.effect.ratio) * acting.strength[day],
  )
}
