// `npm run bench:compare`: holds the benchmarks against the recorded baseline and exits with 1 where one has become slower.
// With --short less work for less long, for CI; with --from FILE what `npm run bench` wrote, and nothing is timed.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import {
  BASELINE_PATH,
  baselineSchema,
  type Change,
  changesOf,
  ELSEWHERE,
  fails,
  isSlower,
  SLOWER,
} from './baseline.ts'
import { benchmarkResultSchema, readChecked, type Timing } from './benchmark-result.ts'
import { peakOfLargeResult } from './large-result-limit.ts'
import { inFigures, printTable } from './print-table.ts'
import { timeSubjects } from './time-all.ts'
import type { Form } from './time-beside-kernel.ts'
import { timeUntilSure } from './time-until-sure.ts'

const { values: options } = parseArgs({ options: { short: { type: 'boolean' }, from: { type: 'string' } } })
const baseline = readChecked(BASELINE_PATH, baselineSchema)

function printChanges(changes: Change[]): void {
  printTable(
    ['', 'recorded / kernel', 'now', 'change', ''],
    changes.map((change) => [
      change.name,
      inWords(change.recorded),
      inWords(change.measured),
      change.recorded && change.measured ? inPercent(change.measured / change.recorded) : '',
      verdictOn(change),
    ]),
  )
}

function inWords(ratio: number | undefined): string {
  return ratio === undefined ? '-' : inFigures(ratio)
}

function inPercent(change: number): string {
  const percent = Math.round(100 * (change - 1))
  return `${percent > 0 ? '+' : ''}${percent} %`
}

function verdictOn(change: Change): string {
  if (change.recorded === undefined) return 'NOT RECORDED'
  if (change.measured === undefined) return 'NOT TIMED'
  return isSlower(change) ? 'SLOWER' : ''
}

/** Times now, and holds the memory of a large result below its limit. */
function timeNow(form: Form): { form: Form; timings: Timing[] } {
  const { timings, again } = timeUntilSure(baseline[form].timings, (subjects) => timeSubjects(form, subjects))
  if (again.length > 0)
    console.log(`Seemed slow, so that the middle of five processes counts: ${again.join(', ')}`)
  console.log(peakOfLargeResult())
  return { form, timings }
}

const { form, timings } =
  options.from === undefined
    ? timeNow(options.short ? 'short' : 'full')
    : readChecked(options.from, benchmarkResultSchema)
const { timings: recorded, commit, machine } = baseline[form]
const isElsewhere = options.from === undefined && machine.cpu !== cpus()[0]?.model
const changes = changesOf(recorded, timings, isElsewhere ? ELSEWHERE : 1)
printChanges(changes)
console.log(
  `Times as multiples of the reference kernel, ${form} form; recorded at ${commit}. Slower: ${inPercent(SLOWER)} or more.`,
)
if (isElsewhere)
  console.log(
    `Recorded on another processor (${machine.cpu}), so that limits are ${ELSEWHERE} times as high.`,
  )
const failed = changes.filter(fails)
if (failed.length > 0) {
  console.error(
    `${failed.length} of ${changes.length} benchmarks do not hold; npm run bench:record records on purpose.`,
  )
  process.exitCode = 1
}
