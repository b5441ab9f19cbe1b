// `npm run bench:record`: records what the benchmarks take as the baseline that bench:compare holds later ones to. Every
// subject is timed in a few processes, and the one in the middle counts. With --short, or --full, only that form is recorded.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { BASELINE_PATH, baselineSchema, middleOf } from './baseline.ts'
import { type BenchmarkResult, describeTimings, readChecked, writeChecked } from './benchmark-result.ts'
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

const { values: options } = parseArgs({
  options: { short: { type: 'boolean' }, full: { type: 'boolean' } },
})
const asked = (['short', 'full'] as const).filter((form) => options[form])
const kept = asked.length > 0 && existsSync(BASELINE_PATH) ? readChecked(BASELINE_PATH, baselineSchema) : {}
const recorded = (asked.length > 0 ? asked : (['short', 'full'] as const)).map((form) => [form, record(form)])
writeChecked(BASELINE_PATH, { ...kept, ...Object.fromEntries(recorded) }, baselineSchema)
console.log(`Written: ${BASELINE_PATH}`)
