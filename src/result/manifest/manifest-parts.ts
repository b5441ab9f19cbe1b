// What the manifest tells of the scenario, the fit and the claims. Scenario and model -> manifest.ts.
import type { Fit } from '../../estimate/fit-facts.ts'
import { splitEntries } from '../../estimate/reentry-split.ts'
import type { Assumption } from '../../input/reading/ranges.ts'
import type { ScenarioFile } from '../../input/reading/scenario-reader.ts'
import type { Model } from '../../model/compile-model.ts'
import type { MonteCarloErrors } from '../../summary/monte-carlo-error.ts'
import type { Statistics } from '../../summary/numbers/statistics.ts'
import type { Bridge } from '../../summary/outturn-bridge.ts'
import type { Attribution } from '../../summary/packages/attribution.ts'
import type { PackageResult } from '../../summary/packages/package-results.ts'
import type { RankedAssumption } from '../../summary/spread/assumption-ranking.ts'
import type { HeadlineVariance } from '../../summary/spread/headline-variance.ts'
import type { BudgetResult } from '../../summary/targets/budgets.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import type { ResultIdentity } from '../result-identity.ts'
import { fitWarnings } from '../warnings/fit-warnings.ts'
import type { ManifestParts, ManifestWarning } from './manifest.ts'

export interface Known {
  file: ScenarioFile
  fit: Fit
  budgets: BudgetResult[]
  bridge?: Bridge
  /** Absent where no packages were run, as is the attribution. */
  packages?: PackageResult[]
  attribution?: Attribution[]
  /** Absent where nothing was solved for. */
  solve?: ManifestParts['solve']
  claims: TestedClaim[]
  variance: HeadlineVariance[]
  ranking: RankedAssumption[]
  errors: MonteCarloErrors
  /** Beside those of the fit. */
  warnings: ManifestWarning[]
  model: Model
  /** What each run draws afresh. */
  assumptions: Assumption[]
  identity: ResultIdentity
  /** By variant: cost in £ of all years together. */
  totalCost: Record<string, Statistics>
}

/** Gathers what is known before the files are written. */
export function manifestParts({
  file,
  fit,
  budgets,
  bridge,
  packages,
  attribution,
  solve,
  claims,
  variance,
  ranking,
  errors,
  warnings,
  model,
  assumptions,
  identity,
  totalCost,
}: Known): Omit<ManifestParts, 'files'> {
  const { path, text, parents, budgetFile, changes, scenario, figures } = file
  const { axes, weeklyPence } = model
  const { council, document, start, end, unknown, openingStock, disclosure } = scenario
  const byPlacement = (of: (key: string, placement: number) => number) =>
    Object.fromEntries(axes.placements.map((key, placement) => [key, of(key, placement)]))
  return {
    identity,
    scenario: { council, document, path, text, parents, ...(budgetFile && { budgetFile }) },
    changes,
    errors,
    start,
    end,
    variants: Object.keys(totalCost),
    totalCost,
    openingStock: {
      children: byPlacement((key) => openingStock.placements[key] ?? 0),
      weeklyPence: byPlacement((_, placement) => weeklyPence[placement]),
    },
    ...(disclosure && { disclosure: { below: disclosure.below } }),
    figures,
    assumptions,
    unknown,
    contradictions: scenario.contradictions ?? [],
    notUsed: scenario.notUsed ?? [],
    facts: fit.facts,
    multipliers: fit.multipliers,
    reconciliation: fit.reconciliation,
    growth: fit.growth,
    reentry: splitEntries(fit.scenario),
    budgets,
    bridge,
    packages,
    attribution,
    solve,
    claims,
    variance,
    ranking,
    warnings: [...fitWarnings(fit), ...warnings],
  }
}
