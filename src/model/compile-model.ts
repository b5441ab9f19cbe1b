// Scenario -> Model: everything the engine needs as flat typed arrays, so that it can be sent to a worker as it is.
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { compilePayments, type Payments } from './after-care-payments.ts'
import { type Axes, axesOf } from './axes.ts'
import { type CarerStock, compileCarers } from './carers.ts'
import { type Cells, compileCells } from './cells.ts'
import { earlierLeaversReturning } from './earlier-leavers.ts'
import { compileEntries, type EntryProcess } from './entries.ts'
import { compileOpeningStock, type OpeningStock } from './opening-stock.ts'
import { compilePlaces, type Places } from './places.ts'
import { compilePriceShape, compilePrices, type PriceShape } from './prices.ts'
import { compileReentry, type Reentry } from './reentry.ts'
import { compileShifts, type Shifts } from './shifts.ts'
import { compileShocks, type ShockSizes } from './shocks.ts'

export interface Model {
  axes: Axes
  cells: Cells
  openingStock: OpeningStock
  entries: EntryProcess
  places: Places
  /** One for each of axes.carerPlacements. */
  carers: CarerStock[]
  shocks: ShockSizes
  reentry: Reentry
  /** [day] children who left before the start and are expected to come back, see earlier-leavers.ts. */
  returningPerDay: Float64Array
  payments: Payments
  shifts: Shifts
  /** [year][placement] */
  weeklyPence: Float64Array
  priceShape: PriceShape
}

/** Compiles a checked scenario; `boundFactor` is for the test that bounds do not matter (see compileCells). */
export function compileModel(scenario: Scenario, boundFactor = 1): Model {
  const axes = axesOf(scenario)
  const reentry = compileReentry(scenario)
  const returningPerDay = earlierLeaversReturning(scenario, reentry, axes.days)
  return {
    axes,
    cells: compileCells(scenario, boundFactor),
    openingStock: compileOpeningStock(scenario),
    entries: compileEntries(scenario, axes, returningPerDay),
    places: compilePlaces(scenario),
    carers: compileCarers(scenario),
    shocks: compileShocks(scenario),
    reentry,
    returningPerDay,
    payments: compilePayments(scenario, axes),
    shifts: compileShifts(scenario, axes),
    weeklyPence: compilePrices(scenario, axes),
    priceShape: compilePriceShape(scenario, axes),
  }
}
