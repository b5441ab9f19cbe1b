// When the extra events of an effect come, and whom they visit. Neither hangs on what happens in the run, so both are written
// into the calendar ahead of the days, and extra-events.ts is asked only on the days of events.
import { drawBlocks, Step, uniformOf } from '../addresses.ts'
import { exponential } from '../exponential.ts'
import { memory } from '../memory.ts'
import { type EventCalendar, makeRoomFor } from './event-calendar.ts'
import { BATCH, type ExtraProcess, PlaceOf } from './extra-process.ts'
import type { VariantSpace } from './variant-space.ts'

const { turns18, entryDay } = memory
// Constants to V8, unlike what is imported.
const exponentialOf = exponential
const uniform = uniformOf
const EVENTS = BATCH | 0
const { clock: CLOCK, intensity: INTENSITY, bound: BOUND, ratio: RATIO } = PlaceOf

const waitWords = new Int32Array(EVENTS)
/** [event of a batch] its day. */
const dayOf = new Int32Array(EVENTS)

/** Goes back to the start of a run. */
export function resetTimes(process: ExtraProcess, bound: number, ratio: number): void {
  const { numbers } = process
  numbers[CLOCK] = 0
  numbers[INTENSITY] = 0
  numbers[BOUND] = bound
  numbers[RATIO] = ratio
  process.day = 0
  process.first = -EVENTS
  drawBatch(process)
}

/** Draws the next events; the clock then stands at the first of them. */
function drawBatch(process: ExtraProcess): void {
  const { key, waits, childWords, acceptWords, outcomeWords } = process
  process.first += EVENTS
  process.at = 0
  drawBlocks(key, Step.event, process.first, waitWords, childWords)
  if (process.perDay.length === 0) drawBlocks(key, Step.accept, process.first, acceptWords, outcomeWords)
  for (let at = 0; at < EVENTS; at++) waits[at] = exponentialOf(waitWords[at])
  process.numbers[CLOCK] += waits[0]
}

/** Writes the events of a process into the calendar, up to the end of its window; `effect` is its number there. */
export function writeEvents(space: VariantSpace, process: ExtraProcess, effect: number): void {
  const { model, calendar } = space
  const last = Math.min(calendar.end - 1, model.axes.days)
  const isByNumber = process.perDay.length > 0
  for (;;) {
    const from = process.at
    const to = isByNumber ? passDaysByNumber(process, last) : passDays(process, space.register, last)
    makeRoomFor(calendar, EVENTS)
    if (isByNumber) keepAll(calendar, process, effect, from, to)
    else keepPossible(space, process, effect, from, to)
    process.at = to
    if (to < EVENTS) return
    drawBatch(process)
  }
}

/** Writes on which days events come, from the next one on; returns which is the first that does not until the last day, or EVENTS. */
function passDays(process: ExtraProcess, register: Int32Array, last: number): number {
  const { numbers, planned, factor, waits } = process
  const bound = numbers[BOUND]
  let clock = numbers[CLOCK]
  let intensity = numbers[INTENSITY]
  let { day, at } = process
  for (;;) {
    // Every child of the register adds the same on a day.
    while (intensity < clock && day < last) {
      day = (day + 1) | 0
      if (planned[day] > 0) intensity += register[day] * bound * factor[day]
    }
    if (intensity < clock) break
    dayOf[at] = day
    at = (at + 1) | 0
    if (at === EVENTS) break
    clock += waits[at]
  }
  numbers[CLOCK] = clock
  numbers[INTENSITY] = intensity
  process.day = day
  return at
}

/** The same for events by number. */
function passDaysByNumber(process: ExtraProcess, last: number): number {
  const { numbers, perDay, strength, waits } = process
  let clock = numbers[CLOCK]
  let intensity = numbers[INTENSITY]
  let { day, at } = process
  for (;;) {
    while (intensity < clock && day < last) {
      day = (day + 1) | 0
      intensity += perDay[day] * strength[day]
    }
    if (intensity < clock) break
    dayOf[at] = day
    at = (at + 1) | 0
    if (at === EVENTS) break
    clock += waits[at]
  }
  numbers[CLOCK] = clock
  numbers[INTENSITY] = intensity
  process.day = day
  return at
}

function keepAll(
  calendar: EventCalendar,
  process: ExtraProcess,
  effect: number,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const event = calendar.events++
    calendar.effect[event] = effect
    calendar.day[event] = dayOf[at]
    calendar.eventNumber[event] = process.first + at
  }
}

/**
 * Keeps those events whose mark is below a hazard that the child can have at its age, and after its time in care where that is
 * known: others never happen, wherever it lives.
 * All are written and overwritten by the next that is kept, since the processor would guess most branches wrongly.
 */
function keepPossible(
  space: VariantSpace,
  process: ExtraProcess,
  effect: number,
  from: number,
  to: number,
): void {
  const { calendar, register } = space
  const { numbers, strength, largest, childWords, acceptWords, outcomeWords } = process
  const { effect: effects, day: days, child: children, mark: marks, outcomeWord } = calendar
  const { ageBand, careBand, ageStride, careStride } = space.model.cells
  const bound = numbers[BOUND]
  const ratio = numbers[RATIO]
  let kept = calendar.events
  for (let at = from; at < to; at++) {
    const day = dayOf[at]
    const child = (uniform(childWords[at]) * register[day]) | 0
    const daysTo18 = turns18[child] - day
    const isChild = Number(daysTo18 > 0)
    const inCare = careBand[(day - entryDay[child]) * isChild] * careStride
    const cell = ageBand[daysTo18 * isChild] * ageStride + inCare
    const most = strength[day] * ratio * largest[cell]
    const mark = uniform(acceptWords[at]) * bound
    effects[kept] = effect
    days[kept] = day
    children[kept] = child
    marks[kept] = mark
    outcomeWord[kept] = outcomeWords[at]
    kept = (kept + (isChild & Number(mark < most))) | 0
  }
  calendar.events = kept
}
