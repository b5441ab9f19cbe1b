// The runs that are repeated beside those of the result, to tell its spread and its savings apart: each question is a stage.
import { type FittedModel, fittedWithoutLimits } from '../estimate/fitted-model.ts'
import type { PackagePlan } from '../input/packages.ts'
import { compilePackages } from '../model/packages/compile-packages.ts'
import { hasLimits } from '../model/packages/without-limits.ts'
import type { AllRuns } from '../run/run-row.ts'
import { attributedRuns, attributePackages } from '../summary/packages/attribute-packages.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import { type Displacement, displacedRuns, displacements } from '../summary/packages/displacement.ts'
import { extraRuns, type HeadlineVariance, splitHeadlines } from '../summary/spread/headline-variance.ts'
import type { Varied } from '../summary/spread/variance-split.ts'
import type { SimulatePass } from './passes.ts'

/** What the repeated runs tell. */
export interface Repeated {
  /** Of every headline. */
  variance: HeadlineVariance[]
  /** Of the largest package; empty where it was not asked for. */
  attribution: Attribution[]
  /** Of each package; empty where it was not asked for, or nothing limits placements. */
  displaced: Displacement[]
}

/** What the repeated runs are about. */
export interface Questions {
  varied: Varied
  /** Packages that are attributed to their interventions; empty where none are to be. */
  plans: PackagePlan[]
}

/** Opens a stage of the progress with so many runs. */
type OpenStage = (name: string, allRuns: number) => SimulatePass

/** Repeats as many of the first runs as the questions need. */
export async function repeatRuns(
  fitted: FittedModel,
  table: AllRuns,
  { varied, plans }: Questions,
  openStage: OpenStage,
): Promise<Repeated> {
  return {
    variance: await splitVariance(fitted, table, varied, openStage),
    attribution: await attribute(fitted, table, plans, openStage),
    displaced: await displace(fitted, table, plans, openStage),
  }
}

/** Splits the variance of the headlines. */
function splitVariance(
  fitted: FittedModel,
  table: AllRuns,
  varied: Varied,
  openStage: OpenStage,
): Promise<HeadlineVariance[]> {
  const simulate = openStage('Then, causes of the spread', extraRuns(table.runs, varied))
  return splitHeadlines(table, varied, (fresh, runs) => simulate({ fitted, runs, fresh }))
}

/** Attributes the largest package to its interventions. */
function attribute(
  fitted: FittedModel,
  { runs: all }: AllRuns,
  plans: PackagePlan[],
  openStage: OpenStage,
): Promise<Attribution[]> {
  const { scenario } = fitted.fit
  const simulate = openStage('Then, savings by intervention', attributedRuns(all, plans))
  const simulatePlans = (subsets: PackagePlan[], runs: number) =>
    simulate({ fitted, runs, packages: compilePackages(scenario, fitted.model.axes, subsets) })
  return attributePackages(plans, all, simulatePlans, scenario.illustrative !== undefined)
}

/** Simulates baseline and packages where nothing limits placements. */
async function displace(
  fitted: FittedModel,
  table: AllRuns,
  plans: PackagePlan[],
  openStage: OpenStage,
): Promise<Displacement[]> {
  if (plans.length === 0 || !hasLimits(fitted.fit.scenario)) return []
  const runs = displacedRuns(table.runs)
  const unlimited = fittedWithoutLimits(fitted)
  const packages = compilePackages(unlimited.fit.scenario, unlimited.model.axes, plans)
  const simulate = openStage('Then, without limited places', runs)
  return displacements(table, await simulate({ fitted: unlimited, runs, packages }))
}
