// Interventions and packages as the engine takes them: what each effect changes, by day, with the address of its random
// numbers. src/run/variants has what happens with them; nothing in here touches the model of the baseline.
import type { EntryPairs } from '../entries.ts'
import type { Investment } from './investment.ts'

/** All packages that are simulated, and the interventions that any of them has. */
export interface Programme {
  /** Each once, in the scenario's order, which is the order in which they act within a day. */
  interventions: InterventionModel[]
  /** Variant 1, 2 and so on; variant 0 is the baseline. */
  packages: PackageModel[]
}

export interface PackageModel {
  key: string
  /** Indices of the programme's interventions, in the package's order. */
  interventions: number[]
  /** Most of the would-be entrants that several services together prevent, as a probability for each child. */
  cap: number
}

export interface InterventionModel {
  key: string
  /** hash32 of 'interventions.<key>': where its own random numbers are. */
  address: number
  /** [day] share of the full effect, 0 to 1: 0 before the start, then the ramp, and fading after the end. */
  strength: Float64Array
  /** First day with a strength above 0; days + 1 where there is none. */
  startDay: number
  /** Staff without whom it does less; undefined where it needs none. */
  posts?: Posts
  /** What it costs; undefined where it costs nothing. */
  investment?: Investment
  /** Probability that it changes nothing in a run. */
  noEffectShare: number
  /** Those that change something, in the scenario's order: a ratio of 1 or a number of 0 is left out. */
  effects: EffectModel[]
}

/** Posts of an intervention; each is filled or vacant, and stays so for an exponential time. */
export interface Posts {
  number: number
  /** Of them, filled on the start day: the first so many. */
  filledAtStart: number
  /** Hazard per day of a vacant post to be filled, and of a filled one to fall vacant; 0 where it never is. */
  fillPerDay: number
  leavePerDay: number
}

/** Whom an effect reaches among children in care. */
export interface Eligible {
  /** [age * placements + placement] 1 where it does. */
  homes: Uint8Array
  /** Days in care: from the first, up to but not including the second. */
  careFrom: number
  careTo: number
}

interface Addressed {
  /** hash32 of 'interventions.<key>.effects.<index>': where its own random numbers are. */
  address: number
}

/** An effect on children in care, or on those who leave. */
interface Reaching extends Addressed {
  eligible: Eligible
  /** Share of these children whom it reaches, above 0: each by a mark of its own, which holds for good; 1 for all. */
  reach: number
}

/** Would-be entrants do not enter, or only later. */
export interface Prevention extends Addressed {
  kind: 'prevention'
  /** [day] children, or families, prevented per day at full strength; empty where `share` holds. */
  perDay: Float64Array
  /** Share of the entrants prevented; 0 where `perDay` holds. */
  share: number
  /** [age * placements + placement] 1 where it reaches entrants of the age who would enter the placement. */
  homes: Uint8Array
  /** Share of all would-be entrants whom it reaches. */
  eligibleShare: number
  /** Whether whole families are prevented, by what is true of their first child. */
  byFamily: boolean
  /** Whether it never reaches a child that another such service has reached. */
  isDisjoint: boolean
  delayedShare: number
  /** Days within which the delayed enter, evenly; at least 1. */
  delayDays: number
}

/** More exits or moves than happen anyway: a separate process on top of the baseline's (superposed). */
export interface ExtraEvents extends Reaching {
  kind: 'extra'
  /** [day] events per day at full strength; empty where `extraRatio` holds. */
  perDay: Float64Array
  /** Hazard ratio less 1, above 0; 0 where `perDay` holds. */
  extraRatio: number
  /** [outcome] 1 for the outcomes of Cells that it has more of; one of them where `perDay` holds. All are exits, or all moves. */
  outcomes: Uint8Array
}

/** Fewer exits or moves: each of the baseline's is refused with a probability. */
export interface FewerEvents extends Reaching {
  kind: 'fewer'
  /** Hazard ratio, 0 up to but not including 1. */
  ratio: number
  /** [outcome] 1 for the outcomes of Cells that it has fewer of. */
  outcomes: Uint8Array
}

/** A list of children that goes through gates. */
export interface Review extends Addressed {
  kind: 'review'
  children: number
  gates: Gate[]
  /** Outcome of Cells, an exit or a move, of who has passed all gates. */
  outcome: number
  eligible: Eligible
}

export interface Gate {
  name: string
  probability: number
  /** Whole days that passing takes, at least 1. */
  days: number
  /** Children a day that it can take; Infinity without limit. */
  perDay: number
  /** Children a day that each filled post can take; 0 where `perDay` holds. */
  perPostDay: number
}

/** Places that open in a placement. */
export interface MorePlaces {
  kind: 'places'
  placement: number
  /** [day] whole places added. */
  added: Int32Array
}

/** Households of foster carers who are approved beside those of a stock. */
export interface MoreHouseholds extends Addressed {
  kind: 'households'
  /** Index of the model's carers. */
  stock: number
  /** [day] approvals per day, with strength and lag in them. */
  perDay: Float64Array
}

/** Foster carers leave at another rate. */
export interface CarerAttrition {
  kind: 'attrition'
  ratio: number
  /** [stock of the model's carers] 1 where it holds. */
  stocks: Uint8Array
}

/** Children who leave come back at another rate; eligible by age, placement and time in care at the exit. */
export interface ReturnRatio extends Reaching {
  kind: 'returns'
  ratio: number
  /** [reason] 1 where it holds for those who left for the reason; the 18th birthday is the last, always 0. */
  reasons: Uint8Array
}

/** Weekly prices change. */
export interface PriceChange {
  kind: 'price'
  /** [year * placements + placement] what the price is multiplied by, then added to, in pence; with the strength of the year in them. */
  factor: Float64Array
  addedPence: Float64Array
}

/** More or fewer of the children who leave get a service after care. */
export interface ServiceShare {
  kind: 'service'
  /** Index of axes.payments. */
  payment: number
  share: number
}

/** More children enter, beside those who would (superposed). */
export interface ExtraEntries extends Addressed {
  kind: 'entries'
  /** [day] children, or families, a day at full strength; empty where `extra` holds. */
  perDay: Float64Array
  /** Factor on the entry rate of those whom it is for less 1, above 0; 0 where `perDay` holds. */
  extra: number
  /** Share of all would-be entrants whom it is for. */
  eligibleShare: number
  /** Who of them enters where. */
  pairs: EntryPairs
  /** Whether whole families enter, of whom the first child is one whom it is for. */
  byFamily: boolean
}

export type EffectModel =
  | Prevention
  | ExtraEvents
  | FewerEvents
  | Review
  | MorePlaces
  | MoreHouseholds
  | CarerAttrition
  | ReturnRatio
  | PriceChange
  | ServiceShare
  | ExtraEntries
