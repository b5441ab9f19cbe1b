// When the extra events of an effect come, and whom they visit. Neither hangs on what happens in the run, so both are worked
// out ahead, a batch at a time, and extra-events.ts is asked only on the days of events.
import { AGE_BANDS } from '../../domain/age-band.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/programme.ts'
import { drawBlocks, type Key, Step } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import type { VariantSpace } from './variant-space.ts'

const PER_WORD = 2 ** -32
// A constant to V8, unlike what is imported.
const exponentialOf = exponential

/** Events whose blocks are drawn at once. */
const BATCH = 64

const waitWords = new Int32Array(BATCH)
const childWords = new Int32Array(BATCH)
const acceptWords = new Int32Array(BATCH)
const outcomeWords = new Int32Array(BATCH)
/** [event of a batch] standard exponential wait since the one before, and day. */
const waits = new Float64Array(BATCH)
const dayOf = new Int32Array(BATCH)

/** Places in the numbers of a process. */
const CLOCK = 0
const INTENSITY = 1
const BOUND = 2
export const RATIO = 3

/** One effect's process in a run; the objects are kept from one run to the next. */
export class ExtraProcess {
  readonly isReview = false
  order = 0
  intervention = 0
  variants = 0
  /** Key of its draws. */
  key: Key = { first: 0, second: 0 }
  /** Its outcomes by index; most effects have one. */
  outcomes: Int32Array = new Int32Array(0)
  areExits = false
  eligible: Eligible = { homes: new Uint8Array(0), careFrom: 0, careTo: 0 }
  /** [day] events per day at full strength; empty where they come by a hazard ratio. */
  perDay: Float64Array = new Float64Array(0)
  /** [day] strength of the intervention as it is planned, and in the run. */
  planned: Float64Array = new Float64Array(0)
  strength: Float64Array = new Float64Array(0)
  /**
   * [CLOCK] the summed intensity at which the next event comes, [INTENSITY] that so far, [RATIO] hazard ratio less 1, [BOUND]
   * the largest hazard per day of an extra event for one child; the last two are 0 for events by number.
   */
  readonly numbers = new Float64Array(4)
  /** [age] the largest hazard per day of its outcomes that an eligible child of the age can have. */
  readonly largestAtAge = new Float64Array(AGE_BANDS.length)
  /** The last day whose intensity is in the sum. */
  day = 0
  /** Number of the first event that is not drawn yet. */
  drawn = 0
  /** How many are ahead in the arrays below, and at which the process is. */
  length = 0
  at = 0
  /** [event ahead] */
  readonly eventDay = new Int32Array(BATCH)
  /** [event ahead] its number, for events by number alone. */
  readonly event = new Int32Array(BATCH)
  /** [event ahead] child that it visits, mark as a hazard, and the word that tells the outcome, for events by ratio alone. */
  readonly child = new Int32Array(BATCH)
  readonly mark = new Float64Array(BATCH)
  readonly outcomeWord = new Int32Array(BATCH)
}

/** Goes back to the start of a run. */
export function resetTimes(process: ExtraProcess, bound: number, ratio: number): void {
  const { numbers } = process
  numbers[CLOCK] = 0
  numbers[INTENSITY] = 0
  numbers[BOUND] = bound
  numbers[RATIO] = ratio
  process.day = 0
  process.drawn = 0
  process.length = 0
  process.at = 0
}

/** Returns the day of the event that the process is at, drawing more where they are used up; behind the last day where none comes. */
export function dayOfEvent(model: Model, space: VariantSpace, process: ExtraProcess): number {
  const { days } = model.axes
  while (process.at === process.length && process.day <= days) {
    process.at = 0
    if (process.perDay.length > 0) drawByNumber(process, days)
    else drawByRatio(model, space, process)
  }
  return process.at < process.length ? process.eventDay[process.at] : days + 1
}

/** Draws the waits and children of the next events; returns the number of the first of them. */
function drawWaits(process: ExtraProcess): number {
  const first = process.drawn
  drawBlocks(process.key, Step.event, first, waitWords, childWords)
  for (let at = 0; at < BATCH; at++) waits[at] = exponentialOf(waitWords[at])
  process.drawn += BATCH
  return first
}

function drawByNumber(process: ExtraProcess, days: number): void {
  const { event, eventDay, numbers, perDay, strength } = process
  const first = drawWaits(process)
  let [clock, intensity] = numbers
  let { day } = process
  process.length = 0
  for (let at = 0; at < BATCH; at++) {
    clock += waits[at]
    while (intensity < clock && day < days) {
      day++
      intensity += perDay[day] * strength[day]
    }
    if (intensity < clock) {
      process.day = days + 1
      return
    }
    event[at] = first + at
    eventDay[at] = day
    process.length++
  }
  numbers[CLOCK] = clock
  numbers[INTENSITY] = intensity
  process.day = day
}

function drawByRatio(model: Model, space: VariantSpace, process: ExtraProcess): void {
  drawBlocks(process.key, Step.accept, drawWaits(process), acceptWords, outcomeWords)
  const events = passDays(process, space.register, model.axes.days)
  keepPossible(model, space, process, events)
}

/** Writes on which days the events of a batch come; returns how many do before the end. Every child of the register adds the same. */
function passDays(process: ExtraProcess, register: Int32Array, days: number): number {
  const { numbers, planned } = process
  const bound = numbers[BOUND]
  let clock = numbers[CLOCK]
  let intensity = numbers[INTENSITY]
  let { day } = process
  for (let at = 0; at < BATCH; at++) {
    clock += waits[at]
    while (intensity < clock && day < days) {
      day = (day + 1) | 0
      if (planned[day] > 0) intensity += register[day] * bound
    }
    if (intensity < clock) {
      process.day = days + 1
      return at
    }
    dayOf[at] = day
  }
  numbers[CLOCK] = clock
  numbers[INTENSITY] = intensity
  process.day = day
  return BATCH
}

/**
 * Keeps those events of a batch whose mark is below a hazard that the child can have at its age: others never happen, wherever
 * it lives. All are written and overwritten by the next that is kept, since the processor would guess most branches wrongly.
 */
function keepPossible({ cells }: Model, space: VariantSpace, process: ExtraProcess, events: number): void {
  const { eventDay, child, mark, outcomeWord, numbers, strength, largestAtAge, areExits } = process
  const { turns18, exitFactor } = space.base
  const { register } = space
  const { ageBand } = cells
  const bound = numbers[BOUND]
  const ratio = numbers[RATIO]
  let kept = 0
  for (let at = 0; at < events; at++) {
    const day = dayOf[at]
    const visited = ((childWords[at] >>> 0) * PER_WORD * register[day]) | 0
    const daysTo18 = turns18[visited] - day
    const isChild = Number(daysTo18 > 0)
    const factor = areExits ? exitFactor[day] : 1
    const largest = strength[day] * ratio * largestAtAge[ageBand[daysTo18 * isChild]] * factor
    const itsMark = (acceptWords[at] >>> 0) * PER_WORD * bound
    eventDay[kept] = day
    child[kept] = visited
    mark[kept] = itsMark
    outcomeWord[kept] = outcomeWords[at]
    kept = (kept + (isChild & Number(itsMark < largest))) | 0
  }
  process.length = kept
}
