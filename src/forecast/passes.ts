// Passes of runs over one pool of threads: each shows in the progress as a stage of its own.
import type { FittedModel } from '../estimate/fitted-model.ts'
import type { Packages } from '../model/packages/compile-packages.ts'
import type { AllRuns } from '../run/run-row.ts'
import { type RunPool, rowBytes, type SimulateOptions, simulateRuns } from '../run/threads/pool.ts'
import { simulateUntilError } from '../summary/until-error.ts'
import { checkMemory } from './check-memory.ts'
import type { ForecastRequest } from './request.ts'

/** What one pass of runs differs by from another of the same forecast. */
export interface Pass extends Pick<SimulateOptions, 'runs' | 'packages' | 'fresh'> {
  fitted: Pick<FittedModel, 'model' | 'assumed'>
}

/** Simulates a pass. */
export type SimulatePass = (pass: Pass) => Promise<AllRuns>

/** What all passes of a request share, and the threads that they run on. */
type Shared = Pick<
  ForecastRequest,
  'runs' | 'untilError' | 'seed' | 'stream' | 'threads' | 'signal' | 'onProgress' | 'onStage'
> & { pool: RunPool }

/** Simulates the runs of the result: as many as were asked for, or as many as make its errors small enough. */
export function simulateResult(fitted: FittedModel, packages: Packages, shared: Shared): Promise<AllRuns> {
  const { untilError } = shared
  const mend = untilError === undefined ? 'ask for fewer with --runs' : 'ask for a larger --until-error'
  const simulateTo = (runs: number, begun?: AllRuns) => {
    checkMemory(runs, rowBytes(fitted.model, runs, packages), mend)
    const onProgress = (done: number) => shared.onProgress?.(done, runs)
    return simulatePass({ fitted, runs, packages }, { ...shared, onProgress }, begun)
  }
  return untilError === undefined ? simulateTo(shared.runs) : simulateUntilError(untilError, simulateTo)
}

/** Returns what simulates the passes of a stage beside the result's, one after another, which have so many runs together. */
export function stageOf(name: string, allRuns: number, shared: Shared): SimulatePass {
  let finished = 0
  return async (pass) => {
    const onProgress = (done: number) => shared.onProgress?.(finished + done, allRuns, name)
    const table = await simulatePass(pass, { ...shared, onProgress })
    finished += pass.runs
    return table
  }
}

/** What follows a pass is a summary of it. */
async function simulatePass(
  { fitted: { model, assumed }, ...pass }: Pass,
  { pool, seed, stream, threads, signal, onProgress, onStage }: Omit<Shared, 'runs'>,
  begun?: AllRuns,
): Promise<AllRuns> {
  onStage?.('simulate')
  const shared = { pool, seed, stream, threads, signal, onProgress }
  const table = await simulateRuns(model, { ...shared, ...pass, assumed }, begun)
  onStage?.('summarise')
  return table
}
