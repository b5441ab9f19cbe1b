// All runs of a model on all threads. The rows live in shared memory and each run owns its row, so neither the number
// of threads nor the size of the chunks can change a byte.
import { Piscina } from 'piscina'
import type { Assumed } from '../../model/assumptions.ts'
import type { Axes } from '../../model/axes.ts'
import type { Model } from '../../model/compile-model.ts'
import type { Packages } from '../../model/packages/compile-packages.ts'
import { type DomainName, seedKey } from '../addresses.ts'
import { type AllRuns, type RunTable, rowLayout } from '../run-row.ts'
import { sentRows, sharedInts } from '../shared-rows.ts'
import { CANCELLED, type ChunkTask, RUNS_DONE, type SharedWork } from './simulate-chunk.ts'
import { WORKER_ARGUMENTS, workerFile } from './worker-file.ts'

export interface SimulateOptions {
  /** 1 to 1,000,000. */
  runs: number
  seed: string
  /** Name of the council's random numbers: others of the same seed share only what is the country's; see seedKey. */
  stream?: string
  /** Domains that are drawn afresh, so that each run is repeated with the others held, see runKeys. */
  fresh?: readonly DomainName[]
  threads: number
  /** What differs between the models of the runs; left out, every run has the model itself. */
  assumed?: Assumed
  /** Simulated beside the baseline, with the same random numbers; none where missing. */
  packages?: Packages
  /** Threads that are running already, and are left running; without them some are started, and stopped at the end. */
  pool?: RunPool
  /** Runs to a task; left out, tasks are sized to take some 20 ms. */
  chunkRuns?: number
  /** Called some ten times a second with the number of finished runs, and with that of all. */
  onProgress?: (done: number, runs: number) => void
  /** Stops within a second when aborted; simulateRuns then rejects with the signal's reason. */
  signal?: AbortSignal
}

const FIRST_CHUNK_RUNS = 4
const CHUNK_MILLISECONDS = 20
const LARGEST_CHUNK_RUNS = 2_000
const PROGRESS_MILLISECONDS = 100

/** Threads that simulate one pass of runs after another: what they have compiled and warmed up serves them all. */
export interface RunPool {
  threads: Piscina<ChunkTask, number | undefined>
  /** Passes so far, by which the threads tell the work of one from that of the next. */
  passes: number
}

/** Does work on threads that keep running meanwhile: the given ones, or new ones that are stopped afterwards. */
export async function withRunPool<Result>(
  { pool, threads }: Pick<SimulateOptions, 'pool' | 'threads'>,
  work: (pool: RunPool) => Promise<Result>,
): Promise<Result> {
  if (pool !== undefined) return work(pool)
  const started = startThreads(threads)
  try {
    return await work({ threads: started, passes: 0 })
  } finally {
    await stopThreads(started)
  }
}

/** Stops threads, whatever they are at: what one of them still sends when nobody waits for it any more is no error. */
export async function stopThreads(threads: Pick<Piscina, 'on' | 'destroy'>): Promise<void> {
  threads.on('error', () => {})
  await threads.destroy()
}

/**
 * Has the threads do tasks of another worker, and returns what comes of each; rejects at once, with the signal's reason, when
 * it aborts.
 */
export async function runTasks<Task, Result>(
  { threads }: RunPool,
  worker: 'summarise',
  tasks: readonly Task[],
  signal?: AbortSignal,
): Promise<Result[]> {
  signal?.throwIfAborted()
  const filename = workerFile(worker)
  const done = tasks.map((task) => (threads as Piscina<unknown, Result>).run(task, { filename }))
  return unlessAborted(Promise.all(done), signal)
}

/** Waits for work, and no longer than until the signal aborts: what threads do then ends with them. */
async function unlessAborted<Result>(work: Promise<Result>, signal?: AbortSignal): Promise<Result> {
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal?.reason)
  })
  signal?.addEventListener('abort', stop)
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

function startThreads(threads: number): RunPool['threads'] {
  return new Piscina({
    filename: workerFile('simulate'),
    execArgv: WORKER_ARGUMENTS,
    minThreads: threads,
    maxThreads: threads,
  })
}

/** Returns the bytes that the rows of so many runs of all variants take. */
export function rowBytes(model: Model, runs: number, packages?: Packages): number {
  const length = axesOfVariants(model, packages).reduce((sum, axes) => sum + rowLayout(axes).length, 0)
  return length * Int32Array.BYTES_PER_ELEMENT * runs
}

function axesOfVariants(model: Model, packages?: Packages): Axes[] {
  return [model.axes, ...(packages?.axes ?? [])]
}

/**
 * Simulates runs 0 to runs - 1 of a model, and of packages beside it, on worker threads. Tables of the first of them, of the
 * same model, packages and seed, spare simulating those again; they are copied.
 */
export async function simulateRuns(
  model: Model,
  options: SimulateOptions,
  begun?: AllRuns,
): Promise<AllRuns> {
  const { runs, onProgress, signal } = options
  signal?.throwIfAborted()
  const work = workToShare(model, options, begun)
  const cancel = () => Atomics.store(work.control, CANCELLED, 1)
  const timer = setInterval(
    () => onProgress?.(Atomics.load(work.control, RUNS_DONE), runs),
    PROGRESS_MILLISECONDS,
  )
  signal?.addEventListener('abort', cancel)
  try {
    await withRunPool(options, (pool) =>
      unlessAborted(runInChunks(pool, work, options, begun?.runs ?? 0), signal),
    )
    signal?.throwIfAborted()
    onProgress?.(runs, runs)
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
  }
  return allRuns(work, options)
}

/** What the threads are given: tables for all runs, which begin with the runs that are done already. */
function workToShare(
  model: Model,
  { runs, seed, stream, fresh, assumed, packages }: SimulateOptions,
  begun: AllRuns | undefined,
): SharedWork {
  const tables = axesOfVariants(model, packages).map((own) => sharedInts(rowLayout(own).length * runs))
  const control = sharedInts(2)
  if (begun) {
    const before = [begun, ...begun.packages.map(({ table }) => table)]
    before.forEach(({ rows }, variant) => {
      tables[variant].set(rows)
    })
    control[RUNS_DONE] = begun.runs
  }
  return {
    model,
    assumed,
    seed: seedKey(seed, stream),
    fresh,
    ...(packages && packages.plans.length > 0 && { packages }),
    tables,
    control,
  }
}

/** The tables that the threads have filled, by variant. */
function allRuns({ model, tables }: SharedWork, { runs, packages }: SimulateOptions): AllRuns {
  const [baseline, ...others] = axesOfVariants(model, packages).map((own, variant): RunTable => {
    return { axes: own, layout: rowLayout(own), runs, rows: tables[variant] }
  })
  return {
    ...baseline,
    packages: (packages?.plans ?? []).map(({ key, label }, index) => ({ key, label, table: others[index] })),
  }
}

/** Each thread takes the next chunk when it is done with one; the time of a chunk sizes the next. */
async function runInChunks(
  pool: RunPool,
  work: SharedWork,
  options: SimulateOptions,
  firstRun: number,
): Promise<void> {
  const { runs, threads, signal, chunkRuns } = options
  const pass = ++pool.passes
  const sent = { ...work, tables: work.tables.map(sentRows) }
  let nextRun = firstRun
  let size = chunkRuns ?? FIRST_CHUNK_RUNS
  const takeChunks = async () => {
    while (nextRun < runs && !signal?.aborted) {
      const task = { pass, from: nextRun, to: Math.min(runs, nextRun + size) }
      nextRun = task.to
      // The work is large: only a thread that has not seen it is sent it.
      const milliseconds =
        (await pool.threads.run(task)) ?? (await pool.threads.run({ ...task, work: sent }))!
      if (chunkRuns === undefined) size = chunkFor((task.to - task.from) / Math.max(milliseconds, 0.01))
    }
  }
  // One chunk more than there are threads, so that none waits for the main thread.
  await Promise.all(Array.from({ length: threads + 1 }, takeChunks))
}

function chunkFor(runsPerMillisecond: number): number {
  return Math.max(1, Math.min(LARGEST_CHUNK_RUNS, Math.round(runsPerMillisecond * CHUNK_MILLISECONDS)))
}
