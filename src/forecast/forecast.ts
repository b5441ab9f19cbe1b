// The main path, from a scenario file to a result in place: read, fit, compile, simulate, summarise, write.

import { BASELINE } from '../domain/baseline.ts'
import type { Fit } from '../estimate/fit-facts.ts'
import { type Uncertainty, uncertaintyOf } from '../estimate/fit-uncertainty.ts'
import { type FittedModel, fitModel, fittedWithoutLimits } from '../estimate/fitted-model.ts'
import { streamOf } from '../input/files/council-stream.ts'
import { readPublishedRates } from '../input/files/published-files.ts'
import { readScenario } from '../input/files/read-scenario.ts'
import { InputError } from '../input/input-error.ts'
import { type PackageChoice, type PackagePlan, packagePlans, withChoice } from '../input/packages.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { ScenarioFile } from '../input/reading/scenario-reader.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { type Axes, axesOf } from '../model/axes.ts'
import type { Model } from '../model/compile-model.ts'
import { type CappedServices, cappedServices } from '../model/packages/capped-services.ts'
import { compilePackages, type Packages } from '../model/packages/compile-packages.ts'
import { packageAxes } from '../model/packages/package-axes.ts'
import { hasLimits } from '../model/packages/without-limits.ts'
import { compileShocks } from '../model/shocks.ts'
import type { ReportFiles } from '../report/report-files.ts'
import { describeToPassOn, toPassOn } from '../result/disclosure/pass-on.ts'
import {
  describeResult,
  type ManifestParts,
  type ManifestWarning,
  type ResultFile,
  type SolveAnswer,
} from '../result/manifest/manifest.ts'
import { manifestParts } from '../result/manifest/manifest-parts.ts'
import {
  type Intervals,
  intervalsOf,
  type ResultIdentity,
  type SolveQuestion,
} from '../result/result-identity.ts'
import { yearRows } from '../result/rows/year-rows.ts'
import { heldWarnings, rangeWarnings, refuseSameStreams } from '../result/warnings/assumption-warnings.ts'
import { budgetWarnings } from '../result/warnings/budget-warnings.ts'
import { cappedWarnings } from '../result/warnings/capped-warnings.ts'
import { changedMeanings } from '../result/warnings/changed-meanings.ts'
import { investmentWarnings, overpaidWarnings } from '../result/warnings/money-warnings.ts'
import { precisionWarnings } from '../result/warnings/precision-warnings.ts'
import { reentryWarnings } from '../result/warnings/reentry-warnings.ts'
import { solveWarnings } from '../result/warnings/solve-warnings.ts'
import { startedWarnings } from '../result/warnings/started-warnings.ts'
import { untouchedWarnings } from '../result/warnings/untouched-warnings.ts'
import { seedKey } from '../run/addresses.ts'
import { type Draws, drawAssumptions } from '../run/draws.ts'
import type { AllRuns, RunTable } from '../run/run-row.ts'
import {
  type RunPool,
  rowBytes,
  runTasks,
  type SimulateOptions,
  simulateRuns,
  withRunPool,
} from '../run/threads/pool.ts'
import { type MonteCarloErrors, totalCostErrors } from '../summary/monte-carlo-error.ts'
import { type SentMonthsTask, sentTask, summariseMonthsInTasks } from '../summary/months.ts'
import type {
  MonthlySummary,
  Statistics,
  StatisticsColumns,
  YearsSummary,
} from '../summary/numbers/statistics.ts'
import { type Bridge, bridgeFromOutturn } from '../summary/outturn-bridge.ts'
import { overpaidYears } from '../summary/overpaid-years.ts'
import { withArithmetic } from '../summary/packages/arithmetic.ts'
import { attributedRuns, attributePackages } from '../summary/packages/attribute-packages.ts'
import type { Attribution } from '../summary/packages/attribution.ts'
import { type Displacement, displacedRuns, displacements } from '../summary/packages/displacement.ts'
import { type PackageResult, packageResults, withDisplacement } from '../summary/packages/package-results.ts'
import { summarisePaired } from '../summary/packages/paired.ts'
import { untouchedInterventions } from '../summary/packages/untouched.ts'
import { type RankedAssumption, rankAssumptions } from '../summary/spread/assumption-ranking.ts'
import { extraRuns, type HeadlineVariance, splitHeadlines } from '../summary/spread/headline-variance.ts'
import type { Varied } from '../summary/spread/variance-split.ts'
import { summariseVariants } from '../summary/summarise-variants.ts'
import { assertableNames, nameProblem } from '../summary/targets/asserted-names.ts'
import { type Assertion, type TestedAssertion, testAssertions } from '../summary/targets/assertion.ts'
import type { BudgetResult } from '../summary/targets/budgets.ts'
import type { TestedClaim } from '../summary/targets/claims.ts'
import { budgetsOfVariants, claimsOfVariants } from '../summary/targets/targets.ts'
import { simulateUntilError } from '../summary/until-error.ts'
import { variantsOf } from '../summary/variants.ts'
import { summariseTotalCost } from '../summary/whole-horizon.ts'
import { gatherYearsOnce, totalsOfAllYears, type YearValues } from '../summary/year-values.ts'
import type { Summaries } from '../write/encode-result.ts'
import { checkTarget } from '../write/folder/check-target.ts'
import { type Claim, withClaim } from '../write/folder/claim.ts'
import { writeResult } from '../write/folder/result-folder.ts'
import { checkMemory } from './check-memory.ts'

/** What a forecast spends its time on; runs that are repeated for what is told about them are simulated too. */
export type Stage = 'read' | 'fit' | 'simulate' | 'summarise' | 'write'

/** Does work that hears no signal. */
export type Blocking = <Result>(work: () => Result | Promise<Result>) => Promise<Result>

export interface ForecastRequest
  extends Omit<SimulateOptions, 'fresh' | 'assumed' | 'packages' | 'onProgress'> {
  scenario: string
  /** Values put over those of the scenario, each PATH=VALUE. */
  sets?: string[]
  /** A CSV file of budgets, beside those of the scenario. */
  budgetFile?: string
  /** Which packages are simulated beside the baseline; all of the scenario's where it says nothing. */
  choice?: PackageChoice
  /** Whether what packages bring is attributed to interventions, and its spread to limited places, which takes more runs. */
  attribution?: boolean
  /** What the result is held to. */
  assertions?: Assertion[]
  /** Whether every chart of the report is written as a file of its own too. */
  charts?: boolean
  /** What is solved for, and what came out where that is known; its value is among the sets then. */
  solve?: SolveQuestion
  solved?: SolveAnswer
  /** Whether years have nothing in common beyond chance and assumptions are held, whatever the scenario says of both. */
  chanceOnly?: boolean
  /** Simulates as many runs as bring the Monte Carlo errors of the total cost below this percentage, instead of `runs`. */
  untilError?: number
  /** Where the result goes. */
  folder: string
  /** That of the folder, where the process has it already. */
  claim?: Claim
  /** Whether a different result in the folder may be replaced. */
  overwrite: boolean
  /** Version of carecast. */
  version: string
  /** Takes how many runs are done of those asked for, or of those that a stage beside them repeats. */
  onProgress?: (done: number, runs: number, stage?: string) => void
  /** Called when the work turns to another stage, however often it does. */
  onStage?: (stage: Stage) => void
  /** Wraps the reading of the input, and work that blocks the thread: neither hears a signal, nor loses anything by being killed. */
  blocking?: Blocking
}

export interface Forecast {
  file: ScenarioFile
  fit: Fit
  /** Of every variant, as are the claims; empty where there are none. */
  budgets: BudgetResult[]
  /** Absent where the scenario has no outturn. */
  bridge?: Bridge
  /** Absent where no packages were run, as is the attribution. */
  packages?: PackageResult[]
  attribution?: Attribution[]
  /** Absent where nothing was asserted. */
  assertions?: TestedAssertion[]
  /** Absent where nothing was solved for. */
  solve?: SolveQuestion & SolveAnswer
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
  /** Sentences on files that could not be written. */
  notes: string[]
}

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Forecast> {
  const { folder, claim, onStage, blocking = async (work) => work() } = request
  onStage?.('read')
  const prepared = await blocking(() => prepareForecast(request))
  onStage?.('fit')
  const fitted = await blocking(() => fitModel(prepared.scenario, prepared.assumptions))
  return withClaim(folder, claim, (held) => forecastInto({ ...request, claim: held }, prepared, fitted))
}

/** Simulates what is prepared and puts the result in place in a folder that no other process can write to meanwhile. */
async function forecastInto(
  request: ForecastRequest,
  prepared: Prepared,
  fitted: FittedModel,
): Promise<Forecast> {
  const { folder, claim, signal, onStage, blocking = async (work) => work() } = request
  const { stream } = prepared.identity
  // What is simulated is in no variable, so that the rows of all runs can go before the files are encoded.
  const described = await withRunPool(request, (pool) =>
    simulateAll(prepared, fitted, { ...request, stream, pool }),
  ).then((simulated) => blocking(() => describe(simulated)))
  onStage?.('write')
  const passedOn = await blocking(() => toPassOn(described))
  const papers = await writePapers(passedOn)
  const report = await writeReport(passedOn, described, request.charts)
  const { summaries, parts, ...result } = described
  const { encodeResult } = await import('../write/encode-result.ts')
  const forPeople = [...papers, ...report.files]
  const files = await blocking(() => encodeResult(summaries, parts, forPeople, passedOn.summaries.years))
  await writeResult(folder, files, signal, claim)
  return { ...result, files, notes: report.notes }
}

/** Simulates the runs of a scenario, and repeats some of them for what is told about them. */
async function simulateAll(
  prepared: Prepared,
  fitted: FittedModel,
  request: ForecastRequest & { pool: RunPool },
): Promise<Simulated> {
  const { folder, overwrite } = request
  const { file, plans, scenario, assumptions, held, varied, identity: common } = prepared
  const packages = compilePackages(fitted.fit.scenario, fitted.model.axes, plans)
  const ahead = workAhead(scenario, varied, request.attribution === false ? [] : plans)
  const table = await simulate(fitted, packages, request)
  const identity = { ...common, runs: table.runs }
  // Where an error decided the number of runs, it is known only now.
  await checkTarget(folder, identity, overwrite)
  const variance = await repeatAndSplit(fitted, request, table, ahead)
  const attribution = await attributeRuns(fitted, request, table, ahead)
  const displaced = await repeatWithoutLimits(fitted, request, table, ahead)
  return {
    file,
    fitted,
    table,
    monthly: await summariseMonthsOn(request.pool, table, request.signal),
    packages,
    attribution,
    displaced,
    assumptions,
    held,
    variance,
    identity,
    request,
  }
}

/** Describes the months of every variant, most of the work of a summary, on all threads. */
function summariseMonthsOn(pool: RunPool, table: AllRuns, signal?: AbortSignal): Promise<MonthlySummary[]> {
  return summariseMonthsInTasks(variantsOf(table), (tasks) =>
    runTasks<SentMonthsTask, StatisticsColumns>(pool, 'summarise', tasks.map(sentTask), signal),
  )
}

/** Simulates a pass of runs; what follows it is a summary of them. */
async function simulatePass(
  model: Model,
  request: ForecastRequest & SimulateOptions,
  begun?: AllRuns,
): Promise<AllRuns> {
  request.onStage?.('simulate')
  const table = await simulateRuns(model, request, begun)
  request.onStage?.('summarise')
  return table
}

/** What is known before anything is fitted or simulated. */
interface Prepared extends Uncertainty {
  file: ScenarioFile
  /** That of the file, or without what is held. */
  scenario: Scenario
  plans: PackagePlan[]
  varied: Varied
  identity: Omit<ResultIdentity, 'runs'>
}

/** Reads the scenario and looks at all that the request names, the folder too; throws InputError or MachineError. */
export async function prepareForecast(request: ForecastRequest): Promise<Prepared> {
  const { untilError, folder, overwrite } = request
  const file = await readScenario(request.scenario, request.sets, request.budgetFile)
  const plans = withChoice(packagePlans(file.scenario), file.scenario, request.choice ?? {})
  const uncertainty = uncertain(file, request.chanceOnly)
  const { scenario, assumptions } = uncertainty
  const varied = variedIn(scenario, assumptions)
  const identity = identityOf(file, request, varied, plans)
  refuseUnknownNames('assert', request.assertions, scenario, plans)
  await checkTarget(
    folder,
    { ...identity, runs: untilError === undefined ? request.runs : { untilError } },
    overwrite,
  )
  return { ...uncertainty, file, plans, varied, identity }
}

/** Encodes the files for papers; loaded late, as are the other encoders, so that the runs do not wait for their libraries. */
async function writePapers({
  file,
  parts,
  budgets,
  years: summary,
  wholeCost,
  axes,
}: Described): Promise<ResultFile[]> {
  const { encodePapers } = await import('../write/paper/papers.ts')
  const years = yearRows(summary, wholeCost, axes)
  return encodePapers({ parts, scenario: file.scenario, summary, years, budgets })
}

/** Encodes the files for committees; loaded late, since drawing charts takes a library that nothing else needs. */
async function writeReport(
  { file, parts, summaries }: Described,
  whole: Described,
  charts = false,
): Promise<ReportFiles> {
  const { reportFiles } = await import('../report/report-files.ts')
  const manifest = describeToPassOn(parts, describeResult({ ...whole.parts, files: [] }))
  const { monthly, years } = summaries
  const { scenario } = file
  const rates = readPublishedRates(scenario.council, scenario.start)
  return reportFiles({ manifest, scenario, monthly, years, rates }, charts)
}

/** The scenario with what is uncertain in it; with chance only nothing is. */
function uncertain(file: ScenarioFile, chanceOnly = false): Uncertainty & { scenario: Scenario } {
  if (chanceOnly) return { scenario: heldAtCentral(file.scenario), assumptions: [], held: [] }
  const uncertainty = uncertaintyOf(file.scenario, file.assumptions)
  refuseSameStreams(uncertainty.assumptions, file.path)
  return { scenario: file.scenario, ...uncertainty }
}

/** Without shocks, and with interventions that have their effect in every run. */
function heldAtCentral({ interventions, ...scenario }: Scenario): Scenario {
  const working = Object.entries(interventions ?? {}).map(([key, intervention]) => {
    return [key, { ...intervention, noEffectShare: undefined }]
  })
  return {
    ...scenario,
    shocks: undefined,
    ...(interventions && { interventions: Object.fromEntries(working) }),
  }
}

function variedIn(scenario: Scenario, assumptions: Assumption[]): Varied {
  const drawnShocks = assumptions.some(({ path }) => path.startsWith('shocks.'))
  return { shocks: compileShocks(scenario).areOn || drawnShocks, assumptions: assumptions.length > 0 }
}

function identityOf(
  { scenario, sha256: scenarioSha256, sets, budgetFile, stream }: ScenarioFile,
  { version, seed, solve, attribution = true }: ForecastRequest,
  varied: Varied,
  plans: PackagePlan[],
): Omit<ResultIdentity, 'runs'> {
  const { name, illustrative } = scenario
  return {
    version,
    scenario: name,
    scenarioSha256,
    sets,
    ...(solve && { solve }),
    ...(budgetFile && { budgetSha256: budgetFile.sha256 }),
    intervals: intervalsOf(varied),
    seed,
    stream: streamOf(stream),
    illustrative,
    ...(plans.length > 0 && {
      packages: plans.map(({ key, interventions }) => ({ package: key, interventions })),
      isAttributed: attribution,
    }),
  }
}

/** Throws an InputError for an assertion, given as an option, that names what the result will not have. */
export function refuseUnknownNames(
  option: string,
  assertions: Assertion[] = [],
  scenario: Scenario,
  plans: PackagePlan[],
): void {
  const axes = axesOf(scenario)
  const variants = [
    { variant: BASELINE, axes },
    ...plans.map((plan) => ({ variant: plan.key, axes: packageAxes(scenario, axes, plan) })),
  ]
  const names = assertableNames(scenario, variants)
  const problems = assertions.flatMap((assertion) => {
    const message = nameProblem(assertion.name, names)
    return message === undefined ? [] : [{ file: `--${option} ${assertion.text}`, message }]
  })
  if (problems.length > 0) throw new InputError(problems)
}

interface Simulated {
  file: ScenarioFile
  fitted: FittedModel
  table: AllRuns
  /** [variant] */
  monthly: MonthlySummary[]
  packages: Packages
  attribution: Attribution[]
  displaced: Displacement[]
  assumptions: Assumption[]
  held: Assumption[]
  variance: HeadlineVariance[]
  identity: ResultIdentity
  request: ForecastRequest
}

/** A forecast before its files, and what they are encoded from. */
interface Described extends Omit<Forecast, 'files' | 'notes'> {
  summaries: Summaries
  parts: Omit<ManifestParts, 'files'>
}

/** Summarises the runs. */
function describe({
  file,
  fitted,
  table,
  monthly,
  packages,
  attribution,
  displaced,
  identity,
  request,
  held,
  ...range
}: Simulated): Described {
  const { fit, model } = fitted
  const { runs } = table
  const draws = drawAssumptions(range.assumptions, seedKey(identity.seed, identity.stream), runs)
  const yearsOf = gatherYearsOnce()
  const costOf = (own: RunTable) => totalsOfAllYears(own, yearsOf(own))
  const errors = totalCostErrors(table, costOf(table))
  const budgets = budgetsOfVariants(file.scenario, table)
  const capped = cappedServices(model, packages.programme)
  const ofPackages = comparePackages(capped, table, packages, attribution, displaced, file.scenario, yearsOf)
  const known = {
    file,
    fit,
    budgets,
    bridge: bridgeFromOutturn(file.scenario, table),
    claims: claimsOfVariants(file.scenario, table),
    ...range,
    ranking: rankAssumptions(table, ofBaseline(draws)),
    errors,
    ...ofPackages.results,
    ...solvedIn(request),
    ...(request.assertions && {
      assertions: testAssertions(request.assertions, variantsOf(table), file.scenario),
    }),
    warnings: [
      ...file.warnings,
      ...reentryWarnings(fit.scenario),
      ...solveWarnings(solvedIn(request).solve),
      ...precisionWarnings(errors, runs, request.untilError),
      ...heldWarnings(held),
      ...rangeWarnings(file.scenario, range.assumptions),
      ...budgetWarnings(file.scenario, budgets),
      ...overpaidWarnings(overpaidYears(variantsOf(table), yearsOf)),
      ...investmentWarnings(
        file.scenario,
        packages.programme.interventions.map(({ key }) => key),
      ),
      ...ofPackages.warnings,
      ...changedMeanings({
        scenario: file.scenario,
        assumptions: range.assumptions,
        interventions: packages.programme.interventions.map(({ key }) => key),
        capped,
        caps: new Map(packages.programme.packages.map(({ key, cap }) => [key, cap])),
        variants: variantsOf(table),
        yearsOf,
      }),
    ],
  }
  const totalCost = Object.fromEntries(
    variantsOf(table).map(({ variant, table: runs }) => [variant, summariseTotalCost(runs, costOf(runs))]),
  )
  const parts = manifestParts({ ...known, model, identity, totalCost })
  const { baseline, ...ofVariants } = summariseVariants(table, monthly, yearsOf)
  return {
    ...known,
    runs,
    intervals: identity.intervals,
    axes: model.axes,
    ...baseline,
    wholeCost: totalCost[BASELINE],
    summaries: { ...ofVariants, paired: ofPackages.paired, draws, budgets },
    parts,
  }
}

function solvedIn({ solve, solved }: ForecastRequest): Pick<Forecast, 'solve'> {
  return solve && solved ? { solve: { ...solve, ...solved } } : {}
}

/** What interventions are drawn does not move the baseline. */
function ofBaseline({ paths, values, runs }: Draws): Draws {
  const own = [...paths.keys()].filter((index) => !paths[index].startsWith('interventions.'))
  const kept = new Float64Array(own.length * runs)
  own.forEach((index, at) => {
    kept.set(values.subarray(index * runs, (index + 1) * runs), at * runs)
  })
  return { paths: own.map((index) => paths[index]), values: kept, runs }
}

/** Holds each package against the baseline. */
function comparePackages(
  capped: CappedServices[],
  table: AllRuns,
  { programme, plans }: Packages,
  attribution: Attribution[],
  displaced: Displacement[],
  scenario: Scenario,
  yearsOf: (table: RunTable) => YearValues,
) {
  if (table.packages.length === 0) return { results: {}, warnings: [] }
  const isIllustration = scenario.illustrative !== undefined
  const paired = summarisePaired(table, table.packages, isIllustration, yearsOf)
  const results = packageResults(paired, table, table.packages, programme, isIllustration, yearsOf)
  const packages = withArithmetic(withDisplacement(results, displaced), scenario, table)
  return {
    results: { packages, ...(attribution.length > 0 && { attribution }) },
    paired,
    warnings: [
      ...startedWarnings(scenario, plans),
      ...cappedWarnings(capped),
      ...untouchedWarnings(untouchedInterventions(table, table.packages, programme)),
    ],
  }
}

/** What is simulated beside the runs of the result. */
interface Ahead {
  varied: Varied
  /** Packages that are attributed to their interventions; empty where none are to be. */
  plans: PackagePlan[]
  /** Whether they are repeated without limited places. */
  isDisplaced: boolean
}

function workAhead(scenario: Scenario, varied: Varied, plans: PackagePlan[]): Ahead {
  return { varied, plans, isDisplaced: plans.length > 0 && hasLimits(scenario) }
}

/** What is repeated after the runs, as progress calls it. */
const REPEATED = {
  variance: 'Then, causes of the spread',
  attribution: 'Then, savings by intervention',
  displacement: 'Then, without limited places',
} as const

function simulate(
  { model, assumed }: FittedModel,
  packages: Packages,
  request: ForecastRequest,
): Promise<AllRuns> {
  const { untilError } = request
  const mend = untilError === undefined ? 'ask for fewer with --runs' : 'ask for a larger --until-error'
  const simulateTo = async (runs: number, begun?: AllRuns) => {
    checkMemory(runs, rowBytes(model, runs, packages), mend)
    const onProgress = (done: number) => request.onProgress?.(done, runs)
    return simulatePass(model, { ...request, runs, assumed, packages, onProgress }, begun)
  }
  return untilError === undefined ? simulateTo(request.runs) : simulateUntilError(untilError, simulateTo)
}

/** Splits the variance of the headlines; the runs that this takes are a stage of the progress. */
function repeatAndSplit(
  { model, assumed }: FittedModel,
  request: ForecastRequest,
  table: RunTable,
  ahead: Ahead,
): Promise<HeadlineVariance[]> {
  const all = extraRuns(table.runs, ahead.varied)
  let finished = 0
  return splitHeadlines(table, ahead.varied, async (fresh, runs) => {
    const onProgress = (done: number) => request.onProgress?.(finished + done, all, REPEATED.variance)
    const repeated = await simulatePass(model, { ...request, runs, assumed, fresh, onProgress })
    finished += runs
    return repeated
  })
}

/** Attributes packages to their interventions, a stage of the progress. */
function attributeRuns(
  { fit, model, assumed }: FittedModel,
  request: ForecastRequest,
  table: RunTable,
  ahead: Ahead,
): Promise<Attribution[]> {
  const all = attributedRuns(table.runs, ahead.plans)
  let finished = 0
  const simulatePlans = async (plans: PackagePlan[], runs: number) => {
    const onProgress = (done: number) => request.onProgress?.(finished + done, all, REPEATED.attribution)
    const packages = compilePackages(fit.scenario, model.axes, plans)
    const simulated = await simulatePass(model, { ...request, runs, assumed, packages, onProgress })
    finished += runs
    return simulated
  }
  const isIllustration = fit.scenario.illustrative !== undefined
  return attributePackages(ahead.plans, table.runs, simulatePlans, isIllustration)
}

/** Repeats the first runs of baseline and packages where nothing limits placements, the last stage of the progress. */
async function repeatWithoutLimits(
  fitted: FittedModel,
  request: ForecastRequest,
  table: AllRuns,
  ahead: Ahead,
): Promise<Displacement[]> {
  if (!ahead.isDisplaced) return []
  const runs = displacedRuns(table.runs, ahead.isDisplaced)
  const { fit, model, assumed } = fittedWithoutLimits(fitted)
  const packages = compilePackages(fit.scenario, model.axes, ahead.plans)
  const onProgress = (done: number) => request.onProgress?.(done, runs, REPEATED.displacement)
  const repeated = await simulatePass(model, { ...request, runs, assumed, packages, onProgress })
  return displacements(table, repeated)
}
