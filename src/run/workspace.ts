// What a thread keeps of one model from run to run, and how a model gets into the memory in which its runs are simulated. A thread
// has a workspace for each model; the memory (memory.ts) it has once, and the lives of the present run are there, not here.
import { AGE_BANDS } from '../domain/age-band.ts'
import { hash32 } from '../domain/hash32.ts'
import { eventsPerHazard, hazardPerEvent } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { UNLIMITED } from '../model/places.ts'
import type { Key } from './addresses.ts'
import { writeEntryClock } from './clocks.ts'
import { memory, ROOM_FOR_LIVES } from './memory.ts'
import { type RowLayout, rowLayout } from './run-row.ts'

/** Standard deviations of the number of entrants that there is room for, and some more for small means. */
const ROOM_DEVIATIONS = 12
const ROOM_LEAST = 200

/** Stands in exitDay for a child who has not left. */
export const STILL_IN_CARE = 0x7fffffff

/** Stands in ceasedDay for a child who has not left since the start. */
export const NEVER_CEASED = -1

/** Stands in `placement` for a child who asks for a place and lives nowhere yet: it is about to enter, or to come back. */
export const NOWHERE = -1

/** What after-care.ts keeps for the children who have left. */
interface AfterCareState {
  /** [day] child whose return was scheduled last for the day, or -1. */
  returnHead: Int32Array
  /** [reason * ages + age] exits of the run, with re-entry only. */
  leaversByAge: Int32Array
  /** [year] children who came back. */
  reentries: Int32Array
  /** [year] starts and ceases of children who have had one in the year already. */
  repeatedStarts: Int32Array
  repeatedCeases: Int32Array
  /** [year * payments + payment] */
  paidDays: Int32Array
  /** [payment] key of its draws in the present run, and the address that the key comes from. */
  paymentKeys: Key[]
  paymentAddresses: number[]
}

/** What is kept of one model: the sizes of its arrays are those of its axes. */
export interface Workspace extends AfterCareState {
  readonly model: Model
  /** Of the rows of its runs. */
  readonly layout: RowLayout
  /** Children there is room for: the opening stock, then the entrants, group by group as they arrive. */
  children: number
  /** Whether the model has changed since it was written into the memory. */
  isStale: boolean
  /** Children of the present run: the opening stock and all entrants. */
  cohort: number
  /** [year] multiplier of all hazards to exit, of the entry rate and of all prices in the present run. */
  exitShocks: Float64Array
  entryShocks: Float64Array
  priceShocks: Float64Array
  /** [day] multiplier of the entry rate: that of its year times the shifts of the day. */
  entryFactor: Float64Array
  /** [placement] 1 where children differ in price. */
  pricedByChild: Uint8Array
  /** [year * placements + placement] whole pence a week in the present run. */
  runPence: Float64Array
  /** [month * spread placements + placement] cost of the present run in sevenths of a penny. */
  spreadCost: Float64Array
  /** [stock of carers][day] places that can be used at the close of the day. */
  usablePlaces: Int32Array[]
  /** Placements with a limit; each has a column of its own in `freed`, and this is where that of all others begins. */
  limited: Int32Array
  unlimitedColumn: number
}

/** One child in `flow`, above any sum of days: both are added at once and taken apart at the end of the run. */
export const STOCK = 2 ** 32

/** Makes a workspace for a model. Throws a RangeError for one that there is no room for in the memory. */
export function createWorkspace(model: Model): Workspace {
  const { axes, carers, places } = model
  const limited = [...places.limit.keys()].filter((placement) => places.limit[placement] !== UNLIMITED)
  const space: Workspace = {
    model,
    layout: rowLayout(axes),
    children: 0,
    isStale: false,
    cohort: 0,
    exitShocks: new Float64Array(axes.years.length).fill(1),
    entryShocks: new Float64Array(axes.years.length).fill(1),
    priceShocks: new Float64Array(axes.years.length).fill(1),
    entryFactor: new Float64Array(axes.days + 1).fill(1),
    pricedByChild: Uint8Array.from(axes.placements, (_, placement) =>
      axes.spreadPlacements.includes(placement) ? 1 : 0,
    ),
    runPence: new Float64Array(axes.years.length * axes.placements.length),
    spreadCost: new Float64Array(axes.months.length * axes.spreadPlacements.length),
    usablePlaces: carers.map(() => new Int32Array(axes.days + 1)),
    limited: Int32Array.from(limited),
    unlimitedColumn: limited.length * (axes.days + 2),
    ...afterCareState(model),
  }
  assertRoom(space)
  makeRoom(space, model.entries.expected)
  return space
}

/** Throws where the memory is smaller than a model needs: beyond its end nothing would be written, and nobody would notice. */
function assertRoom({ model, layout, unlimitedColumn }: Workspace): void {
  const { axes, cells, entries } = model
  const { days, months, placements } = axes
  const needs: [what: string, needed: number, room: number][] = [
    ['placements', placements.length, memory.occupied.length - 2],
    ['days', days + 2, memory.head.length],
    ['months by placement', months.length * placements.length, memory.flow.length],
    ['days by limited placement', unlimitedColumn + days + 2, memory.freed.length],
    ['numbers in a row', layout.length, memory.counts.length],
    ['cells', cells.bounding.length, memory.bound.length],
    ['outcomes of cells', cells.cumulative.length, memory.cumulative.length],
    ['pairs of age and placement', entries.pairAge.length, memory.pairAge.length],
  ]
  for (const [what, needed, room] of needs)
    if (needed > room) throw new RangeError(`${needed} ${what}; there is room for ${room}`)
}

function afterCareState({ axes }: Model): AfterCareState {
  const perYear = () => new Int32Array(axes.years.length)
  return {
    returnHead: new Int32Array(axes.days + 1).fill(-1),
    leaversByAge: new Int32Array(axes.reasons.length * AGE_BANDS.length),
    reentries: perYear(),
    repeatedStarts: perYear(),
    repeatedCeases: perYear(),
    paidDays: new Int32Array(axes.years.length * axes.payments.length),
    paymentKeys: [],
    paymentAddresses: axes.payments.map(hash32),
  }
}

/** The workspace whose model is in the memory of this thread. */
let present: Workspace | undefined

/**
 * Takes the memory of the thread for a run of a workspace: writes its model there, unless it is there already, and empties the
 * lists. Every run begins with it, since the run before may have been of another model.
 */
export function takeMemory(space: Workspace): void {
  const { model } = space
  const { following, leaving, moving, arriving, asking } = memory
  // A run that failed has left some of its children there.
  for (const list of [following, leaving, moving, arriving, asking]) list.length = 0
  if (present === space && !space.isStale) return
  writeCalendar(model)
  writeCells(model)
  writePairs(model)
  // With shocks or shifts conditions.ts writes the clocks of each run.
  if (!model.shocks.areOn && !model.shifts.areOn) writeEntryClock(model, space.entryFactor)
  for (let life = 0; life < space.children; life++) memory.number[life] = life
  memory.isDelayed.fill(0, 0, space.children)
  memory.column.fill(space.unlimitedColumn, 0, model.axes.placements.length)
  space.limited.forEach((placement, column) => {
    memory.column[placement] = column * (model.axes.days + 2)
  })
  space.isStale = false
  present = space
}

function writeCalendar({ axes }: Model): void {
  const { monthOfDay, daysLeft, exitFactor } = memory
  for (let day = axes.days, month = axes.months.length - 1; day >= 0; day--) {
    if (month > 0 && day <= axes.monthEnd[month - 1]) month--
    monthOfDay[day] = month
    daysLeft[day] = axes.monthEnd[month] - Math.max(day, 1) + 1
  }
  // One behind the horizon, for whom nothing is due before.
  exitFactor.fill(1, 0, axes.days + 2)
}

function writeCells({ cells }: Model): void {
  memory.ageBand.set(cells.ageBand)
  memory.careBand.set(cells.careBand)
  memory.stayBand.set(cells.stayBand)
  memory.cumulative.set(cells.cumulative)
  memory.exitHazard.set(cells.exitHazard)
  memory.moveHazard.set(cells.moveHazard)
  memory.bounding.set(cells.bounding)
  for (let cell = 0; cell < cells.bounding.length; cell++) {
    const bounding = cells.bounding[cell]
    memory.bound[cell] = bounding * eventsPerHazard(bounding)
    memory.meanWait[cell] = 1 / bounding
    memory.perEvent[cell] = hazardPerEvent(cells.exitHazard[cell] + cells.moveHazard[cell])
  }
}

function writePairs({ entries }: Model): void {
  memory.pairCumulative.set(entries.pairCumulative)
  memory.pairStart.set(entries.pairStart)
  memory.pairPerShare.set(entries.pairPerShare)
  memory.pairAge.set(entries.pairAge)
  memory.pairPlacement.set(entries.pairPlacement)
}

/** Makes room for a run in which so many children are expected to enter; throws as createWorkspace. */
export function makeRoom(space: Workspace, expected: number): void {
  const children = Math.max(space.children, roomFor(space.model, expected))
  if (children > ROOM_FOR_LIVES)
    throw new RangeError(`${children} children in a run; there is room for ${ROOM_FOR_LIVES}`)
  for (let life = space.children; life < children; life++) memory.number[life] = life
  space.children = children
}

function roomFor({ entries, openingStock }: Model, expected: number): number {
  const deviation = Math.sqrt(expected * entries.dispersion)
  return openingStock.placement.length + Math.ceil(expected + ROOM_DEVIATIONS * deviation) + ROOM_LEAST
}
