// The forecasts of a backtest on all threads, a council and origin to a task. Each has random numbers of its own, so that
// neither the number of threads nor their order can change a byte.
import { Piscina } from 'piscina'
import type { PublishedTable } from '../../input/published/published-table.ts'
import { stopThreads } from '../../run/threads/pool.ts'
import type { ForecastTask, StockForecast } from './council-forecast.ts'

export interface PoolOptions {
  threads: number
  /** Called after each forecast with the number of those made, and with that of all. */
  onProgress?: (done: number, all: number) => void
  /** Stops when aborted, after the forecasts that are under way; forecastCouncils then rejects with the signal's reason. */
  signal?: AbortSignal
}

// As in run/pool.ts: under a TypeScript loader the worker is a .ts file too and needs the loader.
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
// Built, a thread must import its file and not require it: Node.js crashes where a thread is stopped while it requires a module.
const execArgv =
  extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : ['--no-experimental-require-module']

/** Makes all forecasts, in the order of the tasks. */
export async function forecastCouncils(
  table: PublishedTable,
  tasks: readonly ForecastTask[],
  { threads, onProgress, signal }: PoolOptions,
): Promise<StockForecast[]> {
  signal?.throwIfAborted()
  const pool = new Piscina<ForecastTask, StockForecast>({
    filename: new URL(`../../../workers/forecast-council${extension}`, import.meta.url).href,
    execArgv,
    workerData: table,
    minThreads: threads,
    maxThreads: threads,
  })
  const forecasts: StockForecast[] = []
  let [next, done] = [0, 0]
  const takeTasks = async () => {
    while (next < tasks.length && !signal?.aborted) {
      const at = next++
      forecasts[at] = await pool.run(tasks[at])
      onProgress?.(++done, tasks.length)
    }
  }
  try {
    onProgress?.(0, tasks.length)
    // One task more than there are threads, so that none waits for this thread.
    await Promise.all(Array.from({ length: threads + 1 }, takeTasks))
    signal?.throwIfAborted()
    return forecasts
  } finally {
    await stopThreads(pool)
  }
}
