// Bits that must not drift: a change here is a change of what runs draw, made only on purpose and told in the CHANGELOG.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { seedKey } from '../../src/run/addresses.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { chunkSimulator } from '../../src/run/threads/simulate-chunk.ts'
import { fittedDocument } from './fitted-document.ts'

const RUNS = 3

/** A digest of the rows of three runs that draw what is not known exactly. */
async function digestOf(name: string): Promise<string> {
  const { file, fit } = await fittedDocument(name)
  const { assumptions } = uncertaintyOf(file.scenario, file.assumptions)
  const model = compileModel(fit.scenario)
  const rows = new Int32Array(rowLayout(model.axes).length * RUNS)
  const assumed = { scenario: file.scenario, multipliers: fit.turned, assumptions }
  chunkSimulator({ model, assumed, seed: seedKey('golden'), tables: [rows], control: new Int32Array(2) })(
    0,
    RUNS,
  )
  return createHash('sha256').update(rows).digest('hex').slice(0, 16)
}

test.each([
  ['smallshire', 'f957a9992ab9b13d'],
  ['rotherham-2017', '9e61b5a38a1a6a5b'],
  ['worcestershire-2015', 'ec3f10940d510ed4'],
  ['herefordshire-2018', 'ef03295055083956'],
  ['herefordshire-2021', '993358ec33a51d19'],
])('%s gives the same whole numbers as ever where runs draw its assumptions', async (name, digest) => {
  expect(await digestOf(name)).toBe(digest)
})
