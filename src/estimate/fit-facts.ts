// Facts first: turns the hazards of a scenario until a replay of the periods counted gives the counts. Between
// input and model on the main path; what comes out is a scenario like the one that went in, and a record of the fit.
import { expMinusOne, logarithm } from '../domain/exact-math.ts'
import { EXIT_REASONS } from '../domain/exit-reason.ts'
import { periodDays } from '../input/entries-per-year.ts'
import type { Facts, Scenario } from '../input/schema/scenario-schema.ts'
import { limitedAged17Share, type Multipliers, multiplied, neutralMultipliers } from '../model/multipliers.ts'
import {
  estimateEarlierLeavers,
  leaversOf,
  needsEarlierLeavers,
  withEarlierLeavers,
} from './earlier-leavers.ts'
import { hindcastScenario } from './fit/hindcast.ts'
import { type HindcastCounts, simulatedCounts } from './fit/hindcast-counts.ts'
import { type FittedGrowth, fitGrowth } from './fit/stock-growth.ts'
import { eventsBehind, type Target, targetsOf } from './fit/targets.ts'
import { type Reconciliation, reconcile } from './reconciliation.ts'

/** How a fact came out, a row of the manifest. */
export interface FittedFact {
  path: string
  /** '2014-04-01..2015-03-31' */
  period: string
  observed: number
  /** Mean of a replay with the fitted hazards. */
  fitted: number
  /** fitted - observed */
  residual: number
  /** Monte Carlo standard error of fitted. */
  standard_error: number
  mode: Facts['mode']
  /** Whether the count was reached within 2 % and three standard errors; null where the fit did not aim at it. */
  feasible: boolean | null
}

/** A multiplier and its standard error, from the number of events behind it alone (relative 1/√n). */
export interface FittedMultiplier {
  name: string
  value: number
  /** null where no count stands behind it. */
  standard_error: number | null
}

/** How precisely a scenario is fitted. */
export interface FitPrecision {
  /** Runs of each pass over the replay. */
  passes: readonly number[]
  /** Runs of the replay that says what was reached. */
  checkRuns: number
  /** Runs of each pass that turns entries to a stated growth; it moves a straight line, so that few passes do. */
  growthPasses: readonly number[]
}

export interface Fit {
  scenario: Scenario
  /** What turned the scenario that went in into this one; absent where there was nothing to fit. */
  turned?: Multipliers
  facts: FittedFact[]
  multipliers: FittedMultiplier[]
  /** What the counted flows leave unexplained; reported, and left out of the forecast but for what growth makes up. */
  reconciliation: Reconciliation[]
  /** What a stated growth of the number of children does to entries; absent where none is stated. */
  growth?: FittedGrowth
}

/** For single scenarios: many short passes to get near, long ones to settle. */
export const FULL: FitPrecision = {
  passes: [200, 200, 200, 200, 200, 200, 200, 200, 400, 1_000, 1_000],
  checkRuns: 2_000,
  growthPasses: [400, 1_200],
}

/** For many scenarios at once, whose rates lean away from their counts anyway: to about 1 % of a count of 100. */
export const QUICK: FitPrecision = {
  passes: [100, 100, 100, 100, 100, 200, 400],
  checkRuns: 100,
  growthPasses: [150, 400],
}
const LEAST_MULTIPLIER = 0.02
const LARGEST_MULTIPLIER = 50

/**
 * Fits a scenario to its facts by iterative proportional scaling on replays of each period (see hindcast.ts). The engine
 * itself is replayed, with the same random numbers in every pass, so that places and time in placement count. In mode
 * 'shrink' the logarithm of each multiplier is then weighted by how much its count can tell (see shrinkWeight). Where the
 * scenario says how the number of children grows, entries are turned to it last (A20).
 */
export function fitFacts(scenario: Scenario, precision = FULL): Fit {
  const fit = fitCounts(scenario, precision)
  const growth = fitGrowth(fit.scenario, precision)
  if (growth === undefined) return fit
  const turned = { ...(fit.turned ?? neutralMultipliers(scenario)), growth: growth.factors }
  const { earlierLeavers } = fit.scenario.afterCare ?? {}
  return {
    ...fit,
    scenario: multiplied(withEarlierLeavers(scenario, earlierLeavers), turned),
    turned,
    multipliers: [
      ...fit.multipliers,
      ...growth.factors.map((value, year) => ({
        name: `entries of year ${year + 1} for the growth`,
        value,
        standard_error: null,
      })),
    ],
    growth,
  }
}

function fitCounts(scenario: Scenario, { passes, checkRuns }: FitPrecision): Fit {
  const blocks = (scenario.facts ?? []).map((facts, index) => ({ facts, targets: targetsOf(facts, index) }))
  const neutral = neutralMultipliers(scenario)
  const reconciliation = reconcile(scenario)
  const leaversAreMissing = needsEarlierLeavers(scenario)
  if (blocks.every(({ targets }) => targets.length === 0))
    return {
      scenario: leaversAreMissing ? estimateEarlierLeavers(scenario) : scenario,
      facts: [],
      multipliers: [],
      reconciliation,
    }
  const targets = blocks.map((block) => block.targets)
  const days = blocks.reduce((sum, { facts }) => sum + periodDays(facts), 0)
  let multipliers = neutral
  let leavers = scenario.afterCare?.earlierLeavers
  const fitted = () => multiplied(withEarlierLeavers(scenario, leavers), multipliers)
  const replays = () => blocks.map(({ facts }) => hindcastScenario(fitted(), facts, multipliers.entries))
  for (const runs of passes) {
    const counts = replays().map((replay) => simulatedCounts(replay, 0, runs).mean)
    multipliers = turned(multipliers, targets, counts, scenario.afterCare?.reentry !== undefined)
    if (leaversAreMissing) leavers = leaversOf(counts, days)
  }
  if (blocks[0].facts.mode === 'shrink') multipliers = shrunk(multipliers, neutral, targets.flat())
  const check = replays().map((replay) => simulatedCounts(replay, 1_000_000, checkRuns))
  return {
    scenario: fitted(),
    turned: multipliers,
    facts: blocks.flatMap(({ facts, targets }, index) =>
      targets.filter(({ isDerived }) => !isDerived).map((target) => judged(target, facts, check[index])),
    ),
    multipliers: listed(multipliers, targets.flat(), scenario),
    reconciliation,
  }
}

/** One step of iterative proportional scaling: each multiplier moves by observed over reached, all blocks together. */
function turned(
  multipliers: Multipliers,
  targets: Target[][],
  counts: HindcastCounts[],
  hasReentry: boolean,
): Multipliers {
  const next = { ...multipliers, exits: { ...multipliers.exits } }
  const ratioOf = (is: (target: Target) => boolean): number => {
    let [observed, reached] = [0, 0]
    targets.forEach((block, index) => {
      for (const target of block.filter(is)) {
        observed += target.observed
        reached += target.of(counts[index])
      }
    })
    if (Number.isNaN(reached) || (observed === 0 && reached === 0)) return 1
    return Math.min(3, Math.max(1 / 3, observed / Math.max(reached, 1e-9)))
  }
  for (const reason of EXIT_REASONS) {
    const ratio = ratioOf(({ turns }) => typeof turns === 'object' && turns.reasons.includes(reason))
    next.exits[reason] = within(next.exits[reason] * ratio)
  }
  if (hasReentry) next.entries = within(next.entries * ratioOf(({ turns }) => turns === 'entries'))
  // Scaling the reasons scales the early exits with them, so only their part of all exits is left to turn.
  const allExits = ratioOf(({ turns }) => turns === 'exits')
  const early = ratioOf(({ turns }) => turns === 'early')
  if (targets.flat().some(({ turns }) => turns === 'early'))
    next.early = within(next.early * (early / allExits) * Math.sqrt(early / allExits))
  // Three placements take two moves: their number goes about with the square of the hazard.
  next.moves = within(next.moves * Math.sqrt(ratioOf(({ turns }) => turns === 'moves')))
  const at18 = ratioOf(({ turns }) => turns === 'aged17Share')
  const odds = (next.aged17Share / (1 - next.aged17Share)) * at18 * Math.sqrt(at18)
  next.aged17Share = limitedAged17Share(odds / (1 + odds))
  return next
}

function within(multiplier: number): number {
  return Math.min(LARGEST_MULTIPLIER, Math.max(LEAST_MULTIPLIER, multiplier))
}

/** Standard deviation of the logarithm of a hazard between councils of the same default: an assumption (A12). */
export const BETWEEN_COUNCILS = 0.3
/** Standard deviation of a year's exits beyond chance, from starts and ceases of 2014 to 2016 (A12). */
const YEARLY_SHOCK = 0.08

/** Returns the weight of a count of n events against the default, as in the mean of two normal estimates: 0 to 1. */
export function shrinkWeight(events: number): number {
  return BETWEEN_COUNCILS ** 2 / (BETWEEN_COUNCILS ** 2 + YEARLY_SHOCK ** 2 + 1 / Math.max(events, 1))
}

function shrunk(multipliers: Multipliers, neutral: Multipliers, targets: Target[]): Multipliers {
  const weightOf = (is: (target: Target) => boolean) => shrinkWeight(eventsBehind(targets.filter(is)))
  const towards = (fitted: number, from: number, weight: number) =>
    from * (1 + expMinusOne(weight * logarithm(fitted / from)))
  return {
    exits: Object.fromEntries(
      EXIT_REASONS.map((reason) => [
        reason,
        towards(
          multipliers.exits[reason],
          1,
          weightOf((target) => turnsReason(target, reason)),
        ),
      ]),
    ) as Multipliers['exits'],
    // How often a child starts in a year is arithmetic, not a rate to be believed in part.
    entries: multipliers.entries,
    early: towards(
      multipliers.early,
      1,
      weightOf(({ turns }) => turns === 'early'),
    ),
    moves: towards(
      multipliers.moves,
      1,
      weightOf(({ turns }) => turns === 'moves'),
    ),
    aged17Share: towards(
      multipliers.aged17Share,
      neutral.aged17Share,
      weightOf(({ turns }) => turns === 'aged17Share'),
    ),
  }
}

function turnsReason({ turns }: Target, reason: (typeof EXIT_REASONS)[number]): boolean {
  return typeof turns === 'object' && turns.reasons.includes(reason)
}

function judged(
  { path, observed, of, turns }: Target,
  { period, mode }: Facts,
  { mean, error }: { mean: HindcastCounts; error: HindcastCounts },
): FittedFact {
  const fitted = of(mean)
  const standardError = of(error)
  const reached = Math.abs(fitted - observed) <= 0.02 * observed + 3 * standardError
  const aimedAt = mode === 'reproduce' && turns !== undefined
  return {
    path,
    period: `${period.from}..${period.to}`,
    observed,
    fitted,
    residual: fitted - observed,
    standard_error: standardError,
    mode,
    feasible: aimedAt ? reached : null,
  }
}

function listed(multipliers: Multipliers, targets: Target[], scenario: Scenario): FittedMultiplier[] {
  const row = (name: string, value: number, is: (target: Target) => boolean): FittedMultiplier => {
    const events = eventsBehind(targets.filter(is))
    return { name, value, standard_error: events > 0 ? value / Math.sqrt(events) : null }
  }
  const reasons = EXIT_REASONS.filter((reason) => scenario.exits[reason] !== undefined)
  return [
    ...reasons.map((reason) =>
      row(`exits.${reason}`, multipliers.exits[reason], (target) => turnsReason(target, reason)),
    ),
    ...(multipliers.entries === 1
      ? []
      : [row('entries', multipliers.entries, ({ turns }) => turns === 'entries')]),
    row('exits within 12 months', multipliers.early, ({ turns }) => turns === 'early'),
    row('moves', multipliers.moves, ({ turns }) => turns === 'moves'),
    row('openingStock.aged17Share', multipliers.aged17Share, ({ turns }) => turns === 'aged17Share'),
  ]
}
