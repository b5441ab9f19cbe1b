// A result out of its manifest and tables: for files that are written again from a finished result.
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { MonthlySummary, YearsSummary } from '../../summary/numbers/statistics.ts'
import type { Result } from '../result.ts'
import type { Manifest } from './manifest.ts'

/** Returns the result of a manifest that was read, with its scenario and tables; its identity lacks what only tells one result from another. */
export function resultOfManifest(
  manifest: Manifest,
  read: { scenario: Scenario; monthly: MonthlySummary; years: YearsSummary },
): Result {
  const {
    carecast,
    scenario,
    monteCarlo,
    openingStock,
    assumptions = [],
    budgets = [],
    outcomes = [],
  } = manifest
  const { isAttributed, variants: _, ...rest } = manifest
  const { seed, stream, runs, intervals, illustrative, solve } = manifest
  const { name, sha256, set, path, text, parents, budgetFile } = scenario
  return {
    ...rest,
    ...read,
    identity: {
      ...{ version: carecast.version, scenario: name, scenarioSha256: sha256, sets: set },
      ...{ seed, stream, runs, intervals, illustrative, solve, isAttributed },
    },
    source: { path, text, parents, ...(budgetFile && { budgetFile }) },
    errors: monteCarlo.total_cost,
    openingBill: openingStock,
    budgets,
    outcomes,
    assumptions: assumptions.map(({ path, events, central, low, high, level, shape }) => ({
      path,
      range: { central, low, high, level, shape },
      ...(events !== undefined && { events }),
    })),
  }
}
