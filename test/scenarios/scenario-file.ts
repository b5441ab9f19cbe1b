// What the tests of the scenario files share: a file read, the same without limits of places, and its forecast.
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { fitFacts } from '../../src/estimate/fit-facts.ts'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import type { ScenarioFile } from '../../src/input/reading/scenario-reader.ts'
import type { Scenario } from '../../src/input/schema/scenario-schema.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { measured, runMany } from '../run/run-many.ts'

/** Reads scenarios/<name>.yaml, with values set over it, each PATH=VALUE. */
export function readNamed(name: string, sets: string[] = []): Promise<ScenarioFile> {
  return readScenario(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)), sets)
}

/** Returns the scenario with room for everyone everywhere. */
export function withoutPlaces(scenario: Scenario): Scenario {
  const unlimited = Object.entries(scenario.placements).map(([key, placement]) => [
    key,
    { ...placement, places: undefined, carers: undefined },
  ])
  return { ...scenario, placements: Object.fromEntries(unlimited) }
}

/** Shares of published counts, to the three decimals that scenario files are written in. */
export function sharesOf(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count)
  return counts.map((count) => Math.round((count / total) * 1000) / 1000)
}

/** Returns the mean number of children at the end of each month of the forecast, over 300 runs of the fitted hazards. */
export function forecastChildren(scenario: Scenario): number[] {
  const model = compileModel({ ...fitFacts(scenario).scenario, shocks: undefined })
  const runs = 300
  const rows = runMany(model, runs, (row, layout) =>
    model.axes.months.map((_, month) => measured(row, layout, 'children', month)),
  )
  return model.axes.months.map((_, month) => rows.reduce((sum, row) => sum + row[month], 0) / runs)
}

/** Returns what must not drift of three runs of a fitted forecast: whole numbers, and a digest of all of their rows. */
export function goldenRuns(fitted: Scenario) {
  return runMany(
    compileModel(fitted),
    3,
    (row, layout) => ({
      children: measured(row, layout, 'children', layout.months - 1),
      entries: measured(row, layout, 'entries'),
      exits: measured(row, layout, 'exits'),
      moves: measured(row, layout, 'moves'),
      careDays: measured(row, layout, 'care_days'),
      digest: createHash('sha256').update(Int32Array.from(row)).digest('hex').slice(0, 16),
    }),
    'golden',
  )
}
