// What a benchmark is: a call to be timed, made only after its result has been checked.
import assert from 'node:assert/strict'
import { mean, sampleStandardDeviation } from 'simple-statistics'

export interface Benchmark {
  name: string
  /** Operations in one call; times are printed for one operation. */
  operations: number
  call: () => unknown
}

/** Prepares the benchmarks of one subject; throws where a result is wrong, so that nothing wrong is ever timed. */
export type PrepareBenchmarks = (short: boolean) => Promise<Benchmark[]>

const STANDARD_ERRORS = 4

/** Throws unless the mean of independent values is within four standard errors of the known one. */
export function assertMean(name: string, values: number[], known: number): void {
  const error = sampleStandardDeviation(values) / Math.sqrt(values.length)
  const found = mean(values)
  assert.ok(
    Math.abs(found - known) <= STANDARD_ERRORS * error,
    `${name}: mean ${found} is more than ${STANDARD_ERRORS} standard errors (of ${error}) from ${known}`,
  )
}
