import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import { InputError } from '../../../src/input/input-error.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf, SMALLSHIRE, SMALLSHIRE_PATH } from '../smallshire.ts'

const folder = mkdtempSync(join(tmpdir(), 'carecast-reader-'))

function fileWith(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function messageOfFile(path: string): Promise<string> {
  const error = await readScenario(path).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(InputError)
  return (error as InputError).message.replace(path, 'FILE')
}

describe('readScenario', () => {
  it('reads a good file into bare numbers in the order of the file', async () => {
    const { path, scenario } = await readScenario(SMALLSHIRE_PATH)
    expect(path).toBe(SMALLSHIRE_PATH)
    expect(scenario).toMatchObject({ council: 'Smallshire', start: '2024-03-31', end: '2027-03-31' })
    expect(Object.keys(scenario.placements)).toEqual([
      'kinship',
      'inHouseFoster',
      'ifa',
      'externalResidential',
      'supported',
    ])
    expect(scenario.placements.inHouseFoster).toEqual({
      label: 'Our own foster carers',
      weeklyPrice: 650,
      carers: {
        households: 23,
        placesPerHousehold: 1.87,
        usableShare: 0.85,
        approvalsPerYear: 2.2,
        approvalMonths: 6,
        deregistrationsPerHouseholdYear: 0.15,
      },
      overflow: ['ifa'],
    })
    expect(scenario.openingStock.monthsInCare).toEqual({
      0: 0.1,
      3: 0.08,
      6: 0.14,
      12: 0.2,
      24: 0.28,
      60: 0.2,
    })
    expect(scenario.moves.planned.perYear).toBe(0.45)
    expect(scenario.exits.reunification?.perYear).toMatchObject({ 'under 1': 0.189 })
  })

  it('keeps the text and the SHA-256 of the bytes, also of a byte order mark', async () => {
    const bytes = Buffer.from(`\uFEFF${SMALLSHIRE}`)
    const { text, sha256 } = await readScenario(fileWith('bom.yaml', bytes))
    expect(text).toBe(bytes.toString())
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it.each([
    ['missing.yaml', undefined, 'FILE does not exist'],
    ['', undefined, 'FILE is a folder; name a file in it'],
    ['empty.yaml', '', 'FILE is empty; a scenario is a block of keys that begins with name:'],
    ['comment.yaml', '# only this\n', 'FILE is empty; a scenario is a block of keys that begins with name:'],
    ['nul.yaml', 'name: a\0b', 'FILE is not a text file; a scenario is YAML, saved as UTF-8'],
    [
      'latin.yaml',
      Buffer.from([0x61, 0x3a, 0x20, 0xa3]),
      'FILE is not in UTF-8; save it again with that encoding',
    ],
    ['big.yaml', `name: ${'x'.repeat(1_000_000)}`, 'FILE is larger than 1 MB, the limit for a scenario'],
    ['list.yaml', '- name: a', 'FILE:1:1 must be a block of keys, like name: Smallshire'],
  ])('refuses %s', async (name, content, message) => {
    const path = content === undefined ? join(folder, name) : fileWith(name, content)
    expect(await messageOfFile(path)).toBe(message)
  })

  it('refuses a name that no file can have', async () => {
    expect(await messageOfFile('a\0b')).toBe('a\\u0000b is not the name of a file')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'refuses a file without permission to read it',
    async () => {
      const path = fileWith('secret.yaml', SMALLSHIRE)
      chmodSync(path, 0)
      expect(await messageOfFile(path)).toBe('FILE cannot be read: you have no permission')
    },
  )
})

describe('parseScenario', () => {
  it('reports all problems at once, in the order of the file', () => {
    const text = changedSmallshire(
      ['kinship: 18', 'kinship: 19'],
      ['start: 2024-03-31', 'start: 2028-03-31'],
      ['    0: 0.10', '    1: 0.20'],
      ['  assumed: invented; a small council whose number has been rising slowly\n', ''],
    )
    expect(problemsOf(text)).toEqual([
      ['2027-03-31', 'end: 2027-03-31 is not after the start, 2028-03-31'],
      [
        'history:',
        'history: does not say where its 4 numbers come from; add source, published or assumed to it',
      ],
      [
        'placements:',
        'openingStock.placements: the placements hold 101 children; openingStock.children says 100',
      ],
      [
        expect.stringMatching(/^monthsInCare:/),
        'openingStock.monthsInCare: must start at month 0; add the key 0',
      ],
      [
        expect.stringMatching(/^monthsInCare:/),
        'openingStock.monthsInCare: the shares sum to 1.1; they must sum to 1: divide each by 1.1',
      ],
    ])
  })

  it('prints the file, the line, the column and the path of a problem', () => {
    const text = changedSmallshire(['start: 2024-03-31', 'start: 2024-02-30'])
    const line = text.split('\n').indexOf('start: 2024-02-30') + 1
    expect(() => parseScenario(text, 's.yaml')).toThrow(
      `s.yaml:${line}:8 start: found '2024-02-30'; must be a date of the calendar, YYYY-MM-DD`,
    )
  })

  it('names the file as the user gave it', () => {
    expect(() => parseScenario('', './my council.yaml')).toThrow(/^\.\/my council\.yaml is empty/)
  })

  it('takes dates that stand without quotes', () => {
    expect(parseScenario(SMALLSHIRE, 's.yaml').scenario.start).toBe('2024-03-31')
  })

  it('takes a table that is written once and named twice', () => {
    const text = changedSmallshire(
      ['destinations:\n', 'destinations: &ways\n'],
      [
        SMALLSHIRE.slice(
          SMALLSHIRE.lastIndexOf('destinations:\n'),
          SMALLSHIRE.lastIndexOf('    assumed: about a fifth'),
        ),
        'destinations: *ways\n',
      ],
    )
    expect(problemsOf(text)).toEqual([])
  })
})
