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
  chunkSimulator({ model, assumed, seed: seedKey('golden'), rows, control: new Int32Array(2) })(0, RUNS)
  return createHash('sha256').update(rows).digest('hex').slice(0, 16)
}

test.each([
  ['smallshire', '25d326780a9934be'],
  ['rotherham-2017', 'd00e340892f57b7c'],
  ['worcestershire-2015', 'eac4e8770b369c31'],
  ['herefordshire-2018', '68c3c18d135d026f'],
  ['herefordshire-2021', 'f9768aee1b51ead8'],
])('%s gives the same whole numbers as ever where runs draw its assumptions', async (name, digest) => {
  expect(await digestOf(name)).toBe(digest)
})
