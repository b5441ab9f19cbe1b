// More exits and moves than happen anyway: for each such effect a process of its own, superposed on the baseline's. It visits
// children of the register at random, so that the same child is visited in every package that has the effect (A22).
import { EXIT_REASONS } from '../../domain/exit-reason.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Eligible, ExtraEvents } from '../../model/programme.ts'
import { drawBlocks, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { leaveCare } from './books.ts'
import { cellOf, isEligible, isInCare, lifeIn, scheduleLife, splitLife, unscheduleLife } from './lives.ts'
import { yearOf } from './refusals.ts'
import { move, variantsWithRoom } from './settle.ts'
import {
  type ActingEffect,
  actingOf,
  countReached,
  type EventBuffers,
  NO_LIFE,
  type VariantSpace,
} from './variant-space.ts'

const PER_WORD = 2 ** -32
/** Blocks of two looks each, before whoever comes next is taken. */
const TRIES = 64

/** Events whose blocks are drawn at once. */
const BATCH = 64

const firstWord = new Int32Array(1)
const secondWord = new Int32Array(1)

/** One effect's process in a run. */
export class ExtraProcess {
  readonly isReview = false
  readonly order: number
  readonly intervention: number
  readonly variants: number
  readonly first: number
  readonly second: number
  /** Its outcomes by index; most effects have one. */
  readonly outcomes: Int32Array
  readonly eligible: Eligible
  /** [day] events per day at full strength; empty where they come by a hazard ratio. */
  readonly perDay: Float64Array
  readonly extraRatio: number
  readonly areExits: boolean
  /** Number of the next event. */
  event = -1
  /** Blocks of the events from a multiple of BATCH on: the wait for each, and which child it visits. */
  readonly waitWords: Int32Array
  readonly childWords: Int32Array
  /** [CLOCK] the summed intensity at which the next event comes, [INTENSITY] that so far, [BOUND] see below. */
  readonly numbers: Float64Array

  constructor(
    { effect, order, intervention, variants, first, second }: ActingEffect<ExtraEvents>,
    outcomes: Int32Array,
    bound: number,
    { waitWords, childWords, numbers }: EventBuffers,
  ) {
    this.order = order
    this.intervention = intervention
    this.variants = variants
    this.first = first
    this.second = second
    this.outcomes = outcomes
    this.eligible = effect.eligible
    this.perDay = effect.perDay
    this.extraRatio = effect.extraRatio
    this.areExits = outcomes[0] < EXIT_REASONS.length
    this.waitWords = waitWords
    this.childWords = childWords
    this.numbers = numbers.fill(0)
    this.numbers[BOUND] = bound
  }
}

const CLOCK = 0
const INTENSITY = 1
/** The largest hazard per day of an extra event for one child; 0 for events by number. */
const BOUND = 2

/** Prepares the processes of a run, in the programme's order. */
export function beginExtraEvents(model: Model, space: VariantSpace): ExtraProcess[] {
  const { exitFactor } = space.base
  let largestExitFactor = 0
  for (let day = 0; day <= model.axes.days; day++)
    largestExitFactor = Math.max(largestExitFactor, exitFactor[day])
  return actingOf(space, 'extra').map((acting, index) => {
    const { extraRatio, eligible } = acting.effect
    const outcomes = outcomesOf(acting.effect.outcomes)
    const areExits = outcomes[0] < EXIT_REASONS.length
    const largest = extraRatio > 0 ? largestHazard(model, eligible, outcomes) : 0
    const bound = extraRatio * largest * (areExits ? largestExitFactor : 1)
    const process = new ExtraProcess(acting, outcomes, bound, buffersOf(space, index))
    drawNext(process)
    return process
  })
}

const indicesOf = new WeakMap<Uint8Array, Int32Array>()

/** The outcomes that an effect has, by index. */
function outcomesOf(flags: Uint8Array): Int32Array {
  const known = indicesOf.get(flags)
  if (known) return known
  const indices = Int32Array.from([...flags.keys()].filter((outcome) => flags[outcome] === 1))
  indicesOf.set(flags, indices)
  return indices
}

function buffersOf({ eventBuffers }: VariantSpace, index: number): EventBuffers {
  eventBuffers[index] ??= {
    waitWords: new Int32Array(BATCH),
    childWords: new Int32Array(BATCH),
    numbers: new Float64Array(3),
  }
  return eventBuffers[index]
}

/** Goes on to the next event, and draws the blocks of some more where they are used up. */
function drawNext(process: ExtraProcess): void {
  process.event++
  const at = process.event % BATCH
  if (at === 0) drawBlocks(process, Step.event, process.event, process.waitWords, process.childWords)
  process.numbers[CLOCK] += exponential(process.waitWords[at])
}

/** The largest hazard of some outcomes together in any cell of eligible children. */
function largestHazard(model: Model, { homes }: Eligible, outcomes: Int32Array): number {
  const { cells, axes } = model
  const placements = axes.placements.length
  const ages = homes.length / placements
  const perAge = cells.placementStride / ages
  let largest = 0
  for (let age = 0; age < ages; age++)
    for (let placement = 0; placement < placements; placement++) {
      if (homes[age * placements + placement] === 0) continue
      const first = placement * cells.placementStride + age * perAge
      for (let cell = first; cell < first + perAge; cell++)
        largest = Math.max(largest, hazardOf(model, outcomes, cell))
    }
  return largest
}

/** The hazard per day of some outcomes together in a cell. */
function hazardOf({ cells }: Model, outcomes: Int32Array, cell: number): number {
  const { cumulative } = cells
  const first = cell * cells.outcomes
  let hazard = 0
  for (let index = 0; index < outcomes.length; index++) {
    const at = first + outcomes[index]
    hazard += cumulative[at] - (at > first ? cumulative[at - 1] : 0)
  }
  return hazard
}

/** The first of some outcomes at which the running sum of their hazards exceeds a value; the last of them at most. */
function outcomeAt({ cells }: Model, outcomes: Int32Array, cell: number, value: number): number {
  const { cumulative } = cells
  const first = cell * cells.outcomes
  let hazard = 0
  for (let index = 0; index < outcomes.length; index++) {
    const at = first + outcomes[index]
    hazard += cumulative[at] - (at > first ? cumulative[at - 1] : 0)
    if (value < hazard) return outcomes[index]
  }
  return outcomes[outcomes.length - 1]
}

/** Lets the events of a day happen; `register` children have a number and have entered before it. */
export function extraEventsOn(
  model: Model,
  space: VariantSpace,
  process: ExtraProcess,
  day: number,
  register: number,
): void {
  const { perDay, numbers, intervention } = process
  const isByNumber = perDay.length > 0
  const strength = space.strengths[intervention].byDay[day]
  if (isByNumber) numbers[INTENSITY] += perDay[day] * strength
  else if (space.programme.interventions[intervention].strength[day] > 0)
    numbers[INTENSITY] += register * numbers[BOUND]
  while (numbers[CLOCK] <= numbers[INTENSITY]) {
    if (isByNumber) visitByNumber(model, space, process, day, register)
    else visitByRatio(model, space, process, day, register, strength)
    drawNext(process)
  }
}

/** A visit to a child: an event happens there if its hazard is large enough for the mark. */
function visitByRatio(
  model: Model,
  space: VariantSpace,
  process: ExtraProcess,
  day: number,
  register: number,
  strength: number,
): void {
  const { outcomes, eligible, event, numbers, areExits } = process
  const child = Math.floor((process.childWords[event % BATCH] >>> 0) * PER_WORD * register)
  let left = process.variants
  while (left !== 0) {
    const life = lifeIn(space, 31 - Math.clz32(left & -left), child)
    const variants = life === NO_LIFE ? left & -left : space.variantsOf[life] & left
    left &= ~variants
    if (!isInCare(space, life) || !isEligible(model, space, eligible, life, day)) continue
    const cell = cellOf(model, space, life, day)
    const total = hazardOf(model, outcomes, cell)
    const hazard = strength * process.extraRatio * total * (areExits ? space.base.exitFactor[day] : 1)
    drawBlocks(process, Step.accept, event, firstWord, secondWord)
    if ((firstWord[0] >>> 0) * PER_WORD * numbers[BOUND] >= hazard) continue
    const outcome = outcomeAt(model, outcomes, cell, (secondWord[0] >>> 0) * PER_WORD * total)
    happenTo(model, space, process.intervention, life, variants, outcome, day)
  }
}

/** An event by number: finds whom it happens to in each package, and those that find the same life act as one. */
function visitByNumber(
  model: Model,
  space: VariantSpace,
  process: ExtraProcess,
  day: number,
  register: number,
): void {
  const { outcomes, eligible, variants, intervention, event } = process
  const outcome = outcomes[0]
  let left = variants
  while (left !== 0) {
    const own = left & -left
    const variant = 31 - Math.clz32(own)
    left &= ~own
    const child = findChild(register, process, event, (child) => {
      const life = lifeIn(space, variant, child)
      return isInCare(space, life) && isEligible(model, space, eligible, life, day)
    })
    if (child < 0) countReached(space, 'lapsed', own, intervention, yearOf(model, space, day))
    else happenTo(model, space, intervention, lifeIn(space, variant, child), own, outcome, day)
  }
}

/** Looks at children at random, and then at one after the other, until one is right; -1 where none is. */
export function findChild(
  register: number,
  key: { first: number; second: number },
  event: number,
  isRight: (child: number) => boolean,
): number {
  let child = 0
  for (let attempt = 0; attempt < TRIES && register > 0; attempt++) {
    drawBlocks(key, Step.pick | attempt, event, firstWord, secondWord)
    const other = secondWord[0]
    child = Math.floor((firstWord[0] >>> 0) * PER_WORD * register)
    if (isRight(child)) return child
    child = Math.floor((other >>> 0) * PER_WORD * register)
    if (isRight(child)) return child
  }
  for (let step = 1; step <= register; step++) {
    const next = (child + step) % register
    if (isRight(next)) return next
  }
  return -1
}

/** Lets an exit or a move happen to a life in some or all of its variants; a move that finds no room lapses. */
export function happenTo(
  model: Model,
  space: VariantSpace,
  intervention: number,
  life: number,
  variants: number,
  outcome: number,
  day: number,
): void {
  const year = yearOf(model, space, day)
  const wanted = outcome - EXIT_REASONS.length
  const isPossible = wanted < 0 || wanted === space.base.placement[life]
  const possible = isPossible ? variants : variantsWithRoom(space, variants, wanted)
  if (possible !== variants) countReached(space, 'lapsed', variants & ~possible, intervention, year)
  if (possible === 0) return
  countReached(space, 'cases', possible, intervention, year)
  let own = life
  if (possible === space.variantsOf[life]) unscheduleLife(space, life)
  else own = splitLife(space, life, possible)
  if (wanted < 0) leaveCare(model, space, own, day, outcome)
  else {
    move(model, space, own, day, wanted)
    scheduleLife(model, space, own, day)
  }
}
