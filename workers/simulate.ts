// The pool's worker: simulates chunks of runs into the shared rows.
import { workerData } from 'piscina'
import { type ChunkTask, chunkSimulator, type SharedWork } from '../src/run/simulate-chunk.ts'

const simulateChunk = chunkSimulator(workerData as SharedWork)

/** Simulates one chunk; returns the milliseconds it took, from which the pool sizes the next ones. */
export default function simulate({ from, to }: ChunkTask): number {
  const start = performance.now()
  simulateChunk(from, to)
  return performance.now() - start
}
