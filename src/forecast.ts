// The main path, from a scenario file to a result in place: read, fit, compile, simulate, summarise, write.
import { type Fit, fitFacts } from './estimate/fit-facts.ts'
import { readScenario, type ScenarioFile } from './input/scenario-reader.ts'
import type { Axes } from './model/axes.ts'
import { compileModel } from './model/compile-model.ts'
import { rowBytes, type SimulateOptions, simulateRuns } from './run/pool.ts'
import type { RunTable } from './run/run-row.ts'
import { type TestedClaim, testClaims } from './summary/claims.ts'
import { summariseMonths } from './summary/months.ts'
import { runValues } from './summary/run-values.ts'
import type { MonthlySummary, Statistics, YearsSummary } from './summary/statistics.ts'
import { summariseTotalCost } from './summary/whole-horizon.ts'
import { summariseYears } from './summary/years.ts'
import { checkMemory } from './write/check-memory.ts'
import { checkTarget } from './write/check-target.ts'
import type { ResultFile } from './write/manifest.ts'
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
  /** Wraps the work after the runs, which blocks the thread and hears no signal; nothing is on the disk yet. */
  blocking?: <Result>(work: () => Result) => Result
}

export interface Forecast {
  file: ScenarioFile
  fit: Fit
  claims: TestedClaim[]
  axes: Axes
  monthly: MonthlySummary
  years: YearsSummary
  /** Cost in £ of all years together. */
  wholeCost: Statistics
  files: ResultFile[]
}

/** The variant without interventions. */
const BASELINE = 'baseline'

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Forecast> {
  const { version, seed, runs, folder, overwrite, signal, blocking = (work) => work() } = request
  const file = await readScenario(request.scenario)
  const { name, illustrative } = file.scenario
  const identity = { version, scenario: name, scenarioSha256: file.sha256, seed, runs, illustrative }
  await checkTarget(folder, identity, overwrite)
  const fit = blocking(() => fitFacts(file.scenario))
  const model = compileModel(fit.scenario)
  checkMemory(runs, rowBytes(model, runs))
  const table = await simulateRuns(model, request)
  const result = blocking(() => {
    const summaries = summarise(table)
    const claims = testClaims(file.scenario, table)
    const parts = manifestParts({ file, fit, claims, model, identity, variants: [BASELINE] })
    const files = encodeResult(summaries, parts)
    return { file, fit, claims, axes: model.axes, ...summaries, files }
  })
  await writeResult(folder, result.files, signal)
  return result
}

function summarise(table: RunTable) {
  return {
    monthly: summariseMonths(table, BASELINE),
    years: summariseYears(table, BASELINE),
    runs: runValues(table, BASELINE),
    wholeCost: summariseTotalCost(table),
  }
}
