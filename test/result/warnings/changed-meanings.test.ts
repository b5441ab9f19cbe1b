// What a scenario file of before the file version is told, on the way that a run takes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../../src/forecast/forecast.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedMeanings } from '../../../src/result/warnings/changed-meanings.ts'
import { SMALLSHIRE } from '../../input/smallshire.ts'

const PACKAGES = join(process.cwd(), 'scenarios/smallshire-packages.yaml')
const RUNS = 20
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-meanings-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a fork of Smallshire's packages with some interventions as a package; the text says what differs. */
async function run(name: string, text: string, interventions: string[]) {
  const path = join(folder, `${name}.yaml`)
  await writeFile(path, `extends: ${PACKAGES}\n${text}`)
  const { result } = await forecast({
    scenario: path,
    choice: { with: interventions },
    attribution: false,
    chanceOnly: true,
    runs: RUNS,
    seed: 'carecast',
    threads: 1,
    folder: join(folder, name),
    overwrite: false,
    version: '0.0.0',
  })
  const changed = result.warnings.filter(({ code }) => code === 'changed-meaning').map((one) => one.text)
  return { changed, whole: result.packages![0].total.mean }
}

const BEFORE = 'carecast:\n'
/** Edge of care that ends on a date and fades within a year. */
const endsOn = (end: string, posts: string) =>
  `interventions: { edge-of-care: { end: ${end}, persistMonths: { value: 12, assumed: a year }, ${posts} } }\n`
const matching = (texts: string[], words: RegExp) => texts.filter((text) => words.test(text))

describe('a scenario file without its version', () => {
  test('is told by how much its investment costs more, which is what cash: true takes away again', async () => {
    const now = await run('uplifted', BEFORE, ['family-group-conferencing'])
    const cash = await run(
      'cash',
      'interventions: { family-group-conferencing: { investment: { cash: true } } }\n',
      ['family-group-conferencing'],
    )
    const [text] = matching(now.changed, /where it was cash/)
    const pounds = Number(/£([\d,]+) more/.exec(text)![1].replaceAll(',', ''))
    expect(pounds).toBeGreaterThan(1_000)
    expect(Math.abs(now.whole - cash.whole - pounds)).toBeLessThan(1)
  })

  test('is told what a post filled for a year costs, to the penny, and cost', async () => {
    const { changed } = await run('post', BEFORE, ['edge-of-care'])
    expect(matching(changed, /£58,000\.00, and not £57,960\.30 \(£58,119\.10 in a leap year\)/)).toHaveLength(
      1,
    )
  })

  test('is told of posts that are no longer paid for while effects fade', async () => {
    const { changed } = await run(
      'fading',
      BEFORE + endsOn('2026-03-31', 'posts: { vacant: { value: 0, assumed: none } }'),
      ['edge-of-care'],
    )
    // 3 filled posts at £58,000, a year of 365.25 days, from which some have fallen vacant: 24 months filled, 4 vacant.
    const share = 6 / 7 + Math.exp(-3.5 * 2) / 7
    const [text] = matching(changed, /not while its effects fade/)
    const pounds = Number(/fade: £([\d,]+) less on average/.exec(text)![1].replaceAll(',', ''))
    expect(Math.abs(pounds - ((3 * 58_000 * 365) / 365.25) * share)).toBeLessThan(200)
  })

  test('is told of posts while effects fade for the days that are simulated alone', async () => {
    const never = 'posts: { vacant: { value: 1, assumed: one }, monthsToFill: null, monthsFilled: null }'
    const { changed } = await run('horizon', BEFORE + endsOn('2026-12-31', never), ['edge-of-care'])
    const pounds = ((2 * 58_000 * 90) / 365.25).toFixed(0).replace(/(?=...$)/, ',')
    expect(matching(changed, new RegExp(`fade: £${pounds} less on average for filled posts`))).toHaveLength(1)
    const last = await run('last-day', BEFORE + endsOn('2027-03-31', never), ['edge-of-care'])
    expect(matching(last.changed, /effects fade/)).toEqual([])
  })

  test('is told nothing where no meaning concerns it, and never where it names its version', async () => {
    const { changed } = await run('named', '', ['edge-of-care', 'family-group-conferencing'])
    expect(changed).toEqual([])
    const cash =
      'interventions: { foster-carer-offer: { investment: { cash: true } } }\nclaims: { pays-back: }\n'
    expect((await run('untouched', BEFORE + cash, ['foster-carer-offer'])).changed).toEqual([])
  })

  test('is told of growth in the last part of a year, where the horizon has one', () => {
    const { scenario } = parseScenario(SMALLSHIRE, 's.yaml')
    const grown = { ...scenario.entries, stockGrowth: 0.01 }
    const told = (end: string) =>
      changedMeanings({
        scenario: { ...scenario, carecast: undefined, claims: {}, entries: grown, end },
        assumptions: [],
        interventions: [],
        capped: [],
        caps: new Map(),
        variants: [],
        yearsOf: () => [],
      }).map(({ text }) => /stockGrowth/.test(text))
    expect(told('2026-09-30')).toEqual([true])
    // Whole years, and horizons of which the first five years alone are turned.
    expect(told('2027-03-31')).toEqual([])
    expect(told('2029-09-30')).toEqual([])
  })
})
