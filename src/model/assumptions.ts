// The numbers that each run draws for itself: which parts of the model each of them touches, and the scenario that they make.
// src/run/draws.ts draws them, src/run/threads/run-model.ts compiles the parts anew.
import { EXIT_REASONS, type ExitReason } from '../domain/exit-reason.ts'
import { entriesPerYear } from '../input/entries-per-year.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { limitedAged17Share, type Multipliers, multiplied } from './multipliers.ts'
import { addedUp, sumOf, tableAt, tablesWithRanges } from './tables-with-ranges.ts'

/** What the scenarios of runs are made from. */
export interface Assumed {
  /** As it was before it was fitted to its facts. */
  scenario: Scenario
  /** What the fit turned; absent where there was nothing to fit. */
  multipliers?: Multipliers
  assumptions: Assumption[]
}

/** Begins the paths of multipliers that were fitted to a count, like 'fit.exits.adoption'; they are 1 where nothing is drawn. */
const FIT = 'fit.'

/** Paths of the multipliers that were fitted. */
export const FITTED = {
  entries: `${FIT}entries`,
  early: `${FIT}early`,
  moves: `${FIT}moves`,
  aged17Share: `${FIT}aged17Share`,
  /** Of the reasons that move together. */
  exits: (reasons: readonly ExitReason[]) => `${FIT}exits.${reasons.join('+')}`,
}

const OWN_AGED_17_SHARE = 'openingStock.aged17Share'

/** What of a model can be compiled by itself. */
export type ModelPart =
  | 'cells'
  | 'entryRate'
  | 'entryPairs'
  | 'openingChildren'
  | 'openingAges'
  | 'timeInCare'
  | 'places'
  | 'prices'
  | 'priceShape'
  | 'shocks'
  | 'shifts'
  | 'carers'
  | 'reentry'
  | 'payments'
  | 'programme'

/** The first that a path begins with holds. */
const PARTS: [path: RegExp, parts: ModelPart[]][] = [
  [/^(exits|moves|fit\.(exits|early|moves))\b/, ['cells']],
  // A package's change of prices is in prices of the price base, and whom a service prevents follows from who would enter.
  [/^upliftPerYear$/, ['prices', 'payments', 'programme']],
  [/^placements\.\w+\.weeklyPrice$/, ['prices']],
  [/^placements\.\w+\.(priceSpread|fixedShare)$/, ['priceShape']],
  [/^placements\.\w+\.places$/, ['places']],
  [/^placements\.\w+\.carers\./, ['places', 'carers']],
  [/^shocks\./, ['shocks']],
  [/^shifts\./, ['shifts']],
  [/^afterCare\.(reentry|earlierLeavers)\./, ['reentry', 'entryRate']],
  [/^afterCare\./, ['payments']],
  // Where entrants of an age are placed tells where children of the age are likely to be on the first day.
  [/^entries\.placements\./, ['entryPairs', 'openingChildren', 'reentry', 'programme']],
  [/^entries\.ages\./, ['entryPairs', 'programme']],
  [/^(entries\.|fit\.entries$)/, ['entryRate']],
  [/^openingStock\.ages\./, ['openingChildren']],
  [/^(openingStock|fit)\.aged17Share$/, ['openingAges']],
  [/^openingStock\.monthsInCare\./, ['timeInCare']],
  [/^interventions\./, ['programme']],
]

/** Returns the parts of a model that the number at a path touches. */
export function partsOf(path: string): ModelPart[] {
  const found = PARTS.find(([beginning]) => beginning.test(path))
  if (!found) throw new Error(`no part of the model is made from ${path}`)
  return found[1]
}

/** Returns the scenario of a run, fitted and without ranges, from [assumption] the values that its assumptions take. */
export type ScenarioOfRun = (values: ArrayLike<number>) => Scenario

/**
 * Makes the function that gives the scenario of each run. In tables of shares with a range the numbers without one are
 * scaled, so that all add up to what they add up to in the file; all are, where there is none or nothing would be left.
 */
export function scenarioOfRun({ scenario, multipliers, assumptions }: Assumed): ScenarioOfRun {
  const valued = valuesInPlace(scenario, assumptions)
  const position = new Map(assumptions.map(({ path }, index) => [path, index]))
  return (values) => {
    const fitted = (path: string) => values[position.get(path) ?? -1] ?? 1
    const ofFile = withEntries(valued(values), fitted(FITTED.entries))
    if (!multipliers) return ofFile
    return multiplied(ofFile, {
      exits: drawnExits(multipliers, assumptions, values),
      entries: multipliers.entries,
      growth: multipliers.growth,
      early: multipliers.early * fitted(FITTED.early),
      moves: multipliers.moves * fitted(FITTED.moves),
      // A range of the scenario's own share is drawn only where no count sets the share.
      aged17Share: position.has(OWN_AGED_17_SHARE)
        ? ofFile.openingStock.aged17Share!
        : limitedAged17Share(multipliers.aged17Share * fitted(FITTED.aged17Share)),
    })
  }
}

/** Puts the values of numbers of the file in their places, and scales the tables that they stand in. */
function valuesInPlace(scenario: Scenario, assumptions: Assumption[]): ScenarioOfRun {
  const places = assumptions.flatMap(({ path }, index) =>
    path.startsWith(FIT) ? [] : [{ steps: path.split('.'), index }],
  )
  const tables = tablesWithRanges(assumptions).map(({ path, keys }) => {
    const steps = path.split('.')
    return { steps, keys, sum: sumOf(tableAt(scenario, steps)) }
  })
  return (values) => {
    let valued = scenario
    for (const { steps, index } of places) valued = replaced(valued, steps, 0, values[index]) as Scenario
    for (const { steps, keys, sum } of tables)
      valued = replaced(valued, steps, 0, addedUp(tableAt(valued, steps), keys, sum)) as Scenario
    return valued
  }
}

function withEntries(scenario: Scenario, by: number): Scenario {
  if (by === 1) return scenario
  return { ...scenario, entries: { ...scenario.entries, perYear: entriesPerYear(scenario)! * by } }
}

function drawnExits({ exits }: Multipliers, assumptions: Assumption[], values: ArrayLike<number>) {
  const drawn = { ...exits }
  assumptions.forEach(({ path }, index) => {
    for (const reason of fittedReasons(path)) drawn[reason] *= values[index]
  })
  return drawn
}

const FIT_EXITS = FITTED.exits([])

/** The exit reasons that the multiplier at a path moves; none for any other path. */
function fittedReasons(path: string): ExitReason[] {
  if (!path.startsWith(FIT_EXITS)) return []
  const named = path.slice(FIT_EXITS.length).split('+')
  return EXIT_REASONS.filter((reason) => named.includes(reason))
}

/** Copies the blocks along the path and leaves the others, so that what did not change is known by being the same. */
function replaced(node: unknown, steps: string[], depth: number, value: unknown): unknown {
  if (depth === steps.length) return value
  const step = steps[depth]
  const child = replaced((node as Record<string, unknown>)[step], steps, depth + 1, value)
  return Array.isArray(node) ? node.with(Number(step), child) : { ...(node as object), [step]: child }
}
