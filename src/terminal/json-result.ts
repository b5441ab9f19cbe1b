// A finished run as one JSON document, for scripts: what --json prints.
import { join } from 'node:path'
import { axesOf } from '../model/axes.ts'
import type { Delivered } from '../result/delivered.ts'
import { countInputs } from '../result/input-count.ts'
import { yearRows } from '../result/rows/year-rows.ts'

/** Writes the document, without a line break at the end; what the result does not have is not in it. */
export function jsonResult({ result, folder, files }: Delivered): string {
  const { identity, source, scenario } = result
  const document = {
    scenario: {
      name: scenario.name,
      path: source.path,
      sha256: identity.scenarioSha256,
      extends: source.parents.map(({ path }) => path),
      set: identity.sets,
    },
    changes: result.changes,
    version: identity.version,
    illustrative: scenario.illustrative,
    solve: result.solve,
    monteCarlo: { total_cost: result.errors },
    facts: result.facts,
    assertions: result.assertions,
    warnings: result.warnings,
    seed: identity.seed,
    runs: identity.runs,
    years: yearRows(result, axesOf(scenario)),
    budgets: result.budgets.length > 0 ? result.budgets : undefined,
    bridge: result.bridge,
    intervals: identity.intervals,
    packages: result.packages,
    attribution: result.attribution,
    claims: result.claims,
    outcomes: result.outcomes.length > 0 ? result.outcomes : undefined,
    variance: result.variance,
    ranking: result.ranking,
    inputs: countInputs(result.figures),
    files: files.map(({ name }) => join(folder, name)),
  }
  return JSON.stringify(document, null, 2)
}
