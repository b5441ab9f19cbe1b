// The model of each run, where numbers of the scenario are ranges: what they touch is compiled anew before the run, into the
// arrays that are there. Without ranges every run has the same model.
import type { Assumption } from '../../input/reading/ranges.ts'
import type { Move, Scenario } from '../../input/schema/scenario-schema.ts'
import { compilePayments } from '../../model/after-care-payments.ts'
import {
  type Assumed,
  FITTED,
  type ModelPart,
  partsOf,
  type ScenarioOfRun,
  scenarioOfRun,
} from '../../model/assumptions.ts'
import { compileCarers } from '../../model/carers.ts'
import {
  type CellLayout,
  type Cells,
  cellLayout,
  emptyCells,
  fillCells,
  type SharesOf,
} from '../../model/cells.ts'
import type { Model } from '../../model/compile-model.ts'
import { earlierLeaversReturning } from '../../model/earlier-leavers.ts'
import { compileEntryPairs, compileEntryRate, entryCalendar } from '../../model/entries.ts'
import { moveShares } from '../../model/hazard-factors.ts'
import { compileOpeningAges, compileOpeningChildren, compileTimeInCare } from '../../model/opening-stock.ts'
import type { Packages } from '../../model/packages/compile-packages.ts'
import { compileProgramme } from '../../model/packages/compile-programme.ts'
import type { Programme } from '../../model/packages/programme.ts'
import { compileLimits } from '../../model/places.ts'
import { compilePriceShape, compilePrices } from '../../model/prices.ts'
import { compileReentry } from '../../model/reentry.ts'
import { compileShifts } from '../../model/shifts.ts'
import { compileShocks } from '../../model/shocks.ts'
import type { RunKeys } from '../addresses.ts'
import { valuesOfRun } from '../draws.ts'
import { makeRoom, type Workspace } from '../workspace.ts'

/** A model that turns into that of one run after another. */
export interface RunModel {
  /** For createWorkspace and simulateRun; its arrays are written anew for each run. */
  model: Model
  /** Of the present run; without packages where there are none. */
  programme: Programme
  /** Turns it, and the workspaces with it, into that of the run with these keys, whatever came before. */
  turnInto: (keys: RunKeys, spaces: Workspace[]) => void
}

const NO_PROGRAMME: Programme = { interventions: [], packages: [] }

/** Prepares the models of runs; `model` itself, that of the central values, is left as it is. */
export function prepareRunModel(model: Model, assumed?: Assumed, packages?: Packages): RunModel {
  const programme = packages?.programme ?? NO_PROGRAMME
  if (!assumed) return { model, programme, turnInto: () => {} }
  const touched = new Set(assumed.assumptions.flatMap(({ path }) => partsOf(path)))
  const scenarioOf = scenarioOfRun(assumed)
  const layout = commonLayout(scenarioOf, assumed.assumptions)
  const own = structuredClone(touched.has('cells') ? { ...model, cells: emptyCells(layout) } : model)
  const compilers = compilersOf(own, layout)
  const parts = (Object.keys(compilers) as ModelPart[]).filter((part) => touched.has(part))
  const runModel: RunModel = {
    model: own,
    programme,
    turnInto: (keys, spaces) => {
      const scenario = scenarioOf(valuesOfRun(assumed.assumptions, keys))
      for (const part of parts) compilers[part](scenario)
      if (packages && touched.has('programme'))
        runModel.programme = compileProgramme(scenario, own.axes, packages.plans)
      for (const space of spaces) fitWorkspace(space)
    },
  }
  return runModel
}

/** For each part what compiles it anew into the model, in order; only those of touched parts are ever called. */
function compilersOf(own: Model, layout: CellLayout): Record<ModelPart, (scenario: Scenario) => void> {
  const { axes, cells, entries, openingStock, places, weeklyPence } = own
  const calendar = entryCalendar(axes)
  return {
    cells: cellCompiler(cells, layout),
    reentry: (scenario) => {
      own.reentry = compileReentry(scenario)
      own.returningPerDay = earlierLeaversReturning(scenario, own.reentry, axes.days)
    },
    // Entries are first entries and returns: the returns come before.
    entryRate: (scenario) => {
      const rates = { perDay: entries.perDay, returningPerDay: own.returningPerDay }
      Object.assign(entries, compileEntryRate(scenario, calendar, rates))
    },
    entryPairs: (scenario) => Object.assign(entries, compileEntryPairs(scenario)),
    openingChildren: (scenario) => Object.assign(openingStock, compileOpeningChildren(scenario)),
    openingAges: (scenario) => {
      openingStock.agesWithinBand = compileOpeningAges(scenario)
    },
    timeInCare: (scenario) => Object.assign(openingStock, compileTimeInCare(scenario)),
    places: (scenario) => places.limit.set(compileLimits(scenario)),
    carers: (scenario) => {
      own.carers = compileCarers(scenario)
    },
    prices: (scenario) => weeklyPence.set(compilePrices(scenario, axes)),
    priceShape: (scenario) => {
      own.priceShape = compilePriceShape(scenario, axes)
    },
    payments: (scenario) => {
      own.payments = compilePayments(scenario, axes)
    },
    shocks: (scenario) => {
      own.shocks = compileShocks(scenario)
    },
    // Of the packages, not of the model of the baseline.
    programme: () => {},
    shifts: (scenario) => {
      own.shifts = compileShifts(scenario, axes)
    },
  }
}

function cellCompiler(cells: Cells, layout: CellLayout): (scenario: Scenario) => void {
  const sharesOf = rememberedShares()
  return (scenario) => fillCells(cells, layout, scenario, sharesOf)
}

/**
 * Returns the bands that the cells of all runs have: those of the central values, and the step at month 12 that a factor on
 * early exits brings in every run in which it is not by chance 1.
 */
function commonLayout(scenarioOf: ScenarioOfRun, assumptions: Assumption[]): CellLayout {
  const [one, other] = [1, 2].map((early) =>
    cellLayout(
      scenarioOf(assumptions.map(({ path, range }) => (path === FITTED.early ? early : range.central))),
    ),
  )
  return one.cares > other.cares ? one : other
}

/** moveShares of each table of destinations, kept as long as the table is the same; which ages a placement takes never changes. */
function rememberedShares(): SharesOf {
  const known = new WeakMap<Move['destinations'], Float64Array>()
  return (scenario, move) => {
    const shares = known.get(move.destinations) ?? moveShares(scenario, move)
    known.set(move.destinations, shares)
    return shares
  }
}

/** Makes a workspace, its room and what the memory holds of it follow from the model of the run. */
function fitWorkspace(space: Workspace): void {
  const { shocks, shifts, entries } = space.model
  space.isStale = true
  if (!shocks.areOn)
    for (const multipliers of [space.entryShocks, space.exitShocks, space.priceShocks]) multipliers.fill(1)
  // With shocks or shifts the room depends on them: conditions.ts sees to that.
  if (shocks.areOn || shifts.areOn) return
  space.entryFactor.fill(1)
  makeRoom(space, entries.expected)
}
