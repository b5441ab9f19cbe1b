// The main path, from a scenario file to a result in place: read, compile, simulate, summarise, write.
import { readScenario, type ScenarioFile } from './input/scenario-reader.ts'
import { compileModel, type Model } from './model/compile-model.ts'
import { type SimulateOptions, simulateRuns } from './run/pool.ts'
import { summariseMonths } from './summary/months.ts'
import { runValues } from './summary/run-values.ts'
import type { MonthlySummary, Statistics, YearsSummary } from './summary/statistics.ts'
import { summariseTotalCost } from './summary/whole-horizon.ts'
import { summariseYears } from './summary/years.ts'
import { checkTarget } from './write/check-target.ts'
import { manifestParts } from './write/manifest-parts.ts'
import { encodeResult } from './write/result-files.ts'
import { writeResult } from './write/result-folder.ts'

export interface ForecastRequest extends SimulateOptions {
  scenario: string
  /** Where the result goes. */
  folder: string
  /** Whether a different result in the folder may be replaced. */
  overwrite: boolean
  /** Version of carecast. */
  version: string
}

export interface Forecast {
  file: ScenarioFile
  model: Model
  monthly: MonthlySummary
  years: YearsSummary
  /** Cost in £ of all years together. */
  wholeCost: Statistics
  /** Names of the files in the folder. */
  files: string[]
}

/** The variant without interventions. */
const BASELINE = 'baseline'

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Forecast> {
  const { version, seed, runs, folder, overwrite, signal } = request
  const file = await readScenario(request.scenario)
  const identity = { version, scenario: file.scenario.name, scenarioSha256: file.sha256, seed, runs }
  await checkTarget(folder, identity, overwrite)
  const model = compileModel(file.scenario)
  const table = await simulateRuns(model, request)
  const monthly = summariseMonths(table, BASELINE)
  const years = summariseYears(table, BASELINE)
  const summaries = { monthly, years, runs: runValues(table, BASELINE) }
  const files = encodeResult(summaries, manifestParts(file, model, identity, [BASELINE]))
  await writeResult(folder, files, signal)
  return {
    file,
    model,
    monthly,
    years,
    wholeCost: summariseTotalCost(table),
    files: files.map(({ name }) => name),
  }
}
