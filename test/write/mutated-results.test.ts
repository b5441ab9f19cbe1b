// Results that were edited or damaged: refused in words, or read, but never a bug, a hang or memory by an unchecked number.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { elapsedIn } from '../../bench/time-beside-kernel.ts'
import { forecast } from '../../src/forecast/forecast.ts'
import { readFinishedReport } from '../../src/forecast/rewrite/read-finished-report.ts'
import { rewriteReport } from '../../src/forecast/rewrite/rewrite-report.ts'
import { InputError } from '../../src/input/input-error.ts'
import type { Manifest } from '../../src/result/manifest/manifest.ts'
import { readResult } from '../../src/write/read-back/read-result.ts'
import { sha256Of } from '../../src/write/sha256.ts'
import { howMany, seedOfTheDay } from '../how-many.ts'
import { mutateBytes, mutateDocument, seededNumbers } from './mutations.ts'

const MUTATIONS = howMany(30, 300)
const TABLES = ['runs', 'monthly', 'years'] as const
/** How many times the processor time of the whole result a damaged one may take, many times what any was seen to. */
const MOST_TIMES = 100
let base: string
let whole: string
let dir: string
let manifest: Manifest
let mostMilliseconds: number

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-mutated-'))
  whole = join(base, 'whole')
  dir = join(base, 'copy')
  await forecast({
    scenario: 'scenarios/smallshire-packages.yaml',
    ...{ runs: 5, threads: 1, seed: 'carecast', version: '0.1.0', folder: whole, overwrite: false },
    attribution: false,
  })
  manifest = JSON.parse(await readFile(join(whole, 'manifest.json'), 'utf8'))
  await cp(whole, dir, { recursive: true })
  const { processor } = await elapsedIn(() => rewriteReport(dir, false, new AbortController().signal))
  mostMilliseconds = MOST_TIMES * processor
})
afterAll(() => rm(base, { recursive: true }))

const put = (document: object) => writeFile(join(dir, 'manifest.json'), JSON.stringify(document))

/** Returns what is wrong with the result for a reader; empty where it reads it. */
async function refusalOf(read: () => Promise<unknown>): Promise<string> {
  let error: Error | undefined
  const { processor } = await elapsedIn(() =>
    read().catch((thrown) => {
      error = thrown
    }),
  )
  expect(processor).toBeLessThan(mostMilliseconds)
  if (error === undefined) return ''
  expect(error).toBeInstanceOf(InputError)
  return error.message
}

describe('a manifest', () => {
  test('that was edited anywhere is read or refused', async () => {
    const next = seededNumbers(seedOfTheDay())
    let refused = 0
    for (let time = 0; time < MUTATIONS; time++) {
      const { mutated } = mutateDocument(manifest, next)
      await put(mutated)
      const compared = await refusalOf(() => readResult(dir))
      const reported = await refusalOf(() => readFinishedReport(dir))
      if (compared !== '') expect(reported).not.toBe('')
      if (reported !== '') refused++
      // To draw the page takes a second.
      if (reported === '' && time % 5 === 0)
        await refusalOf(() => rewriteReport(dir, false, new AbortController().signal))
    }
    expect(refused).toBeGreaterThan(MUTATIONS / 2)
  })

  type Edit = (edited: Record<string, unknown> & Manifest) => unknown
  test.each<[string, Edit, RegExp]>([
    [
      'without its runs',
      (m) => delete (m as Partial<Manifest>).runs,
      /manifest\.json runs: is missing as this version/,
    ],
    [
      'with a foreign key',
      (m) => Object.assign(m, { colour: 1 }),
      /colour: is no key of a manifest as this version/,
    ],
    ['with runs in words', (m) => Object.assign(m, { runs: 'many' }), /runs: found "many"; expected number/],
    [
      'with other runs than it has',
      (m) => Object.assign(m, { runs: 6 }),
      /runs: found 6, but 5 in monteCarlo/,
    ],
    [
      'with more runs than memory',
      (m) => Object.assign(m, { runs: 1e9, monteCarlo: { ...m.monteCarlo, runs: 1e9 } }),
      /runs: found 1000000000; /,
    ],
    [
      'with more runs than the table',
      (m) => Object.assign(m, { runs: 999_999, monteCarlo: { ...m.monteCarlo, runs: 999_999 } }),
      /runs\.arrow has 5 runs of total in 2024\/25, not 999999 as manifest\.json says/,
    ],
    [
      'with another text',
      (m) => Object.assign(m.scenario, { text: 'name: x' }),
      /scenario\.sha256: is not that of the/,
    ],
    ['with a variant less', (m) => m.variants.pop(), /variants: must be baseline and the packages/],
    [
      'that leads out of its folder',
      (m) => Object.assign(m.files[0], { name: '../a' }),
      /files\.0\.name: found "\.\.\/a"; must/,
    ],
    ['of no table', (m) => Object.assign(m, { files: [] }), /files: does not list runs\.arrow/],
  ])('%s is refused, with what is wrong', async (_, edit, message) => {
    const edited = structuredClone(manifest)
    edit(edited as Record<string, unknown> & Manifest)
    await put(edited)
    expect(await refusalOf(() => readResult(dir))).toMatch(message)
  })

  test('that is no JSON, cut short or of a backtest is refused', async () => {
    for (const [text, message] of [
      ['{"carecast":', 'no JSON, or cut short'],
      ['[]', 'no JSON, or cut short'],
      ['{"files":[]}', 'its manifest.json is another'],
      [
        '{"carecast":{},"scenario":{},"seed":"a","runs":1,"files":[{"name":"backtest.arrow"}]}',
        'holds a backtest, not a result',
      ],
    ]) {
      await writeFile(join(dir, 'manifest.json'), text)
      expect(await refusalOf(() => readResult(dir))).toContain(message)
    }
  })

  test('from before intervals and what was set were written is compared all the same', async () => {
    const { intervals, totalCost, ...early } = structuredClone(manifest)
    await put({ ...early, scenario: { ...early.scenario, set: undefined } })
    expect((await readResult(dir)).lines.length).toBeGreaterThan(0)
    expect(await refusalOf(() => readFinishedReport(dir))).toContain('before there were reports')
  })
})

describe('a table', () => {
  test('whose bytes are not those of the manifest is refused', async () => {
    await put(manifest)
    const next = seededNumbers(seedOfTheDay() + 1)
    for (const name of TABLES)
      for (let time = 0; time < MUTATIONS / 10; time++) {
        await writeFile(join(dir, `${name}.arrow`), mutateBytes(await tableBytes(name), next).mutated)
        const refusal = await refusalOf(() => (name === 'runs' ? readResult(dir) : readFinishedReport(dir)))
        expect(refusal).toMatch(
          /is not the \w+\.arrow that the manifest lists|is cut short|is not an Arrow|is empty/,
        )
        await cp(join(whole, `${name}.arrow`), join(dir, `${name}.arrow`))
      }
  })

  test('that was damaged, and its hash in the manifest with it, is read or refused', async () => {
    const next = seededNumbers(seedOfTheDay() + 2)
    for (let time = 0; time < MUTATIONS; time++) {
      const name = TABLES[time % TABLES.length]
      const { mutated } = mutateBytes(await tableBytes(name), next)
      const edited = structuredClone(manifest)
      const listed = edited.files.find((file) => file.name === `${name}.arrow`)!
      Object.assign(listed, { sha256: sha256Of(mutated), bytes: mutated.length })
      await put(edited)
      await writeFile(join(dir, `${name}.arrow`), mutated)
      await refusalOf(() => readResult(dir))
      await refusalOf(() => readFinishedReport(dir))
      await cp(join(whole, `${name}.arrow`), join(dir, `${name}.arrow`))
    }
  })
})

function tableBytes(name: (typeof TABLES)[number]): Promise<Uint8Array> {
  return readFile(join(whole, `${name}.arrow`))
}
