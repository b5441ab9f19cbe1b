// The state of one effect's process of extra events in a run: where event-times.ts is, and what it has drawn ahead.
import type { Eligible } from '../../model/packages/programme.ts'
import type { Key } from '../addresses.ts'

/** Events whose blocks are drawn at once. */
export const BATCH = 64

/** Places in the numbers of a process. */
export const PlaceOf = { clock: 0, intensity: 1, bound: 2, ratio: 3 } as const

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
  eligible: Eligible = { homes: new Uint8Array(0), careFrom: 0, careTo: 0 }
  /** Share of these children whom it reaches. */
  reach = 1
  /** [day] events per day at full strength; empty where they come by a hazard ratio. */
  perDay: Float64Array = new Float64Array(0)
  /** [day] multiplier of the hazard ratio's events: that of exits, or 1 for moves. */
  factor: Float64Array = new Float64Array(0)
  /** [day] strength of the intervention as it is planned, and in the run. */
  planned: Float64Array = new Float64Array(0)
  strength: Float64Array = new Float64Array(0)
  /**
   * [clock] the summed intensity at which the next event comes, [intensity] that so far, [ratio] hazard ratio less 1, [bound]
   * the largest hazard per day of an extra event for one child, without the factor; the last two are 0 for events by number.
   */
  readonly numbers = new Float64Array(4)
  /** [ageOffset + careOffset] the largest hazard per day of its outcomes that an eligible child can have, see outcome-hazards.ts. */
  readonly largest: Float64Array
  /** The last day whose intensity is in the sum. */
  day = 0
  /** Number of the first event of the batch, and which event of it is next. */
  first = 0
  at = 0
  /** [event of the batch] standard exponential wait since the one before, and words of its blocks. */
  readonly waits = new Float64Array(BATCH)
  readonly childWords = new Int32Array(BATCH)
  readonly acceptWords = new Int32Array(BATCH)
  readonly outcomeWords = new Int32Array(BATCH)

  /** For cells of so many bands of age, time in care and time in placement. */
  constructor(bands: number) {
    this.largest = new Float64Array(bands)
  }
}
