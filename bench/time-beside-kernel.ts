// Times a benchmark in turn with the reference kernel: kernel, benchmark, kernel, benchmark and so on. Before it come the
// checks of benchmark.ts, after it benchmark-result.ts. Times belong to a machine and an hour; the ratio to the kernel's
// time travels, since whatever slows the one slows its neighbours too.
import { quantileSorted } from 'simple-statistics'
import type { Benchmark } from './benchmark.ts'
import type { Timing } from './benchmark-result.ts'
import { callReferenceKernel } from './reference-kernel.ts'

/** How long a benchmark is timed. */
interface Length {
  warmUpMilliseconds: number
  milliseconds: number
  leastPairs: number
}

export type Form = 'full' | 'short'

const LENGTHS: Record<Form, Length> = {
  full: { warmUpMilliseconds: 400, milliseconds: 3000, leastPairs: 9 },
  short: { warmUpMilliseconds: 150, milliseconds: 450, leastPairs: 3 },
}
/** Calls are timed in batches about as long as the kernel, so that both see the same moments of a busy machine. */
const BATCH_MILLISECONDS = 20
const KERNEL_WARM_UP_CALLS = 4

/** What a piece of work took. */
export interface Elapsed {
  /** By the clock, in milliseconds. */
  wall: number
  /** Of the processor, in milliseconds, over all threads: others' work does not count, as far as a machine allows. */
  processor: number
}

/** Times a call, and waits for what it promises. */
export async function elapsedIn(call: () => unknown): Promise<Elapsed> {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = call()
  if (result instanceof Promise) await result
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { wall, processor: (user + system) / 1000 }
}

/** Warms a benchmark up and times it in turn with the kernel; throws what its call throws. */
export async function timeBesideKernel(benchmark: Benchmark, form: Form): Promise<Timing> {
  const { warmUpMilliseconds, milliseconds, leastPairs } = LENGTHS[form]
  for (let call = 0; call < KERNEL_WARM_UP_CALLS; call++) callReferenceKernel()
  const batch = await batchAfterWarmUp(benchmark, warmUpMilliseconds)
  const start = performance.now()
  const kernel = [await elapsedIn(callReferenceKernel)]
  const own: Elapsed[] = []
  while (own.length < leastPairs || performance.now() - start < milliseconds) {
    own.push(await elapsedIn(() => callTimes(benchmark, batch)))
    kernel.push(await elapsedIn(callReferenceKernel))
  }
  return timingOf(benchmark, batch, own, kernel)
}

/** Calls a benchmark until it is warm; returns how many calls take as long as the kernel. */
async function batchAfterWarmUp({ call }: Benchmark, warmUpMilliseconds: number): Promise<number> {
  let calls = 0
  let least = Number.POSITIVE_INFINITY
  const start = performance.now()
  while (calls < 1 || performance.now() - start < warmUpMilliseconds) {
    least = Math.min(least, (await elapsedIn(call)).wall)
    calls++
  }
  return Math.max(1, Math.round(BATCH_MILLISECONDS / least))
}

async function callTimes({ call }: Benchmark, times: number): Promise<void> {
  for (let index = 0; index < times; index++) {
    const result = call()
    if (result instanceof Promise) await result
  }
}

function timingOf({ name, operations }: Benchmark, batch: number, own: Elapsed[], kernel: Elapsed[]): Timing {
  const times = quartiles(own.map(({ wall }) => wall / batch / operations))
  const ratios = quartiles(neighbourRatios(own, kernel).map((ratio) => ratio / batch / operations))
  return {
    name,
    calls: batch * own.length,
    pairs: own.length,
    milliseconds: times,
    kernelMilliseconds: quartiles(kernel.map(({ processor }) => processor)).median,
    ratio: ratios,
    processRatios: [ratios.median],
  }
}

/** Returns what each of `own` is as a multiple of the kernel just before and just after it, in processor time. */
export function neighbourRatios(own: Elapsed[], kernel: Elapsed[]): number[] {
  return own.map(
    ({ processor }, index) => processor / ((kernel[index].processor + kernel[index + 1].processor) / 2),
  )
}

function quartiles(values: number[]): { median: number; p25: number; p75: number } {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (quantile: number) => quantileSorted(sorted, quantile)
  return { median: at(0.5), p25: at(0.25), p75: at(0.75) }
}
