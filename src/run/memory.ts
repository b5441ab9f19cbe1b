// The memory in which a thread simulates: the lives of the present run, and what of the model its loops look up. The arrays are
// made once, with room for any scenario, and never replaced. A module that takes them into constants of its own gets code that
// knows where they are and how long, and looks neither up for every child. Pages that nobody has written to cost nothing: small
// councils use little of it. It holds one model at a time: takeMemory in workspace.ts writes that of a run there.

/** Lives of a run, each a child in some of the variants. */
export const ROOM_FOR_LIVES = 2 ** 21
/** Cells of a model, and outcomes of all of them. */
const ROOM_FOR_CELLS = 2 ** 18
const ROOM_FOR_OUTCOMES = 2 ** 22
/** Days up to the horizon and one behind it: 30 years are 10,958. */
export const ROOM_FOR_DAYS = 2 ** 14
/** Steps in which a day is looked up by a clock. */
const ROOM_FOR_GUIDE = 2 ** 16
/** Months times placements. */
const ROOM_FOR_MONTHS = 2 ** 17
/** Placements: a number of them has 8 bits. */
const ROOM_FOR_PLACEMENTS = 2 ** 8
/** Days from birth to the 18th birthday, both counted. */
const ROOM_FOR_AGES = 6_600

/** Children whose blocks are drawn at once, see CHUNK in candidate-days.ts. */
const BATCH = 64
/** Pairs of age band and first placement. */
const ROOM_FOR_PAIRS = 5 * ROOM_FOR_PLACEMENTS

/** Bytes between two arrays: with none the numbers of a child in all arrays would compete for the same few lines of a cache. */
const GAP = 12 * 1024 + 5 * 64

/** Some lives in an order of their own. */
export interface LifeList {
  lives: Int32Array
  length: number
}

const buffer = new ArrayBuffer(2 ** 28 + 2 ** 27 + 2 ** 26)
let used = 0

function room(length: number, bytesEach: number): number {
  const start = used
  used += Math.ceil((length * bytesEach + GAP) / 64) * 64
  return start
}

const whole = (length: number) => new Int32Array(buffer, room(length, 4), length)
const real = (length: number) => new Float64Array(buffer, room(length, 8), length)
const bytes = (length: number) => new Uint8Array(buffer, room(length, 1), length)
const byLife = () => whole(ROOM_FOR_LIVES)
// One more, since a loop writes a life to several lists before it knows to which of them it belongs.
const list = (): LifeList => ({ lives: whole(ROOM_FOR_LIVES + 1), length: 0 })

export const memory = {
  /** [life] day of the 18th birthday. */
  turns18: byLife(),
  /** [life] day the period of care began, and the present placement. */
  entryDay: byLife(),
  placedDay: byLife(),
  /** [life] where the child lives; before it enters, where it will live; see also NOWHERE. */
  placement: byLife(),
  /** [life] the last day that is known of it, and its cell on that day, see candidate-days.ts. */
  due: byLife(),
  cell: byLife(),
  /** [life] standard exponential value of the wait that begins on that day; then the mark of its next candidate day. */
  wait: real(ROOM_FOR_LIVES),
  mark: real(ROOM_FOR_LIVES),
  /** [life] number of the child, which its random numbers have as their address. */
  number: byLife(),
  /** [life] placement that it asks for. */
  wanted: byLife(),
  /** [life] the next in a list of the same day, or -1. */
  next: byLife(),
  /** [life] day it left care, or STILL_IN_CARE; index of the reason, meaningless before. */
  exitDay: byLife(),
  exitReason: byLife(),
  /** [life] moves since the start of the run. */
  moves: byLife(),
  /** [life] day and length of the latest period of care that ended, with re-entry only; see NEVER_CEASED. */
  ceasedDay: byLife(),
  ceasedPeriod: byLife(),
  /** Spells that moves ended in placements whose children differ in price: child, placement, first day and the day after. */
  spellChild: byLife(),
  spellHome: byLife(),
  spellFrom: byLife(),
  spellEnd: byLife(),
  /** [life] for variants only: bits of the variants that it is lived in, bit 0 is the baseline. */
  variantsOf: byLife(),
  /** [life] 1 for one who was prevented from entering, but only for now. */
  isDelayed: byLife(),
  /** [life] see variants/lives.ts. */
  fate: byLife(),
  /** Those who left on the present day. */
  leavers: byLife(),

  /** [child of a batch] words of the blocks that cohort.ts draws at once. */
  firstWords: whole(BATCH),
  secondWords: whole(BATCH),
  returningWords: whole(BATCH),
  siblingWords: whole(BATCH),
  /** [pair] who enters where, as in EntryPairs. */
  pairCumulative: real(ROOM_FOR_PAIRS),
  pairStart: real(ROOM_FOR_PAIRS),
  pairPerShare: real(ROOM_FOR_PAIRS),
  pairAge: bytes(ROOM_FOR_PAIRS),
  pairPlacement: bytes(ROOM_FOR_PAIRS),

  /** Those whose next candidate day is to be drawn, or is drawn and to be taken to. */
  following: list(),
  /** Those who leave on the day that is due, and those who move. */
  leaving: list(),
  moving: list(),
  /** Those who enter or come back on their day of entry. */
  arriving: list(),
  /** Those who ask for a place of which there are few. */
  asking: list(),

  /** [day] the first of a list of lives, or -1. */
  head: whole(ROOM_FOR_DAYS),
  /** [day] index of its month; day 0 belongs to the first. */
  monthOfDay: whole(ROOM_FOR_DAYS),
  /** [day] days from it to the end of its month, both counted; day 0 itself is not one of them. */
  daysLeft: whole(ROOM_FOR_DAYS),
  /** [day] multiplier of all hazards to exit. */
  exitFactor: real(ROOM_FOR_DAYS),
  /** [day] clocks at the close of the day, and what finds the day of a time of the second; see clocks.ts. */
  entryClock: real(ROOM_FOR_DAYS),
  exitClock: real(ROOM_FOR_DAYS),
  exitGuide: whole(ROOM_FOR_GUIDE),
  /** [month * placements + placement] arrivals less departures, and the days that they add to the month (see STOCK). */
  flow: real(ROOM_FOR_MONTHS),
  /** What the present run has counted so far: the numbers of its row, see RowLayout. */
  counts: whole(8 * ROOM_FOR_MONTHS),
  /** [placement] children in it now, and those that it can take now; UNLIMITED where there is no limit. */
  occupied: whole(ROOM_FOR_PLACEMENTS),
  limit: whole(ROOM_FOR_PLACEMENTS),
  /** [column + day] children who leave a limited placement on the day; in the last column all others. */
  freed: whole(ROOM_FOR_DAYS * 64),
  /** [placement] where its column in `freed` begins. */
  column: whole(ROOM_FOR_PLACEMENTS),

  /** [days to the 18th birthday], [days in care] and [days in placement]: the band that makes the cell, see Cells. */
  ageBand: bytes(ROOM_FOR_AGES),
  careBand: bytes(ROOM_FOR_AGES),
  stayBand: bytes(ROOM_FOR_AGES),
  /** [cell][outcome] hazard per day, cumulative, and [cell] of any exit, and of any move: as in Cells. */
  cumulative: real(ROOM_FOR_OUTCOMES),
  exitHazard: real(ROOM_FOR_CELLS),
  moveHazard: real(ROOM_FOR_CELLS),
  /** [cell] what the probability of an event on a day is multiplied by to give its hazard, where no multiplier changes it. */
  perEvent: real(ROOM_FOR_CELLS),
  /** [cell] bounding hazard per day, the probability of a candidate on a day by it, and its mean wait for one in days. */
  bounding: real(ROOM_FOR_CELLS),
  bound: real(ROOM_FOR_CELLS),
  meanWait: real(ROOM_FOR_CELLS),
}
