// Foster carers as a stock of households that gives a placement its places. Scenario -> rates by day; src/run/carers.ts
// draws the households from them (A16).
import { DAYS_PER_YEAR, daysOfMonths } from '../domain/calendar.ts'
import type { Carers, Scenario } from '../input/schema/scenario-schema.ts'

/** The households of one placement. */
export interface CarerStock {
  /** Index of the placement that they give places to. */
  placement: number
  /** Approved households at the close of the start date. */
  households: number
  placesPerHousehold: number
  usableShare: number
  /** Days until the first approval of those who apply from the start date on. */
  approvalDays: number
  /** Approvals per day before and after those days. */
  pipelinePerDay: number
  approvalsPerDay: number
  /** Hazard per day of a household to be deregistered. */
  deregistrationPerDay: number
}

/** Decimals in binary come out a hair short of a whole number of places. */
const ROUNDING = 1e-9

/** Compiles the carers of a scenario: one stock for each placement that has them, in the order of the placements. */
export function compileCarers({ placements }: Scenario): CarerStock[] {
  return Object.values(placements).flatMap(({ carers }, placement) =>
    carers ? [stockOf(carers, placement)] : [],
  )
}

function stockOf(carers: Carers, placement: number): CarerStock {
  const { households, placesPerHousehold, usableShare, approvalsPerYear } = carers
  return {
    placement,
    // A number that is drawn anew for each run need not be whole, as households are.
    households: Math.round(households),
    placesPerHousehold,
    usableShare,
    approvalDays: daysOfMonths(carers.approvalMonths),
    pipelinePerDay: (carers.pipelinePerYear ?? approvalsPerYear) / DAYS_PER_YEAR,
    approvalsPerDay: approvalsPerYear / DAYS_PER_YEAR,
    deregistrationPerDay: carers.deregistrationsPerHouseholdYear / DAYS_PER_YEAR,
  }
}

/** Returns the whole places that can be used where there are so many households. */
export function usablePlaces(
  { placesPerHousehold, usableShare }: Pick<CarerStock, 'placesPerHousehold' | 'usableShare'>,
  households: number,
): number {
  return Math.floor(households * placesPerHousehold * usableShare + ROUNDING)
}
