// What a manifest was written from, out of the manifest itself: for files that are written again from a finished result.
import type { Manifest, ManifestParts } from './manifest.ts'

/** Returns the parts of a manifest that was read; its identity lacks what only tells one result from another. */
export function partsOfManifest(manifest: Manifest): Omit<ManifestParts, 'files'> {
  const { carecast, scenario, monteCarlo, openingStock, assumptions = [], isAttributed, ...rest } = manifest
  const { seed, stream, runs, intervals, illustrative, solve } = manifest
  const { name, sha256, set, ...file } = scenario
  return {
    ...rest,
    identity: {
      ...{ version: carecast.version, scenario: name, scenarioSha256: sha256, sets: set },
      ...{ seed, stream, runs, intervals, illustrative, solve, isAttributed },
    },
    scenario: file,
    errors: monteCarlo.total_cost,
    openingStock: { children: openingStock.byPlacement, weeklyPence: weeklyPence(openingStock) },
    assumptions: assumptions.map(({ path, events, central, low, high, level, shape }) => ({
      path,
      range: { central, low, high, level, shape },
      ...(events !== undefined && { events }),
    })),
  }
}

/** The bill of a placement over its children; 0 of one that has none, whose price the manifest does not have. */
function weeklyPence({ byPlacement, weeklyBill }: Manifest['openingStock']): Record<string, number> {
  const prices = Object.entries(byPlacement).map(([key, children]) => {
    return [key, children > 0 ? Math.round((100 * weeklyBill.byPlacement[key]) / children) : 0]
  })
  return Object.fromEntries(prices)
}
