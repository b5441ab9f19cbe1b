// The pool's worker: simulates chunks of runs into the shared rows.
import { receivedRows } from '../src/run/shared-rows.ts'
import { type ChunkTask, chunkSimulator } from '../src/run/threads/simulate-chunk.ts'

let simulateChunk: ((from: number, to: number) => void) | undefined
let lastPass: number | undefined

/**
 * Simulates one chunk; returns the milliseconds it took, from which the pool sizes the next ones, or undefined where it
 * lacks the work of the pass and has done nothing.
 */
export default function simulate({ pass, work, from, to }: ChunkTask): number | undefined {
  if (work) {
    simulateChunk = chunkSimulator({ ...work, tables: work.tables.map(receivedRows) })
    lastPass = pass
  }
  if (simulateChunk === undefined || pass !== lastPass) return undefined
  const start = performance.now()
  simulateChunk(from, to)
  return performance.now() - start
}
