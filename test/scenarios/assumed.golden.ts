// Bits that must not drift: a change here is a change of what runs draw, made only on purpose and told in the CHANGELOG.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { uncertaintyOf } from '../../src/estimate/fit-uncertainty.ts'
import { compileModel } from '../../src/model/compile-model.ts'
import { seedKey } from '../../src/run/addresses.ts'
import { rowLayout } from '../../src/run/run-row.ts'
import { chunkSimulator } from '../../src/run/simulate-chunk.ts'
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
  ['smallshire', '3c59257698c12601'],
  ['rotherham-2017', 'e1b0ff10e5354601'],
  ['worcestershire-2015', 'e113aa35574b73bb'],
  ['herefordshire-2018', '242e2003fcd6b780'],
  ['herefordshire-2021', '07dc6cf97f1efb83'],
])('%s gives the same whole numbers as ever where runs draw its assumptions', async (name, digest) => {
  expect(await digestOf(name)).toBe(digest)
})
