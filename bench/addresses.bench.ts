// The two draws that every scheduled event costs: one Threefry block and one exponential value.
import assert from 'node:assert/strict'
import { block, drawBlocks } from '../src/run/addresses.ts'
import { exponential } from '../src/run/exponential.ts'
import type { Benchmark } from './benchmark.ts'

const DRAWS = 10_000

/** Prepares both draws; the words must be the published known answers, the values those of Math.log. */
export async function prepareAddresses(): Promise<Benchmark[]> {
  assertKnownWords()
  assertLogarithms()
  return [
    { name: 'Threefry-2x32-13 block', operations: DRAWS, call: addBlocks },
    { name: 'exponential by table', operations: DRAWS, call: addExponentials },
  ]
}

/** Known answers of Random123 (Salmon and others, 2011), file kat_vectors, threefry 2 32 13. */
function assertKnownWords(): void {
  const hex = ({ first, second }: { first: number; second: number }) =>
    [first, second].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')
  assert.equal(hex(block({ first: 0, second: 0 }, 0, 0)), '9d1c5ec6 8bd50731')
  assert.equal(hex(block({ first: -1, second: -1 }, -1, -1)), 'fd36d048 2d17272c')
}

function assertLogarithms(): void {
  for (const word of [1, 3, 0x7fff_ffff, 0x8000_0001, 0xc0ff_ee01, 0xffff_ffff])
    assert.ok(Math.abs(exponential(word | 0) + Math.log(word / 2 ** 32)) < 1e-10, `exponential(${word})`)
}

const firstWords = new Int32Array(DRAWS)
const secondWords = new Int32Array(DRAWS)

function addBlocks(): number {
  drawBlocks({ first: 0, second: 0 }, 0, 0, firstWords, secondWords)
  return firstWords[DRAWS - 1] ^ secondWords[DRAWS - 1]
}

function addExponentials(): number {
  let sum = 0
  for (let draw = 0; draw < DRAWS; draw++) sum += exponential(Math.imul(draw, 0x9e3779b9))
  return sum
}
