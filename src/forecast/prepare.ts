// The first stage of a forecast: reads what is asked for, and refuses before any run what cannot come out.
import { BASELINE } from '../domain/baseline.ts'
import { type Uncertainty, uncertaintyOf } from '../estimate/fit-uncertainty.ts'
import { streamOf } from '../input/files/council-stream.ts'
import { readScenario } from '../input/files/read-scenario.ts'
import { InputError } from '../input/input-error.ts'
import { type PackagePlan, packagePlans, withChoice } from '../input/packages.ts'
import type { Assumption } from '../input/reading/ranges.ts'
import type { ScenarioFile } from '../input/reading/scenario-reader.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { axesOf } from '../model/axes.ts'
import { packageAxes } from '../model/packages/package-axes.ts'
import { compileShocks } from '../model/shocks.ts'
import { intervalsOf, type ResultIdentity } from '../result/result-identity.ts'
import { refuseSameStreams } from '../run/draws.ts'
import type { Varied } from '../summary/spread/variance-split.ts'
import { assertableNames, nameProblem } from '../summary/targets/asserted-names.ts'
import type { Assertion } from '../summary/targets/assertion.ts'
import { checkTarget } from '../write/folder/check-target.ts'
import type { ForecastRequest } from './request.ts'

/** What is known before anything is fitted or simulated. */
export interface Prepared extends Uncertainty {
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
