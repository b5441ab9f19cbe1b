// The main path, from a scenario file to a result in place: read, fit, compile, simulate, summarise, write.
import { type Fit, fitFacts } from './estimate/fit-facts.ts'
import { uncertaintyOf } from './estimate/fit-uncertainty.ts'
import { readScenario, type ScenarioFile } from './input/scenario-reader.ts'
import type { Assumed } from './model/assumptions.ts'
import type { Axes } from './model/axes.ts'
import { compileModel, type Model } from './model/compile-model.ts'
import { compileShocks } from './model/shocks.ts'
import { seedKey } from './run/addresses.ts'
import { type Draws, drawAssumptions } from './run/draws.ts'
import { rowBytes, type SimulateOptions, simulateRuns } from './run/pool.ts'
import type { RunTable } from './run/run-row.ts'
import { type TestedClaim, testClaims } from './summary/claims.ts'
import { type MonteCarloErrors, totalCostErrors } from './summary/monte-carlo-error.ts'
import { summariseMonths } from './summary/months.ts'
import { runValues } from './summary/run-values.ts'
import type { MonthlySummary, Statistics, YearsSummary } from './summary/statistics.ts'
import { simulateUntilError } from './summary/until-error.ts'
import { summariseTotalCost } from './summary/whole-horizon.ts'
import { summariseYears } from './summary/years.ts'
import { heldWarnings, refuseSameStreams } from './write/assumptions-in-words.ts'
import { checkMemory } from './write/check-memory.ts'
import { checkTarget } from './write/check-target.ts'
import type { ManifestWarning, ResultFile } from './write/manifest.ts'
import { manifestParts } from './write/manifest-parts.ts'
import { precisionWarnings } from './write/precision-in-words.ts'
import { encodeResult } from './write/result-files.ts'
import { writeResult } from './write/result-folder.ts'
import { type Intervals, intervalsOf } from './write/result-identity.ts'

export interface ForecastRequest extends Omit<SimulateOptions, 'assumed'> {
  scenario: string
  /** Values put over those of the scenario, each PATH=VALUE. */
  sets?: string[]
  /** Whether years have nothing in common beyond chance and assumptions are held, whatever the scenario says of both. */
  chanceOnly?: boolean
  /** Simulates as many runs as bring the Monte Carlo errors of the total cost below this percentage, instead of `runs`. */
  untilError?: number
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
  /** Runs simulated. */
  runs: number
  /** Of the cost of all years together. */
  errors: MonteCarloErrors
  /** Beside those of the fit. */
  warnings: ManifestWarning[]
  axes: Axes
  monthly: MonthlySummary
  years: YearsSummary
  /** Cost in £ of all years together. */
  wholeCost: Statistics
  intervals: Intervals
  files: ResultFile[]
}

/** The variant without interventions. */
const BASELINE = 'baseline'

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Forecast> {
  const { version, seed, untilError, folder, overwrite, signal, blocking = (work) => work() } = request
  const file = await readScenario(request.scenario, request.sets)
  const { name, illustrative } = file.scenario
  const { sha256: scenarioSha256, sets } = file
  const scenario = request.chanceOnly ? { ...file.scenario, shocks: undefined } : file.scenario
  const { assumptions, held } = request.chanceOnly
    ? { assumptions: [], held: [] }
    : uncertaintyOf(scenario, file.assumptions)
  refuseSameStreams(assumptions, file.path)
  const intervals = intervalsOf({
    shocks: compileShocks(scenario).areOn || assumptions.some(({ path }) => path.startsWith('shocks.')),
    assumptions: assumptions.length > 0,
  })
  const common = { version, scenario: name, scenarioSha256, sets, intervals, seed, illustrative }
  const expected = { ...common, runs: untilError === undefined ? request.runs : { untilError } }
  await checkTarget(folder, expected, overwrite)
  const fit = blocking(() => fitFacts(scenario))
  const model = compileModel(fit.scenario)
  const assumed = assumptions.length > 0 ? { scenario, multipliers: fit.turned, assumptions } : undefined
  const table = await simulate(model, request, assumed)
  const { runs } = table
  const identity = { ...common, runs }
  // Where an error decided the number of runs, it is known only now.
  await checkTarget(folder, identity, overwrite)
  const result = blocking(() => {
    const summaries = summarise(table, drawAssumptions(assumptions, seedKey(seed), runs))
    const claims = testClaims(file.scenario, table)
    const errors = totalCostErrors(table)
    const warnings = [...precisionWarnings(errors, runs, untilError), ...heldWarnings(held)]
    const variants = [BASELINE]
    const parts = manifestParts({
      file,
      fit,
      claims,
      errors,
      warnings,
      model,
      assumptions,
      identity,
      variants,
    })
    const files = encodeResult(summaries, parts)
    const { monthly, years, wholeCost } = summaries
    return {
      file,
      fit,
      claims,
      runs,
      errors,
      warnings,
      intervals,
      axes: model.axes,
      monthly,
      years,
      wholeCost,
      files,
    }
  })
  await writeResult(folder, result.files, signal)
  return result
}

function simulate(model: Model, request: ForecastRequest, assumed?: Assumed): Promise<RunTable> {
  const { untilError } = request
  const mend = untilError === undefined ? 'ask for fewer with --runs' : 'ask for a larger --until-error'
  const simulateTo = async (runs: number, begun?: RunTable) => {
    checkMemory(runs, rowBytes(model, runs), mend)
    return simulateRuns(model, { ...request, runs, assumed }, begun)
  }
  return untilError === undefined ? simulateTo(request.runs) : simulateUntilError(untilError, simulateTo)
}

function summarise(table: RunTable, draws: Draws) {
  return {
    monthly: summariseMonths(table, BASELINE),
    years: summariseYears(table, BASELINE),
    runs: runValues(table, BASELINE),
    draws,
    wholeCost: summariseTotalCost(table),
  }
}
