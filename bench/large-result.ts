// A large result in a process of its own: 10,000 runs x 60 months of one variant, summarised and encoded as
// `carecast run` does it. Prints the peak memory in MiB; large-result-limit.ts holds it below the limit.
import { compileModel } from '../src/model/compile-model.ts'
import { simulateRuns } from '../src/run/threads/pool.ts'
import { summariseMonths } from '../src/summary/months.ts'
import { runValues } from '../src/summary/run-values.ts'
import { summariseYears } from '../src/summary/years.ts'
import { encodeMonthly } from '../src/write/arrow/tables/monthly-table.ts'
import { encodeRuns } from '../src/write/arrow/tables/runs-table.ts'
import { encodeYears } from '../src/write/arrow/tables/years-table.ts'
import { peakMebibytes } from './peak-memory.ts'
import { yardstickScenario } from './yardstick-scenario.ts'

const RUNS = 10_000
const identity = {
  version: 'bench',
  scenario: 'Yardstick',
  scenarioSha256: '',
  sets: [],
  intervals: 'chance only' as const,
  seed: 'memory',
  runs: RUNS,
}

const table = await simulateRuns(compileModel(yardstickScenario()), {
  runs: RUNS,
  seed: 'memory',
  threads: 2,
})
const files = [
  encodeMonthly(summariseMonths(table, 'baseline'), identity),
  encodeYears(summariseYears(table, 'baseline'), identity),
  encodeRuns(runValues(table, 'baseline'), identity),
]
console.log(
  JSON.stringify({
    runs: RUNS,
    months: table.axes.months.length,
    bytes: files.map((file) => file.length),
    mebibytes: peakMebibytes(),
  }),
)
