import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, it } from 'vitest'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { InputError } from '../../src/input/input-error.ts'
import { limitAtStart } from '../../src/model/places.ts'
import { SMALLSHIRE, SMALLSHIRE_PATH } from './smallshire.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carecast-extends-'))
  writeFileSync(join(folder, 'parent.yaml'), SMALLSHIRE)
})

function write(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const fork = (...lines: string[]) => write('fork.yaml', 'extends: parent.yaml', ...lines)
const parentLine = (line: string) => SMALLSHIRE.split('\n').indexOf(line) + 1

async function messageOf(path: string, sets: string[] = []): Promise<string> {
  const error = await readScenario(path, sets).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).message.replaceAll(`${folder}/`, '')
}

describe('a scenario that extends another', () => {
  it('is the parent where it says nothing', async () => {
    const [{ scenario, figures, changes }, parent] = await Promise.all([
      readScenario(fork()),
      readScenario(SMALLSHIRE_PATH),
    ])
    expect(scenario).toEqual(parent.scenario)
    expect(JSON.stringify(scenario)).toBe(JSON.stringify(parent.scenario))
    expect(figures).toEqual(parent.figures)
    expect(changes).toEqual([])
  })

  it('merges blocks by key; replaces figures, lists, numbers and texts; removes what has no value', async () => {
    const { scenario } = await readScenario(
      fork(
        'council: Largeshire',
        'history:',
        'placements:',
        '  ifa: { weeklyPrice: { value: 900, source: ¶1 } }',
        '  inHouseFoster: { carers: null, overflow: [kinship, ifa] }',
        '  secure: { label: Secure homes, weeklyPrice: { value: 7000, source: ¶2 } }',
        'moves:',
        '  planned: { destinations: { secure: { ifa: 1, source: ¶2 } } }',
        '  breakdown: { destinations: { secure: { ifa: 1, source: ¶2 } } }',
        'exits:',
        '  reunification: { perYear: { value: 0.1, source: ¶3 } }',
        '  adoption: { byPlacement: { ifa: 0.5, kinship: ~ }, source: ¶4 }',
      ),
    )
    expect(scenario).toMatchObject({ council: 'Largeshire', document: 'invented; no real council' })
    expect(scenario.history).toBeUndefined()
    expect(Object.keys(scenario.placements).slice(-2)).toEqual(['supported', 'secure'])
    expect(scenario.placements.ifa).toEqual({ label: 'Agency foster carers', weeklyPrice: 900 })
    expect(scenario.placements.inHouseFoster).toEqual({
      label: 'Our own foster carers',
      weeklyPrice: 650,
      overflow: ['kinship', 'ifa'],
    })
    expect(scenario.exits.reunification?.perYear).toBe(0.1)
    expect(scenario.exits.reunification?.byMonthsInCare).toMatchObject({ 0: 3 })
    expect(scenario.exits.adoption?.byPlacement).toEqual({ externalResidential: 0, supported: 0, ifa: 0.5 })
  })

  it('lists what differs from its parent, and after it what was set', async () => {
    const path = fork('name: Fork', 'history:', 'placements: { ifa: { places: { value: 9, source: ¶1 } } }')
    const households = 'placements.inHouseFoster.carers.households'
    const { changes } = await readScenario(
      write('set.yaml', 'extends: parent.yaml', 'name: Fork', 'upliftPerYear: { value: 0.06, source: ¶1 }'),
      [`${households}=40`, 'upliftPerYear=0.07'],
    )
    expect(changes).toEqual([
      { by: 'extends', path: 'name', from: 'Smallshire, three years ahead', to: 'Fork' },
      { by: 'extends', path: 'upliftPerYear', from: '0.05 (0.03 to 0.07)', to: 0.06 },
      { by: 'set', path: households, from: 23, to: 40 },
      { by: 'set', path: 'upliftPerYear', from: 0.06, to: 0.07 },
    ])
    expect(await messageOf(path)).toMatch(/^fork.yaml:4:.* placements.ifa.overflow/)
    const { changes: removed } = await readScenario(fork('history:'))
    expect(removed).toContainEqual({ by: 'extends', path: 'history.children.2021-03-31', from: 91, to: null })
  })

  it('replaces a figure by a range and a range by a figure, each whole', async () => {
    const range = '{ central: 400, low: 350, high: 460, source: ¶1 }'
    const placements = `placements: { kinship: { weeklyPrice: ${range} }, ifa: { weeklyPrice: { value: 900, source: ¶2 } } }`
    const { scenario, assumptions, figures } = await readScenario(fork(placements))
    expect([scenario.placements.kinship.weeklyPrice, scenario.placements.ifa.weeklyPrice]).toEqual([400, 900])
    const prices = assumptions.filter(({ path }) => /(kinship|ifa).weeklyPrice/.test(path))
    expect(prices.map(({ path, range: { low, high } }) => [path, low, high])).toEqual([
      ['placements.kinship.weeklyPrice', 350, 460],
    ])
    expect(figures.find(({ path }) => path === 'placements.kinship.weeklyPrice')?.text).toBe('¶1')
  })

  it('lets provenance speak for the numbers of its own file only', async () => {
    const { figures } = await readScenario(
      fork('entries:', '  ages: { under 1: 0.16, source: ¶9 }', 'upliftPerYear: { value: 0.05, source: ¶8 }'),
    )
    const originOf = (wanted: string) => {
      const { kind, text } = figures.find(({ path }) => path === wanted)!
      return `${kind} ${text.slice(0, 8)}`
    }
    expect(originOf('entries.ages.under 1')).toBe('source ¶9')
    expect(originOf('entries.ages.1 to 4')).toBe('assumed near DfE')
    expect(originOf('upliftPerYear')).toBe('source ¶8')
    expect(await messageOf(fork('entries: { ages: { under 1: 0.16 } }'))).toBe(
      'fork.yaml:2:29 entries.ages.under 1: does not say where it comes from; write { value: 0.16, source: … }, or published or assumed',
    )
  })

  it('may extend a file that extends another, each from its own folder', async () => {
    mkdirSync(join(folder, 'deeper'))
    const middle = fork('name: Middle', 'history:', 'council: Middleshire')
    const path = write(
      'deeper/child.yaml',
      'extends: ../fork.yaml',
      'name: Child',
      'history: { children: {}, source: x }',
    )
    const { scenario, parents, text, sha256, changes } = await readScenario(path)
    expect(scenario).toMatchObject({ name: 'Child', council: 'Middleshire', history: { children: {} } })
    expect(parents.map((parent) => parent.path)).toEqual([middle, join(folder, 'parent.yaml')])
    const texts = [text, ...parents.map((parent) => parent.text)]
    expect(sha256).toBe(createHash('sha256').update(texts.join('\0')).digest('hex'))
    expect(changes).toEqual([{ by: 'extends', path: 'name', from: 'Middle', to: 'Child' }])
  })

  it('is another scenario once its parent is edited', async () => {
    const before = await readScenario(fork('name: Fork'))
    write('parent.yaml', SMALLSHIRE, '# edited')
    const after = await readScenario(fork('name: Fork'))
    expect(after.text).toBe(before.text)
    expect(after.sha256).not.toBe(before.sha256)
  })

  it('points at the file in which a wrong value is written, its own problems first', async () => {
    write('parent.yaml', SMALLSHIRE.replace('end: 2027-03-31', 'end: 2027-02-30'))
    const path = fork('placements:', '  ifa: { places: many, label: }', 'colour: red')
    const end = parentLine('end: 2027-03-31')
    expect((await messageOf(path)).split('\n')).toEqual([
      "fork.yaml:3:18 placements.ifa.places: found 'many'; must be a whole number from 0 to 1000000",
      'fork.yaml:3:24 placements.ifa.label: is missing; must be a text of 1 to 200 characters',
      expect.stringMatching(/^fork\.yaml:4:1 colour: is not a known key; /),
      `parent.yaml:${end}:6 end: found '2027-02-30'; must be a date of the calendar, YYYY-MM-DD`,
    ])
  })

  it('points at its own key, or else at that of the parent, where keys together are wrong', async () => {
    const inParent = parentLine('  placements:')
    expect(await messageOf(fork('history:', 'openingStock: { children: { value: 101, source: ¶1 } }'))).toBe(
      `parent.yaml:${inParent}:3 openingStock.placements: the placements hold 100 children; openingStock.children says 101`,
    )
    expect(await messageOf(fork('openingStock: { placements: { ifa: 27, source: ¶1 } }'))).toBe(
      'fork.yaml:2:17 openingStock.placements: the placements hold 101 children; openingStock.children says 100',
    )
    expect(await messageOf(fork('name: Fork'), ['openingStock.placements.ifa=x'])).toMatch(
      /^--set openingStock.placements.ifa=x openingStock.placements.ifa: found 'x'/,
    )
  })

  it('keeps a key without a value that its parent does not have, for the schema to refuse', async () => {
    expect(await messageOf(fork('facts:'))).toBe('fork.yaml:2:1 facts: found nothing; must be a list')
  })

  it.each([
    ['a parent that is missing', 'missing.yaml', 'extends: missing.yaml does not exist'],
    ['a folder', '.', /^fork.yaml:1:10 extends: .* is a folder; name a file in it$/],
    [
      'a number',
      '3',
      'extends: must be the path of a scenario file, from this file on, like smallshire.yaml',
    ],
    [
      'nothing',
      '',
      'fork.yaml:1:1 extends: must be the path of a scenario file, from this file on, like smallshire.yaml',
    ],
    ['itself', './fork.yaml', 'extends: goes in a circle: fork.yaml -> fork.yaml'],
    ['an empty file', 'empty.yaml', /^fork.yaml:1:10 extends: empty.yaml is empty; /],
  ])('refuses %s', async (_, parent, message) => {
    write('empty.yaml', '')
    const found = await messageOf(write('fork.yaml', `extends: ${parent}`))
    const whole =
      typeof message === 'string' && message.startsWith('extends') ? `fork.yaml:1:10 ${message}` : message
    expect(found).toEqual(typeof whole === 'string' ? whole : expect.stringMatching(whole))
  })

  it('shows what is wrong with the form of a parent, and who extends it', async () => {
    write('parent.yaml', 'name: "open')
    expect((await messageOf(fork())).split('\n')).toEqual([
      'fork.yaml:1:10 extends: parent.yaml cannot be read:',
      expect.stringMatching(/^parent\.yaml:\d+:\d+ is not YAML: Missing closing "quote/),
    ])
  })

  it('refuses circles over several files, and more than ten parents', async () => {
    write('b.yaml', 'extends: c.yaml')
    write('c.yaml', 'name: C', 'extends: ./b.yaml')
    expect(await messageOf(write('a.yaml', 'extends: b.yaml'))).toBe(
      'c.yaml:2:10 extends: goes in a circle: b.yaml -> c.yaml -> b.yaml',
    )
    const chain = (parents: number) => {
      write('0.yaml', SMALLSHIRE)
      for (let index = 1; index <= parents; index++) write(`${index}.yaml`, `extends: ${index - 1}.yaml`)
      return join(folder, `${parents}.yaml`)
    }
    expect((await readScenario(chain(10))).parents).toHaveLength(10)
    expect(await messageOf(chain(11))).toBe(
      '1.yaml:1:10 extends: is one more than the 10 files that may extend one another',
    )
  })

  it('tells a misspelt extends from a missing parent', async () => {
    expect(await messageOf(write('fork.yaml', 'extend: parent.yaml'))).toContain(
      'fork.yaml:1:1 extend: is not a known key; did you mean extends?',
    )
  })

  it('does not let its parent be set', async () => {
    expect(await messageOf(fork(), ['extends=x'])).toBe(
      '--set extends=x extends: is read before anything is set',
    )
  })
})

describe('smallshire-more-foster-carers.yaml', () => {
  it('has ten more places that last and another name than Smallshire, and nothing else', async () => {
    const path = fileURLToPath(new URL('../../scenarios/smallshire-more-foster-carers.yaml', import.meta.url))
    const { changes, scenario } = await readScenario(path)
    expect(changes).toEqual([
      { by: 'extends', path: 'name', from: 'Smallshire, three years ahead', to: scenario.name },
      { by: 'extends', path: 'placements.inHouseFoster.carers.households', from: 23, to: 29 },
      { by: 'extends', path: 'placements.inHouseFoster.carers.approvalsPerYear', from: 2.2, to: 3.1 },
    ])
    const parent = await readScenario(SMALLSHIRE_PATH)
    const places = [parent.scenario, scenario].map((one) => limitAtStart(one.placements.inHouseFoster))
    expect(places).toEqual([36, 46])
  })
})
