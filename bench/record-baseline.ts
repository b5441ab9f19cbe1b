// Records what the benchmarks take as the baseline that bench:compare holds later ones to. Started by `npm run bench:record`
// where a change of speed is meant; every subject is timed in a few processes, and the one in the middle counts.
import { BASELINE_PATH, baselineSchema, middleOf } from './baseline.ts'
import { type BenchmarkResult, describeTimings, writeChecked } from './benchmark-result.ts'
import { printTimings } from './print-table.ts'
import { timeSubjects } from './time-all.ts'
import type { Form } from './time-beside-kernel.ts'

const PROCESSES = { short: 7, full: 3 }

function record(form: Form): BenchmarkResult {
  const rounds = Array.from({ length: PROCESSES[form] }, () =>
    timeSubjects(form).flatMap(({ timings }) => timings),
  )
  const timings = middleOf(rounds)
  console.log(`${form}: the middle one of ${PROCESSES[form]} processes`)
  printTimings(timings)
  return describeTimings(timings, form)
}

writeChecked(BASELINE_PATH, { short: record('short'), full: record('full') }, baselineSchema)
console.log(`Written: ${BASELINE_PATH}`)
