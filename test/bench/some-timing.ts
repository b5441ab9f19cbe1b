// A timing with a given ratio to the kernel, for tests of what is done with timings.
import type { Timing } from '../../bench/benchmark-result.ts'

/** Makes a timing whose quartiles are close around the ratio. */
export function someTiming(name: string, ratio: number): Timing {
  const around = (median: number) => ({ median, p25: 0.98 * median, p75: 1.02 * median })
  return {
    name,
    calls: 70,
    pairs: 7,
    milliseconds: around(20 * ratio),
    kernelMilliseconds: 20,
    ratio: around(ratio),
    processRatios: [ratio],
  }
}
