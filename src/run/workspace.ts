// What one thread needs to simulate runs one after another without allocating: a place for every child and every day.
import { AGE_BANDS } from '../domain/age-band.ts'
import { hash32 } from '../domain/hash32.ts'
import { eventsPerHazard } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import type { Key } from './addresses.ts'

/** Standard deviations of the number of candidates that there is room for, and some more for small means. */
const ROOM_DEVIATIONS = 12
const ROOM_LEAST = 200

/** Children whose blocks are drawn at once. */
const BATCH = 256

/** Stands in exitDay for a child who has not left. */
export const STILL_IN_CARE = 0x7fffffff

/** Stands in ceasedDay for a child who has not left since the start. */
export const NEVER_CEASED = -1

/** What a run knows of each child; child numbers are addresses too, see addresses.ts. */
interface ChildArrays {
  /** Children there is room for: the opening stock, then the candidates for entry, group by group as they arrive. */
  children: number
  /** Times that number which the arrays have behind them for copies of children, see variants/variant-space.ts; 0 alone. */
  copies: number
  /** [child] day of the 18th birthday. */
  turns18: Int32Array
  /** [child] day the period of care began. */
  entryDay: Int32Array
  /** [child] day the present placement began. */
  placedDay: Int32Array
  /** [child] */
  placement: Uint8Array
  /** [child] day it left care, or STILL_IN_CARE; meaningless for who never enters. */
  exitDay: Int32Array
  /** [child] index of the reason it left for; meaningless before. */
  exitReason: Uint8Array
  /** [child] moves since the start of the run. */
  moves: Uint16Array
  /** [child] uniform mark below the bound of the cell it was scheduled in: what happens on its candidate day. */
  mark: Float64Array
  /** [child] next child with the same candidate day, or the same day of return, or -1. */
  next: Int32Array
  /** [child] day and length of the latest period of care that ended, with re-entry only; see NEVER_CEASED. */
  ceasedDay: Int32Array
  ceasedPeriod: Int32Array
  /** Children who left on the present day, in their order. */
  leavers: Int32Array
  /** Spells that a move ended on the present day in placements whose children differ in price: child, placement, first day. */
  spellChild: Int32Array
  spellHome: Uint8Array
  spellFrom: Int32Array
}

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

/** State and calendar of one run. */
export interface Workspace extends ChildArrays, AfterCareState {
  /** Children of the present run: the opening stock and all candidates for entry. */
  cohort: number
  /** [cell] probability per day of a candidate, and mean days of the exponential wait for one, in the present run. */
  bound: Float64Array
  meanWait: Float64Array
  /** [year] multiplier of all hazards to exit, of the entry rate and of all prices in the present run. */
  exitShocks: Float64Array
  entryShocks: Float64Array
  priceShocks: Float64Array
  /** [day] multiplier of all hazards to exit and of the entry rate: that of its year times the shifts of the day. */
  exitFactor: Float64Array
  entryFactor: Float64Array
  /** The largest of the multipliers of the entry rate. */
  largestEntryFactor: number
  /** [day] child scheduled last for the day, or -1; behind the horizon one more day that nobody reads. */
  head: Int32Array
  /** [child of a batch] words of the blocks that cohort.ts draws at once. */
  firstWords: Int32Array
  secondWords: Int32Array
  acceptanceWords: Int32Array
  siblingWords: Int32Array
  /** [placement] 1 where children differ in price. */
  pricedByChild: Uint8Array
  /** [year * placements + placement] whole pence a week in the present run. */
  runPence: Float64Array
  /** [month * spread placements + placement] cost of the present run in sevenths of a penny. */
  spreadCost: Float64Array
  /** [placement] children in it now. */
  occupied: Int32Array
  /** [placement] children it can take now; UNLIMITED where there is no limit. */
  limit: Int32Array
  /** [stock of carers][day] places that can be used at the close of the day. */
  usablePlaces: Int32Array[]
  /** [month * placements + placement] arrivals less departures, and the days that they add to the month (see STOCK). */
  flow: Float64Array
  /** [day] index of its month; day 0 belongs to the first. */
  monthOfDay: Uint16Array
  /** [day] days from it to the end of its month, both counted; day 0 itself is not one of them. */
  daysLeft: Int32Array
}

/** One child in `flow`, above any sum of days: both are added at once and taken apart at the end of the run. */
export const STOCK = 2 ** 32

/** Makes a workspace for a model, its size depends on the model alone, until makeRoom enlarges it; `copies` as in ChildArrays. */
export function createWorkspace(model: Model, copies = 0): Workspace {
  const { axes, cells, carers } = model
  const monthOfDay = new Uint16Array(axes.days + 1)
  const daysLeft = new Int32Array(axes.days + 1)
  for (let day = axes.days, month = axes.months.length - 1; day >= 0; day--) {
    if (month > 0 && day <= axes.monthEnd[month - 1]) month--
    monthOfDay[day] = month
    daysLeft[day] = axes.monthEnd[month] - Math.max(day, 1) + 1
  }
  const space = {
    ...childArrays(roomFor(model, 1), copies),
    cohort: 0,
    bound: new Float64Array(cells.bounding.length),
    meanWait: new Float64Array(cells.bounding.length),
    exitShocks: new Float64Array(axes.years.length).fill(1),
    entryShocks: new Float64Array(axes.years.length).fill(1),
    priceShocks: new Float64Array(axes.years.length).fill(1),
    exitFactor: new Float64Array(axes.days + 1).fill(1),
    entryFactor: new Float64Array(axes.days + 1).fill(1),
    largestEntryFactor: 1,
    head: new Int32Array(axes.days + 2),
    firstWords: new Int32Array(BATCH),
    secondWords: new Int32Array(BATCH),
    acceptanceWords: new Int32Array(BATCH),
    siblingWords: new Int32Array(BATCH),
    pricedByChild: Uint8Array.from(axes.placements, (_, placement) =>
      axes.spreadPlacements.includes(placement) ? 1 : 0,
    ),
    runPence: new Float64Array(axes.years.length * axes.placements.length),
    spreadCost: new Float64Array(axes.months.length * axes.spreadPlacements.length),
    occupied: new Int32Array(axes.placements.length),
    limit: new Int32Array(axes.placements.length),
    usablePlaces: carers.map(() => new Int32Array(axes.days + 1)),
    flow: new Float64Array(axes.months.length * axes.placements.length),
    monthOfDay,
    daysLeft,
    ...afterCareState(model),
  }
  setBounds(model, space, 1)
  return space
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

/** Writes the bounds of candidates for hazards up to `factor` times those of the scenario. */
export function setBounds(
  { cells }: Model,
  { bound, meanWait }: Pick<Workspace, 'bound' | 'meanWait'>,
  factor: number,
) {
  for (let cell = 0; cell < bound.length; cell++) {
    const hazard = cells.bounding[cell] * factor
    bound[cell] = hazard * eventsPerHazard(hazard)
    meanWait[cell] = 1 / hazard
  }
}

/** Enlarges the workspace where a day of the run has so many more entries that the room might not do; seldom. */
export function makeRoom(model: Model, space: Workspace, largestEntryFactor: number): void {
  const children = roomFor(model, largestEntryFactor)
  if (children > space.children) Object.assign(space, childArrays(children, space.copies))
}

function roomFor({ entries, openingStock }: Model, largestEntryFactor: number): number {
  const expected = entries.expectedCandidates * largestEntryFactor
  const deviation = Math.sqrt(expected * entries.dispersion)
  return openingStock.placement.length + Math.ceil(expected + ROOM_DEVIATIONS * deviation) + ROOM_LEAST
}

/** Gives the lives of a workspace that simulates variants more room, where a run needs it; seldom. */
export function makeCopies(space: Workspace, copies: number): void {
  if (copies > space.copies) Object.assign(space, childArrays(space.children, copies))
}

function childArrays(children: number, copies: number): ChildArrays {
  const lives = children * (1 + copies)
  return {
    children,
    copies,
    turns18: new Int32Array(lives),
    entryDay: new Int32Array(lives),
    placedDay: new Int32Array(lives),
    placement: new Uint8Array(lives),
    exitDay: new Int32Array(lives),
    exitReason: new Uint8Array(lives),
    moves: new Uint16Array(lives),
    mark: new Float64Array(lives),
    next: new Int32Array(lives),
    ceasedDay: new Int32Array(lives),
    ceasedPeriod: new Int32Array(lives),
    leavers: new Int32Array(lives),
    spellChild: new Int32Array(lives),
    spellHome: new Uint8Array(lives),
    spellFrom: new Int32Array(lives),
  }
}
