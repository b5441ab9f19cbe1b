// The reference kernel: a fixed piece of work that time-beside-kernel.ts times beside every benchmark, so that a time can be
// said as a multiple of it. It must never change, not even to the better: every ratio in baseline.json, and every ratio that
// anyone has written down, is a multiple of this very work, and another kernel would silently make all of them wrong.
import assert from 'node:assert/strict'

const BLOCKS = 32_000
/** Near reads to a block, and one far one: seldom, since far reads wait for whoever else uses the memory. */
const STEPS = 64
const NEAR_WORDS = 2 ** 12
/** 4 MiB and 2 MiB: together more than the second-level cache of common processors holds. */
const FAR_WORDS = 2 ** 20
const FRACTIONS = 2 ** 18
/** Exact anywhere: whole numbers, and only additions, quotients and square roots of fractions. */
const CHECKSUM = '3dbe3547 bdeaf547 1210589.804210'

const words = Int32Array.from({ length: FAR_WORDS }, (_, index) => Math.imul(index + 1, 0x9e3779b9))
const fractions = Float64Array.from({ length: FRACTIONS }, (_, index) => (words[index] >>> 8) / 2 ** 24)

/**
 * Does the fixed work, some 20 ms of it: mixes whole numbers as Threefry does, reads tables at the places that come out,
 * and adds up fractions. Throws where the result is not the known one.
 */
export function callReferenceKernel(): void {
  let first = 1
  let second = 2
  let sum = 0
  for (let block = 0; block < BLOCKS; block++) {
    for (let step = 0; step < STEPS; step++) {
      first = (first + second) | 0
      second = ((second << 13) | (second >>> 19)) ^ first
      first = (first + second) | 0
      second = ((second << 15) | (second >>> 17)) ^ first
      first = (first + second) | 0
      second = ((second << 26) | (second >>> 6)) ^ first
      first = (first + second + step) | 0
      second = ((second << 6) | (second >>> 26)) ^ first
      if (words[first & (NEAR_WORDS - 1)] < 0) sum += fractions[second & (NEAR_WORDS - 1)] / (1 + sum * 1e-9)
      else sum += Math.sqrt((second >>> 8) / 2 ** 24)
    }
    second = (second + words[first & (FAR_WORDS - 1)]) | 0
    sum += fractions[(second >>> 9) & (FRACTIONS - 1)]
  }
  const found = `${(first >>> 0).toString(16)} ${(second >>> 0).toString(16)} ${sum.toFixed(6)}`
  assert.equal(found, CHECKSUM, 'the reference kernel came to another result')
}
