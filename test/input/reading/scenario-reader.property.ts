import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import { InputError } from '../../../src/input/input-error.ts'
import { howMany } from '../../how-many.ts'
import { SMALLSHIRE } from '../smallshire.ts'

type Edit = { unit: 'line' | 'character'; kind: 'delete' | 'repeat' | 'replace'; at: number; by: string }

const NASTY = [
  '{',
  ']',
  '\t',
  '&a',
  '*a',
  '---',
  ': ',
  '"',
  '__proto__: 1',
  '- ',
  '? ',
  'null',
  '.nan',
  '!!set',
  '-1',
  '1e999',
  '1e308',
  '.inf',
  '0x10',
  '1_000',
  'colour: red',
]

const edit: fc.Arbitrary<Edit> = fc.record({
  unit: fc.constantFrom('line', 'character'),
  kind: fc.constantFrom('delete', 'repeat', 'replace'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  by: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })),
})

function apply(text: string, { unit, kind, at, by }: Edit): string {
  const separator = unit === 'line' ? '\n' : ''
  const parts = text.split(separator)
  const index = Math.floor(at * parts.length)
  const put = { delete: [], repeat: [parts[index], parts[index]], replace: [by] }[kind]
  return parts.toSpliced(index, 1, ...put).join(separator)
}

/** Resolves whatever the file holds; rejects only where reading fails with anything but InputError. */
async function readsOrExplains(path: string): Promise<void> {
  await readScenario(path).catch((error: unknown) => {
    if (!(error instanceof InputError) || error.problems.length === 0) throw error
  })
}

describe('readScenario', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'carecast-mutants-')), 'scenario.yaml')

  it('throws nothing but InputError, however the text of a scenario is mutilated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        writeFileSync(path, edits.reduce(apply, SMALLSHIRE))
        await readsOrExplains(path)
      }),
      { numRuns: howMany(50, 1_000) },
    )
  })

  it('throws nothing but InputError on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        writeFileSync(path, bytes)
        await readsOrExplains(path)
      }),
      { numRuns: howMany(60, 200) },
    )
  })
})
