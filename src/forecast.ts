// The main path, from a scenario file to a result in place: read, fit, compile, simulate, summarise, write.
import type { Fit } from './estimate/fit-facts.ts'
import { type Uncertainty, uncertaintyOf } from './estimate/fit-uncertainty.ts'
import { type FittedModel, fitModel } from './estimate/fitted-model.ts'
import type { Assumption } from './input/ranges.ts'
import { readScenario, type ScenarioFile } from './input/scenario-reader.ts'
import type { Scenario } from './input/scenario-schema.ts'
import type { Axes } from './model/axes.ts'
import { compileShocks } from './model/shocks.ts'
import { seedKey } from './run/addresses.ts'
import { type Draws, drawAssumptions } from './run/draws.ts'
import { rowBytes, type SimulateOptions, simulateRuns } from './run/pool.ts'
import type { RunTable } from './run/run-row.ts'
import type { Assertion, TestedAssertion } from './summary/assertion.ts'
import { type RankedAssumption, rankAssumptions } from './summary/assumption-ranking.ts'
import type { Attribution } from './summary/attribution.ts'
import { type BudgetResult, evaluateBudgets } from './summary/budgets.ts'
import { type TestedClaim, testClaims } from './summary/claims.ts'
import { extraRuns, type HeadlineVariance, splitHeadlines } from './summary/headline-variance.ts'
import { type MonteCarloErrors, totalCostErrors } from './summary/monte-carlo-error.ts'
import { summariseMonths } from './summary/months.ts'
import { type Bridge, bridgeFromOutturn } from './summary/outturn-bridge.ts'
import type { PackageResult } from './summary/package-results.ts'
import { runValues } from './summary/run-values.ts'
import type { MonthlySummary, Statistics, YearsSummary } from './summary/statistics.ts'
import { simulateUntilError } from './summary/until-error.ts'
import type { Varied } from './summary/variance-split.ts'
import { summariseTotalCost } from './summary/whole-horizon.ts'
import { summariseYears } from './summary/years.ts'
import { heldWarnings, refuseSameStreams } from './write/assumptions-in-words.ts'
import { budgetWarnings } from './write/budgets-in-words.ts'
import { checkMemory } from './write/check-memory.ts'
import { checkTarget } from './write/check-target.ts'
import type { ManifestParts, ManifestWarning, ResultFile } from './write/manifest.ts'
import { manifestParts } from './write/manifest-parts.ts'
import { encodePapers } from './write/papers.ts'
import { precisionWarnings } from './write/precision-in-words.ts'
import { reentryWarnings } from './write/reentry-in-words.ts'
import { encodeResult, type Summaries } from './write/result-files.ts'
import { writeResult } from './write/result-folder.ts'
import { type Intervals, intervalsOf, type ResultIdentity } from './write/result-identity.ts'
import { yearRows } from './write/year-rows.ts'

export interface ForecastRequest extends Omit<SimulateOptions, 'fresh' | 'assumed'> {
  scenario: string
  /** Values put over those of the scenario, each PATH=VALUE. */
  sets?: string[]
  /** A CSV file of budgets, beside those of the scenario. */
  budgetFile?: string
  /** Keys of the packages to run; all of the scenario's where missing. */
  packages?: string[]
  /** Keys of interventions put into these packages, and left out of them. */
  with?: string[]
  without?: string[]
  /** Whether what packages bring is attributed to their interventions, which takes more runs. */
  attribution?: boolean
  /** What the result is held to. */
  assertions?: Assertion[]
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
  /** Empty where there are none. */
  budgets: BudgetResult[]
  /** Absent where the scenario has no outturn. */
  bridge?: Bridge
  /** Absent where no packages were run, as is the attribution. */
  packages?: PackageResult[]
  attribution?: Attribution[]
  /** Absent where nothing was asserted. */
  assertions?: TestedAssertion[]
  claims: TestedClaim[]
  /** What each run draws afresh. */
  assumptions: Assumption[]
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

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Forecast> {
  const { untilError, folder, overwrite, signal, blocking = (work) => work() } = request
  const file = await readScenario(request.scenario, request.sets, request.budgetFile)
  const { scenario, assumptions, held } = uncertain(file, request.chanceOnly)
  const varied = variedIn(scenario, assumptions)
  const common = identityOf(file, request, varied)
  await checkTarget(
    folder,
    { ...common, runs: untilError === undefined ? request.runs : { untilError } },
    overwrite,
  )
  const fitted = blocking(() => fitModel(scenario, assumptions))
  const table = await simulate(fitted, request, varied)
  const identity = { ...common, runs: table.runs }
  // Where an error decided the number of runs, it is known only now.
  await checkTarget(folder, identity, overwrite)
  const variance = await repeatAndSplit(fitted, request, table, varied)
  const described = blocking(() =>
    describe({ file, fitted, table, assumptions, held, variance, identity, untilError }),
  )
  const papers = await writePapers(described)
  const { summaries, parts, ...result } = described
  const files = blocking(() => encodeResult(summaries, parts, papers))
  await writeResult(folder, files, signal)
  return { ...result, files }
}

/** Encodes the files for papers. */
function writePapers({
  file,
  parts,
  budgets,
  years: summary,
  wholeCost,
  axes,
}: Described): Promise<ResultFile[]> {
  const years = yearRows(summary, wholeCost, axes)
  return encodePapers({ parts, scenario: file.scenario, summary, years, budgets })
}

/** The scenario with what is uncertain in it; with chance only nothing is. */
function uncertain(file: ScenarioFile, chanceOnly = false): Uncertainty & { scenario: Scenario } {
  if (chanceOnly) return { scenario: { ...file.scenario, shocks: undefined }, assumptions: [], held: [] }
  const uncertainty = uncertaintyOf(file.scenario, file.assumptions)
  refuseSameStreams(uncertainty.assumptions, file.path)
  return { scenario: file.scenario, ...uncertainty }
}

function variedIn(scenario: Scenario, assumptions: Assumption[]): Varied {
  const drawnShocks = assumptions.some(({ path }) => path.startsWith('shocks.'))
  return { shocks: compileShocks(scenario).areOn || drawnShocks, assumptions: assumptions.length > 0 }
}

function identityOf(
  { scenario, sha256: scenarioSha256, sets, budgetFile }: ScenarioFile,
  { version, seed }: ForecastRequest,
  varied: Varied,
): Omit<ResultIdentity, 'runs'> {
  const { name, illustrative } = scenario
  return {
    version,
    scenario: name,
    scenarioSha256,
    sets,
    ...(budgetFile && { budgetSha256: budgetFile.sha256 }),
    intervals: intervalsOf(varied),
    seed,
    illustrative,
  }
}

interface Simulated {
  file: ScenarioFile
  fitted: FittedModel
  table: RunTable
  assumptions: Assumption[]
  held: Assumption[]
  variance: HeadlineVariance[]
  identity: ResultIdentity
  untilError: number | undefined
}

/** A forecast before its files, and what they are encoded from. */
interface Described extends Omit<Forecast, 'files'> {
  summaries: Summaries
  parts: Omit<ManifestParts, 'files'>
}

/** Summarises the runs. */
function describe({ file, fitted, table, identity, untilError, held, ...range }: Simulated): Described {
  const { fit, model } = fitted
  const { runs } = table
  const draws = drawAssumptions(range.assumptions, seedKey(identity.seed), runs)
  const summaries = summarise(table, draws)
  const errors = totalCostErrors(table)
  const budgets = evaluateBudgets(file.scenario, table)
  const known = {
    file,
    fit,
    budgets,
    bridge: bridgeFromOutturn(file.scenario, table),
    claims: testClaims(file.scenario, table),
    ...range,
    ranking: rankAssumptions(table, draws),
    errors,
    warnings: [
      ...reentryWarnings(fit.scenario),
      ...precisionWarnings(errors, runs, untilError),
      ...heldWarnings(held),
      ...budgetWarnings(file.scenario, budgets),
    ],
  }
  const parts = manifestParts({ ...known, model, identity, variants: [BASELINE] })
  const { monthly, years, wholeCost } = summaries
  const { axes } = model
  return {
    ...known,
    runs,
    intervals: identity.intervals,
    axes,
    monthly,
    years,
    wholeCost,
    summaries: { ...summaries, budgets },
    parts,
  }
}

function simulate(
  { model, assumed }: FittedModel,
  request: ForecastRequest,
  varied: Varied,
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
  { model, assumed }: FittedModel,
  request: ForecastRequest,
  table: RunTable,
  varied: Varied,
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
