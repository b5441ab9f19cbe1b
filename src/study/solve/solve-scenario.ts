// Break-even: the value of a number of the scenario at which a measure reaches its target, and the result with it in place.
// Every value is simulated with the same random numbers. What only a result needs is left out until the value is found.
import { type FittedModel, fitModel, fittedWithInterventions } from '../../estimate/fitted-model.ts'
import { checkMemory } from '../../forecast/check-memory.ts'
import { forecast } from '../../forecast/forecast.ts'
import { prepareForecast, refuseUnknownNames } from '../../forecast/prepare.ts'
import type { ForecastRequest } from '../../forecast/request.ts'
import { InputError } from '../../input/input-error.ts'
import { describeField } from '../../input/schema/field-words.ts'
import { compilePackages } from '../../model/packages/compile-packages.ts'
import type { Delivered } from '../../result/delivered.ts'
import type { SolveQuestion } from '../../result/result-identity.ts'
import { rowBytes, simulateRuns, withRunPool } from '../../run/threads/pool.ts'
import { type Assertion, testAssertions } from '../../summary/targets/assertion.ts'
import { variantsOf } from '../../summary/variants.ts'
import { withClaim } from '../../write/folder/claim.ts'
import { bisect, type Ends, type Measure, MOST_STEPS, measureEnds } from './solve.ts'

/** What to solve for, and the forecast that is to be written with the solution in place. */
export interface SolveRequest extends ForecastRequest {
  solve: SolveQuestion
  target: Assertion
  untilError?: undefined
}

/**
 * Finds the value and puts the result with it in place. Throws InputError where the path is no number of the scenario, the
 * target names nothing that the result has, or both ends are on the same side of it, and what forecast throws.
 */
export async function solveScenario(request: SolveRequest): Promise<Delivered> {
  const { solve, folder, blocking = async (work) => work() } = request
  // What is wrong with the first value is said before the folder is claimed.
  await blocking(() => prepareAt(solve.between[0], request))
  return withClaim(folder, request.claim, (claim) =>
    withRunPool(request, (pool) => solveOnThreads({ ...request, claim, pool })),
  )
}

async function solveOnThreads(request: SolveRequest): Promise<Delivered> {
  const { path, between } = request.solve
  const measure = measureOf(request, stepProgress(request))
  const ends = await measureEnds(measure, between)
  refuseOneSided(ends, request)
  const solved = await bisect(measure, ends, {
    threshold: request.target.threshold,
    isWhole: fieldOf(path).isWhole,
  })
  return forecast({
    ...request,
    sets: [...(request.sets ?? []), setAt(path, solved.solution)],
    solved,
  })
}

function fieldOf(path: string) {
  return describeField(path.split('.'))
}

function setAt(path: string, value: number): string {
  return `${path}=${value}`
}

/** Reports the runs of each value as a stage; how many values there will be is not known before. */
function stepProgress({ runs, onProgress }: SolveRequest): (done: number) => void {
  let values = 1
  return (done) => {
    onProgress?.(done, runs, `Value ${values} of at most ${MOST_STEPS}`)
    if (done === runs) values++
  }
}

/** Returns what simulates the scenario with a value in place and measures it. */
function measureOf(request: SolveRequest, onProgress: (done: number) => void): Measure {
  const { target, solve, blocking = async (work) => work() } = request
  let kept: FittedModel | undefined
  return async (value) => {
    const { file, scenario, assumptions, plans, identity } = await prepareAt(value, request)
    kept = await blocking(() =>
      kept && changesNoFit(solve.path)
        ? fittedWithInterventions(kept, scenario)
        : fitModel(scenario, assumptions),
    )
    const { fit, model, assumed } = kept
    const measured = plans.filter(({ key }) => target.name.startsWith(`${key}:`))
    const packages = compilePackages(fit.scenario, model.axes, measured)
    checkMemory(request.runs, rowBytes(model, request.runs, packages), 'ask for fewer with --runs')
    const table = await simulateRuns(model, {
      ...request,
      stream: identity.stream,
      assumed,
      packages,
      onProgress,
    })
    const [tested] = testAssertions([target], variantsOf(table), file.scenario)
    return { measure: tested.value, mc_error: tested.mc_error, holds: tested.holds }
  }
}

/** Facts are fitted to the baseline alone. */
function changesNoFit(path: string): boolean {
  return /^(interventions|packages)\./.test(path)
}

/** Reads the scenario with a value in place; throws InputError in words of the search. */
async function prepareAt(value: number, request: SolveRequest) {
  const { solve, target } = request
  const set = setAt(solve.path, value)
  const place = `--solve ${set}`
  try {
    const prepared = await prepareForecast({ ...request, sets: [...(request.sets ?? []), set] })
    if (!fieldOf(solve.path).isNumber) throw new InputError([{ file: place, message: 'is not a number' }])
    refuseUnknownNames('target', [target], prepared.scenario, prepared.plans)
    return prepared
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    throw new InputError(
      error.problems.map((problem) =>
        problem.file === `--set ${set}` ? { ...problem, file: place } : problem,
      ),
    )
  }
}

function refuseOneSided(ends: Ends, { solve, target }: SolveRequest): void {
  if (ends[0].holds !== ends[1].holds) return
  const values = ends.map(({ value, measure }) => `${Number(measure.toPrecision(6))} at ${value}`)
  const message =
    `${target.name} is ${values.join(' and ')}, so that ${target.text} holds at ` +
    `${ends[0].holds ? 'both' : 'neither'}; name ends with --between of which it holds at one`
  throw new InputError([{ file: `--solve ${solve.path}`, message }])
}
