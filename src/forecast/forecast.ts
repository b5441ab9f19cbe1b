// The main path, from a scenario file to a result in place: read, fit, compile, simulate, repeat, summarise, conclude, deliver.
import { fitModel } from '../estimate/fitted-model.ts'
import { compilePackages } from '../model/packages/compile-packages.ts'
import type { Delivered } from '../result/delivered.ts'
import { withRunPool } from '../run/threads/pool.ts'
import { checkTarget } from '../write/folder/check-target.ts'
import { withClaim } from '../write/folder/claim.ts'
import { conclude } from './conclude.ts'
import { deliver } from './deliver.ts'
import { simulateResult, stageOf } from './passes.ts'
import { prepareForecast } from './prepare.ts'
import { repeatRuns } from './repeats.ts'
import type { ForecastRequest } from './request.ts'
import { summariseMonths } from './summarise-months.ts'

/** Simulates a scenario and puts the result in place; throws InputError, MachineError or the reason of the signal. */
export async function forecast(request: ForecastRequest): Promise<Delivered> {
  const { folder, overwrite, onStage, attribution = true, blocking = async (work) => work() } = request
  onStage?.('read')
  const prepared = await blocking(() => prepareForecast(request))
  onStage?.('fit')
  const fitted = await blocking(() => fitModel(prepared.scenario, prepared.assumptions))
  return withClaim(folder, request.claim, async (claim) => {
    // The rows of all runs are in no variable here, so that they can go before the files are encoded.
    const concluded = await withRunPool(request, async (pool) => {
      const shared = { ...request, stream: prepared.identity.stream, pool }
      const packages = compilePackages(fitted.fit.scenario, fitted.model.axes, prepared.plans)
      const table = await simulateResult(fitted, packages, shared)
      const identity = { ...prepared.identity, runs: table.runs }
      // Where an error decided the number of runs, it is known only now.
      await checkTarget(folder, identity, overwrite)
      const questions = { varied: prepared.varied, plans: attribution ? prepared.plans : [] }
      const repeated = await repeatRuns(fitted, table, questions, (name, runs) => stageOf(name, runs, shared))
      const monthly = await summariseMonths(table, pool, request.signal)
      return { prepared, fitted, packages, identity, table, monthly, ...repeated }
    }).then((simulated) => blocking(() => conclude(simulated, request)))
    onStage?.('write')
    return deliver(concluded, request, claim)
  })
}
