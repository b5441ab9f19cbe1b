// Holds the memory of a large result below a limit: large-result.ts simulates and encodes it in a process of its own.
import assert from 'node:assert/strict'
import { runScript } from './run-script.ts'

const LIMIT_MEBIBYTES = 1024

interface LargeResult {
  runs: number
  months: number
  mebibytes: number
}

/** Says what the large result took; throws where it is too much. */
export function peakOfLargeResult(): string {
  const { runs, months, mebibytes } = runScript<LargeResult>('large-result')
  assert.ok(mebibytes < LIMIT_MEBIBYTES, `${mebibytes} MiB for ${runs} runs x ${months} months`)
  return `${runs.toLocaleString('en-GB')} runs x ${months} months, summarised and encoded: ${mebibytes} MiB at most`
}
