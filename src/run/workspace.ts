// What one thread needs to simulate runs one after another without allocating: a place for every child and every day.
import { AGE_BANDS } from '../domain/age-band.ts'
import { hash32 } from '../domain/hash32.ts'
import { eventsPerHazard } from '../model/cells.ts'
import type { Model } from '../model/compile-model.ts'
import { layOut } from '../model/parts.ts'
import type { Key } from './addresses.ts'

/** Standard deviations of the number of candidates that there is room for, and some more for small means. */
const ROOM_DEVIATIONS = 12
const ROOM_LEAST = 200

/** Children whose blocks are drawn at once. */
const BATCH = 256

/** `cellThen` has the placement in so many bits, and the cell above them. */
export const HOME_BITS = 8

/** Stands in exitDay for a child who has not left. */
export const STILL_IN_CARE = 0x7fffffff

/** Stands in ceasedDay for a child who has not left since the start. */
export const NEVER_CEASED = -1

/** Memory of the loop over the days: see parts.ts. */
type Memory = Pick<ReturnType<typeof memoryFor>, 'whole' | 'wholeAt' | 'real' | 'realAt'>

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
  placement: Int32Array
  /** [child] day it left care, or STILL_IN_CARE; meaningless for who never enters. */
  exitDay: Int32Array
  /** [child] index of the reason it left for; meaningless before. */
  exitReason: Int32Array
  /** [child] moves since the start of the run. */
  moves: Int32Array
  /** [child] its placement, and the cell that it will be in on its candidate day, see HOME_BITS. */
  cellThen: Int32Array
  /** [child] hazard up to which those of the outcomes on its candidate day add up: who is below it does not happen. */
  mark: Float64Array
  /** [child] link to the next child with the same candidate day, see fate.ts; or the next with the same day of return, or -1. */
  next: Int32Array
  /** [child] day and length of the latest period of care that ended, with re-entry only; see NEVER_CEASED. */
  ceasedDay: Int32Array
  ceasedPeriod: Int32Array
  /** Children who left on the present day, in their order. */
  leavers: Int32Array
  /** [life] see VariantSpace. */
  variantsOf: Int32Array
  number: Int32Array
  due: Int32Array
  isDelayed: Int32Array
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
export interface Workspace extends Memory, ChildArrays, AfterCareState {
  /** Children of the present run: the opening stock and all candidates for entry. */
  cohort: number
  /** [cell] probability per day of a candidate, and mean days of the exponential wait for one, in the present run. */
  bound: Float64Array
  meanWait: Float64Array
  /** [year] multiplier of all hazards to exit, of the entry rate and of all prices in the present run. */
  exitShocks: Float64Array
  entryShocks: Float64Array
  priceShocks: Float64Array
  /**
   * [day] multiplier of all hazards to exit and of the entry rate: that of its year times the shifts of the day. Exits have a
   * day more, behind the horizon.
   */
  exitFactor: Float64Array
  entryFactor: Float64Array
  /** The largest of the multipliers of the entry rate. */
  largestEntryFactor: number
  /** [day] link to the child scheduled last for the day; behind the horizon one more day that nobody reads. */
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
  const { axes, carers } = model
  const monthOfDay = new Uint16Array(axes.days + 1)
  const daysLeft = new Int32Array(axes.days + 1)
  for (let day = axes.days, month = axes.months.length - 1; day >= 0; day--) {
    if (month > 0 && day <= axes.monthEnd[month - 1]) month--
    monthOfDay[day] = month
    daysLeft[day] = axes.monthEnd[month] - Math.max(day, 1) + 1
  }
  const space = {
    ...memoryFor(model, roomFor(model, 1), copies),
    cohort: 0,
    exitShocks: new Float64Array(axes.years.length).fill(1),
    entryShocks: new Float64Array(axes.years.length).fill(1),
    priceShocks: new Float64Array(axes.years.length).fill(1),
    entryFactor: new Float64Array(axes.days + 1).fill(1),
    largestEntryFactor: 1,
    firstWords: new Int32Array(BATCH),
    secondWords: new Int32Array(BATCH),
    acceptanceWords: new Int32Array(BATCH),
    siblingWords: new Int32Array(BATCH),
    pricedByChild: Uint8Array.from(axes.placements, (_, placement) =>
      axes.spreadPlacements.includes(placement) ? 1 : 0,
    ),
    runPence: new Float64Array(axes.years.length * axes.placements.length),
    spreadCost: new Float64Array(axes.months.length * axes.spreadPlacements.length),
    usablePlaces: carers.map(() => new Int32Array(axes.days + 1)),
    monthOfDay,
    daysLeft,
    ...afterCareState(model),
  }
  space.exitFactor.fill(1)
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
  if (children > space.children) enlarge(model, space, children, space.copies)
}

function roomFor({ entries, openingStock }: Model, largestEntryFactor: number): number {
  const expected = entries.expectedCandidates * largestEntryFactor
  const deviation = Math.sqrt(expected * entries.dispersion)
  return openingStock.placement.length + Math.ceil(expected + ROOM_DEVIATIONS * deviation) + ROOM_LEAST
}

/** Gives the lives of a workspace that simulates variants more room, where a run needs it; seldom. */
export function makeCopies(model: Model, space: Workspace, copies: number): void {
  if (copies > space.copies) enlarge(model, space, space.children, copies)
}

/** Nothing is known of any child then; what is not by child is kept. */
function enlarge(model: Model, space: Workspace, children: number, copies: number): void {
  const larger = memoryFor(model, children, copies)
  larger.whole.set(space.whole.subarray(0, space.wholeAt.turns18))
  larger.real.set(space.real.subarray(0, space.realAt.mark))
  Object.assign(space, larger)
}

function memoryFor({ axes, cells }: Model, children: number, copies: number) {
  const lives = children * (1 + copies)
  const placements = axes.placements.length
  const whole = layOut(Int32Array, {
    head: axes.days + 2,
    occupied: placements,
    limit: placements,
    // By child from here on.
    turns18: lives,
    entryDay: lives,
    placedDay: lives,
    placement: lives,
    cellThen: lives,
    next: lives,
    exitDay: lives,
    exitReason: lives,
    moves: lives,
    leavers: lives,
    // For variants only, see variants/variant-space.ts.
    variantsOf: lives,
    number: lives,
    due: lives,
    isDelayed: lives,
  })
  const real = layOut(Float64Array, {
    flow: axes.months.length * placements,
    exitFactor: axes.days + 2,
    bound: cells.bounding.length,
    meanWait: cells.bounding.length,
    // By child from here on.
    mark: lives,
  })
  return {
    children,
    copies,
    whole: whole.all,
    wholeAt: whole.starts,
    real: real.all,
    realAt: real.starts,
    ...whole.parts,
    ...real.parts,
    ceasedDay: new Int32Array(lives),
    ceasedPeriod: new Int32Array(lives),
    spellChild: new Int32Array(lives),
    spellHome: new Uint8Array(lives),
    spellFrom: new Int32Array(lives),
  }
}
