// The main path, from a scenario file to a result in place: read, fit, compile, simulate, summarise, write.
import { type Fit, fitFacts } from './estimate/fit-facts.ts'
import { uncertaintyOf } from './estimate/fit-uncertainty.ts'
import type { Assumption } from './input/ranges.ts'
import { readScenario, type ScenarioFile } from './input/scenario-reader.ts'
import type { Scenario } from './input/scenario-schema.ts'
import type { Assumed } from './model/assumptions.ts'
import type { Axes } from './model/axes.ts'
import { compileModel, type Model } from './model/compile-model.ts'
import { compileShocks } from './model/shocks.ts'
import { seedKey } from './run/addresses.ts'
import { type Draws, drawAssumptions } from './run/draws.ts'
import { rowBytes, type SimulateOptions, simulateRuns } from './run/pool.ts'
import type { RunTable } from './run/run-row.ts'
import { type RankedAssumption, rankAssumptions } from './summary/assumption-ranking.ts'
import { type TestedClaim, testClaims } from './summary/claims.ts'
import { extraRuns, type HeadlineVariance, splitHeadlines } from './summary/headline-variance.ts'
import { type MonteCarloErrors, totalCostErrors } from './summary/monte-carlo-error.ts'
import { summariseMonths } from './summary/months.ts'
import { runValues } from './summary/run-values.ts'
import type { MonthlySummary, Statistics, YearsSummary } from './summary/statistics.ts'
import { simulateUntilError } from './summary/until-error.ts'
import type { Varied } from './summary/variance-split.ts'
import { summariseTotalCost } from './summary/whole-horizon.ts'
import { summariseYears } from './summary/years.ts'
import { heldWarnings, refuseSameStreams } from './write/assumptions-in-words.ts'
import { checkMemory } from './write/check-memory.ts'
import { checkTarget } from './write/check-target.ts'
import type { ManifestWarning, ResultFile } from './write/manifest.ts'
import { manifestParts } from './write/manifest-parts.ts'
import { precisionWarnings } from './write/precision-in-words.ts'
import { reentryWarnings } from './write/reentry-in-words.ts'
import { encodeResult } from './write/result-files.ts'
import { writeResult } from './write/result-folder.ts'
import { type Intervals, intervalsOf } from './write/result-identity.ts'

export interface ForecastRequest extends Omit<SimulateOptions, 'fresh' | 'assumed'> {
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
  /** Of every headline. */
  variance: HeadlineVariance[]
  /** Of what moves the main headlines; empty without uncertain inputs. */
  ranking: RankedAssumption[]
  /** Runs simulated, without those repeated for the variance. */
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

/** What the uncertain inputs of a scenario were in each run: it has none yet. */
const NO_DRAWS = { paths: [], values: new Float64Array(), runs: 0 }

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
  const varied: Varied = { assumptions: assumptions.length > 0, shocks: intervals.includes('shocks') }
  const assumed = assumedBy(scenario, fit, assumptions)
  const table = await simulate(model, request, varied, assumed)
  const { runs } = table
  const identity = { ...common, runs }
  // Where an error decided the number of runs, it is known only now.
  await checkTarget(folder, identity, overwrite)
  const variance = await repeatAndSplit(model, request, table, varied)
  const result = blocking(() => {
    const summaries = summarise(table, drawAssumptions(assumptions, seedKey(seed), runs))
    const claims = testClaims(file.scenario, table)
    const ranking = rankAssumptions(table, NO_DRAWS)
    const errors = totalCostErrors(table)
    const warnings = [
      ...reentryWarnings(fit.scenario),
      ...precisionWarnings(errors, runs, untilError),
      ...heldWarnings(held),
    ]
    const variants = [BASELINE]
    const range = { variance, ranking, assumptions }
    const parts = manifestParts({ file, fit, claims, ...range, errors, warnings, model, identity, variants })
    const files = encodeResult(summaries, parts)
    const { monthly, years, wholeCost } = summaries
    return {
      file,
      fit,
      claims,
      ...range,
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

/** What each run draws for itself, on top of the scenario before its fit; undefined where nothing is. */
function assumedBy(scenario: Scenario, fit: Fit, assumptions: Assumption[]): Assumed | undefined {
  if (assumptions.length === 0) return undefined
  const { afterCare } = fit.scenario
  return { scenario: { ...scenario, afterCare }, multipliers: fit.turned, assumptions }
}

function simulate(
  model: Model,
  request: ForecastRequest,
  varied: Varied,
  assumed?: Assumed,
): Promise<RunTable> {
  const { untilError } = request
  const mend = untilError === undefined ? 'ask for fewer with --runs' : 'ask for a larger --until-error'
  const simulateTo = async (runs: number, begun?: RunTable) => {
    checkMemory(runs, rowBytes(model, runs), mend)
    const onProgress = (done: number) => request.onProgress?.(done, runs + extraRuns(runs, varied))
    return simulateRuns(model, { ...request, runs, assumed, onProgress }, begun)
  }
  return untilError === undefined ? simulateTo(request.runs) : simulateUntilError(untilError, simulateTo)
}

/** Splits the variance of the headlines; the runs that this takes follow those of the table in the progress. */
function repeatAndSplit(
  model: Model,
  request: ForecastRequest,
  table: RunTable,
  varied: Varied,
  assumed?: Assumed,
): Promise<HeadlineVariance[]> {
  const all = table.runs + extraRuns(table.runs, varied)
  let finished = table.runs
  return splitHeadlines(table, varied, async (fresh, runs) => {
    const onProgress = (done: number) => request.onProgress?.(finished + done, all)
    const repeated = await simulateRuns(model, { ...request, runs, assumed, fresh, onProgress })
    finished += runs
    return repeated
  })
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
