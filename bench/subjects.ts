// What there is to time, by name: time-subject.ts prepares and times one of these.
import { prepareAddresses } from './addresses.bench.ts'
import type { PrepareBenchmarks } from './benchmark.ts'
import { preparePool } from './pool.bench.ts'
import { prepareSimulateRun } from './simulate-run.bench.ts'
import { prepareSummary } from './summary.bench.ts'

export const SUBJECTS: Record<string, PrepareBenchmarks> = {
  addresses: prepareAddresses,
  'simulate-run': prepareSimulateRun,
  summary: prepareSummary,
  pool: preparePool,
}
