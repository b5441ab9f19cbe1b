// Runs all benchmarks: checks their results, times them beside the reference kernel, prints a table and writes
// bench/results/<time>.json, whose schema is benchmark-result.schema.json. Started by `npm run bench`.
import { benchmarkResultSchema, describeTimings, writeChecked } from './benchmark-result.ts'
import { peakOfLargeResult } from './large-result-limit.ts'
import { inUnits, printTimings } from './print-table.ts'
import { timeSubjects } from './time-all.ts'

const result = describeTimings(
  timeSubjects('full').flatMap(({ timings }) => timings),
  'full',
)
printTimings(result.timings)
console.log(peakOfLargeResult())
const path = `bench/results/${result.when.replaceAll(':', '-')}.json`
writeChecked(path, result, benchmarkResultSchema)
const { machine, node, timings } = result
console.log(
  `One operation each; ${node}, ${machine.cores} x ${machine.cpu}, load ${machine.load.toFixed(1)}; a call of the kernel: ` +
    `${inUnits(Math.min(...timings.map(({ kernelMilliseconds }) => kernelMilliseconds)))}. Written: ${path}`,
)
