// What names the random numbers of a scenario: its council, whatever fork or name it goes by, unless it says another.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { streamOf } from '../../src/input/files/council-stream.ts'
import { readScenario } from '../../src/input/files/read-scenario.ts'
import { parseScenario } from '../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf, SMALLSHIRE } from './smallshire.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-stream-'))
  await writeFile(join(folder, 'root.yaml'), SMALLSHIRE)
  await writeFile(join(folder, 'plan.yaml'), 'extends: root.yaml\nname: A plan\ncouncil: Leeds\n')
  await writeFile(join(folder, 'later.yaml'), 'extends: plan.yaml\nend: 2025-03-31\n')
  await writeFile(join(folder, 'apart.yaml'), 'extends: plan.yaml\nstream: apart\n')
  await writeFile(join(folder, 'beside.yaml'), 'extends: apart.yaml\nname: Beside\n')
})
afterAll(() => rm(folder, { recursive: true }))

describe('The stream of a scenario', () => {
  test('is its council, and that of the oldest file in every fork', async () => {
    for (const file of ['root.yaml', 'plan.yaml', 'later.yaml'])
      expect((await readScenario(join(folder, file))).stream).toBe('Smallshire')
  })

  test('stays where values are set', async () => {
    const sets = ['council=Leeds', 'name=Another', 'entries.perYear=40']
    expect((await readScenario(join(folder, 'root.yaml'), sets)).stream).toBe('Smallshire')
    expect((await readScenario(join(folder, 'root.yaml'), ['stream=mine'])).stream).toBe('mine')
  })

  test('is what the file or one that it extends says that it is', async () => {
    for (const file of ['apart.yaml', 'beside.yaml'])
      expect((await readScenario(join(folder, file))).stream).toBe('apart')
  })
})

describe('streamOf', () => {
  test('has one name for a council, by whichever name it is called', () => {
    for (const name of ['Hull', 'Kingston upon Hull', 'Kingston Upon Hull, City of', 'hull city council'])
      expect(streamOf(name)).toBe('E06000010')
    expect(streamOf('E06000010')).toBe('E06000010')
  })

  test('leaves what names no council as it is', () => {
    for (const name of ['Smallshire', 'Kingston', 'our second opinion']) expect(streamOf(name)).toBe(name)
  })
})

describe('A range', () => {
  const nationalIn = (written: string) =>
    parseScenario(changedSmallshire(['perYear: 0.45', `perYear: ${written}`]), 's.yaml')
      .assumptions.filter(({ isNational }) => isNational)
      .map(({ path }) => path)

  test('is drawn for all councils at once where it is marked national, and the general uplift always is', () => {
    const own = nationalIn('{ central: 0.5, low: 0.3, high: 0.8 }')
    expect(own).toEqual(['upliftPerYear'])
    expect(nationalIn('{ central: 0.5, low: 0.3, high: 0.8, shared: national }').sort()).toEqual([
      'moves.planned.perYear',
      'upliftPerYear',
    ])
  })

  test('can be shared with nobody but the country', () => {
    const [[, message]] = problemsOf(
      changedSmallshire(['perYear: 0.45', 'perYear: { central: 0.5, low: 0.3, high: 0.8, shared: region }']),
    )
    expect(message).toContain('national')
  })
})
