// The pool's worker for summaries: describes the months of a variant from the shared rows.
import { describeMonths, receivedTask, type SentMonthsTask } from '../src/summary/months.ts'
import type { StatisticsColumns } from '../src/summary/numbers/statistics.ts'

/** Describes some months. */
export default function summarise(task: SentMonthsTask): StatisticsColumns {
  return describeMonths(receivedTask(task))
}
