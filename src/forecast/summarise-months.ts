// The months of every variant, most of the work of a summary, on all threads.
import type { AllRuns } from '../run/run-row.ts'
import { type RunPool, runTasks } from '../run/threads/pool.ts'
import { type SentMonthsTask, sentTask, summariseMonthsInTasks } from '../summary/months.ts'
import type { MonthlySummary, StatisticsColumns } from '../summary/numbers/statistics.ts'
import { variantsOf } from '../summary/variants.ts'

/** Describes the months of every variant; rejects with the signal's reason. */
export function summariseMonths(
  table: AllRuns,
  pool: RunPool,
  signal?: AbortSignal,
): Promise<MonthlySummary[]> {
  return summariseMonthsInTasks(variantsOf(table), (tasks) =>
    runTasks<SentMonthsTask, StatisticsColumns>(pool, 'summarise', tasks.map(sentTask), signal),
  )
}
