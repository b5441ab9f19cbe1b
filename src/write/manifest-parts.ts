// What the manifest tells of the scenario. Scenario and model -> manifest.ts.
import type { ScenarioFile } from '../input/scenario-reader.ts'
import type { Model } from '../model/compile-model.ts'
import type { ManifestParts } from './manifest.ts'
import type { ResultIdentity } from './result-identity.ts'

/** Gathers what is known before the files are written. */
export function manifestParts(
  { path, text, scenario, figures }: ScenarioFile,
  { axes, weeklyPence }: Model,
  identity: ResultIdentity,
  variants: string[],
): Omit<ManifestParts, 'files'> {
  const { council, document, start, end, unknown, openingStock } = scenario
  const byPlacement = (of: (key: string, placement: number) => number) =>
    Object.fromEntries(axes.placements.map((key, placement) => [key, of(key, placement)]))
  return {
    identity,
    scenario: { council, document, path, text },
    start,
    end,
    variants,
    openingStock: {
      children: byPlacement((key) => openingStock.placements[key] ?? 0),
      weeklyPence: byPlacement((_, placement) => weeklyPence[placement]),
    },
    figures,
    unknown,
    facts: [],
    warnings: [],
  }
}
