// Times the benchmarks of one subject, after their results have been checked, and prints the timings as JSON. time-all.ts
// starts it in a process of its own: the compiler of the JavaScript engine makes other code where other work came before.
//   node dist/bench/time-subject.js SUBJECT full|short
import type { Timing } from './benchmark-result.ts'
import { SUBJECTS } from './subjects.ts'
import { type Form, timeBesideKernel } from './time-beside-kernel.ts'

const [subject, form] = process.argv.slice(2) as [string, Form]
const timings: Timing[] = []
for (const benchmark of await SUBJECTS[subject](form === 'short'))
  timings.push(await timeBesideKernel(benchmark, form))
console.log(JSON.stringify(timings))
