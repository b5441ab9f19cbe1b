// Exits and moves that a package makes beside those that happen anyway, and those that it refuses, as plain.ts says them (A22).
import { AGE_BANDS } from '../../domain/age-band.ts'
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Model } from '../../model/compile-model.ts'
import type { ExtraEvents, FewerEvents } from '../../model/packages/programme.ts'
import { block, Step } from '../addresses.ts'
import { type LivingChild, uniform } from './child.ts'
import { pickChild, plainProcess } from './process.ts'
import { type Acting, actingOf, isFor, type PlainPackage, reaches } from './programme.ts'
import { cellOf, type PlainWorld } from './world.ts'

/** Returns whether an effect can still reach a child on a day: it is in care, and does not turn 18 on the day (A9). */
export function canBeReached({ inCare }: PlainWorld, child: LivingChild, day: number): boolean {
  return inCare.includes(child) && child.turns18 > day
}

/** Lets a child leave or move as an effect has it, and counts it; one who finds the placement full stays, and is counted so. */
export function happenByEffect(
  world: PlainWorld,
  { count }: PlainPackage,
  { position }: Acting,
  child: LivingChild,
  day: number,
  outcome: number,
): void {
  const wanted = outcome - EXIT_REASONS.length
  if (wanted < 0) world.leave(child, day, outcome)
  else if (wanted === child.placements.at(-1)!.placement || world.hasRoom(wanted, day)) {
    world.move(child, day, wanted)
    world.schedule(child, day)
  } else {
    count('lapsed', position, day)
    return
  }
  count('cases', position, day)
}

/** Returns what makes the extra events of an effect of a day; `register` is how many numbers there are by then. */
export function plainExtraEvents(
  world: PlainWorld,
  chosen: PlainPackage,
  acting: Acting<ExtraEvents>,
): (day: number, register: number) => void {
  return acting.effect.perDay.length > 0
    ? extraByNumber(world, chosen, acting)
    : extraByRatio(world, chosen, acting)
}

function extraByNumber(world: PlainWorld, chosen: PlainPackage, acting: Acting<ExtraEvents>) {
  const { effect, key, strengthOn, position } = acting
  const outcome = effect.outcomes.indexOf(1)
  const eventsFor = plainProcess(key)
  return (day: number, register: number) => {
    for (const event of eventsFor(effect.perDay[day] * strengthOn(day))) {
      const child = pickChild(key, event, register, (number) =>
        world.inCare.find(
          (one) =>
            one.number === number &&
            canBeReached(world, one, day) &&
            isFor(effect.eligible, world.model, one, day),
        ),
      )
      if (child) happenByEffect(world, chosen, acting, child, day, outcome)
      else chosen.count('lapsed', position, day)
    }
  }
}

function extraByRatio(world: PlainWorld, chosen: PlainPackage, acting: Acting<ExtraEvents>) {
  const { effect, key, strengthOn, intervention } = acting
  const { model, conditions } = world
  const areExits = effect.outcomes.indexOf(1) < EXIT_REASONS.length
  const exitFactor = areExits ? conditions.exitFactor : conditions.exitFactor.map(() => 1)
  const bound = effect.extraRatio * largestHazard(model, effect)
  const eventsFor = plainProcess(key)
  return (day: number, register: number) => {
    if (intervention.strength[day] <= 0) return
    for (const event of eventsFor(register * bound * exitFactor[day])) {
      const number = Math.floor(uniform(block(key, event, Step.event).second) * register)
      const child = world.inCare.find((one) => one.number === number)
      if (!child || !canBeReached(world, child, day) || !isFor(effect.eligible, model, child, day)) continue
      if (!reaches(acting, effect.reach, child)) continue
      const hazards = hazardsIn(model, cellOf(model, child, day), effect.outcomes)
      const total = hazards.reduce((sum, { hazard }) => sum + hazard, 0)
      const marks = block(key, event, Step.accept)
      const rate = strengthOn(day) * effect.extraRatio * total
      if (uniform(marks.first) * bound >= rate) continue
      const within = uniform(marks.second) * total
      let running = 0
      const happening = hazards.find(({ hazard }) => {
        running += hazard
        return within < running
      })!
      happenByEffect(world, chosen, acting, child, day, happening.outcome)
    }
  }
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
  model: Model,
  { inTurn }: PlainPackage,
  child: LivingChild,
  day: number,
  outcome: number,
): Acting<FewerEvents> | undefined {
  return actingOf(inTurn, 'fewer').find(
    (acting) =>
      acting.effect.outcomes[outcome] === 1 &&
      isFor(acting.effect.eligible, model, child, day) &&
      reaches(acting, acting.effect.reach, child) &&
      uniform(block(acting.key, child.number, Step.refuse + day).first) <
        (1 - acting.effect.ratio) * acting.strengthOn(day),
  )
}
