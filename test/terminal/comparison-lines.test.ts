import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FinishedResult } from '../../src/result/finished-result.ts'
import { compareResults } from '../../src/summary/comparison.ts'
import { comparisonInWords, differencesBetween, relationOf } from '../../src/terminal/comparison-lines.ts'
import { writeResult } from '../../src/write/folder/result-folder.ts'
import { readResult } from '../../src/write/read-back/read-result.ts'
import { smallFiles } from '../result/small-result.ts'

const STYLE = { columns: 80, unicode: true, colour: false }
let folder: string
let result: FinishedResult

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-compare-'))
  await writeResult(folder, await smallFiles())
  result = { ...(await readResult(folder)), folder: 'here' }
})
afterAll(() => rm(folder, { recursive: true }))

describe('a finished result', () => {
  test('is read back with its dates, and children and cost of every run', () => {
    expect([result.start, result.end, result.identity.seed]).toEqual(['2018-01-31', '2018-04-30', 'carecast'])
    expect(result.lines.map(({ line }) => line)).toEqual(['total', 'children_end', 'total', 'children_end'])
    expect([...result.lines[3].values]).toEqual([14, 15, 16, 17, 18])
  })

  test('is refused where the folder has none, or is a file', async () => {
    const other = join(folder, 'other')
    await expect(readResult(other)).rejects.toThrow(/holds no result: it has no manifest.json/)
    await expect(readResult(join(folder, 'manifest.json'))).rejects.toThrow(/holds no result/)
    const foreign = await mkdtemp(join(folder, 'foreign-'))
    await writeFile(join(foreign, 'manifest.json'), '{"name": "package"}')
    await expect(readResult(foreign)).rejects.toThrow(/its manifest.json is another/)
  })
})

describe('two results side by side', () => {
  const other = (identity: Partial<FinishedResult['identity']>, end = result.end): FinishedResult => ({
    ...result,
    end,
    identity: { ...result.identity, ...identity },
  })
  const words = (second: FinishedResult, columns = 80) => {
    const lines = compareResults(result.lines, second.lines, relationOf(result, second))
    return comparisonInWords(result, second, lines, { ...STYLE, columns })
  }

  test('have a table of children and one of cost for each variant', () => {
    const text = words(result)
    expect(text).toContain('A: here: Smallshire, 5 runs, seed carecast, carecast 0.1.0\nB: here: ')
    expect(text).toContain('Same scenario, horizon, seed, runs and version.')
    expect(text).toContain(
      [
        'baseline: children at year end',
        '          A               B               B less A',
        'Year      P10  P50  P90   P10  P50  P90   Mean  Error',
        '2017/18    13   15   17    13   15   17    0.0      0',
      ].join('\n'),
    )
    expect(text).toMatch(/baseline: cost, £m\n.*\n.*\n2017\/18 .*\n2018\/19 .*\nAll years /)
  })

  test('say in what they differ', () => {
    expect(differencesBetween(result, result)).toEqual([])
    expect(
      differencesBetween(result, other({ seed: '8', runs: 6, sets: ['end=2018-03-31'] }, '2018-03-31')),
    ).toEqual([
      '--set: nothing and end=2018-03-31',
      'horizon: 2018-01-31 to 2018-04-30 and 2018-01-31 to 2018-03-31',
      'seed: carecast and 8',
      'runs: 5 and 6',
    ])
    expect(differencesBetween(other({ stream: 'E08000035' }), other({ stream: 'Smallshire' }))).toEqual([
      'stream of random numbers: E08000035 and Smallshire',
    ])
    expect(differencesBetween(result, other({ scenarioSha256: 'f' }))).toEqual(['the text of the scenario'])
    const withBudget = (sha: string) => ({ ...other({ budgetSha256: sha }), budgetFile: 'finance.csv' })
    expect(differencesBetween(withBudget('a'), result)).toEqual(['budget file: finance.csv and none'])
    expect(differencesBetween(result, withBudget('a'))).toEqual(['budget file: none and finance.csv'])
    expect(differencesBetween(withBudget('a'), withBudget('b'))).toEqual([
      'the text of the budget file finance.csv',
    ])
    const packages = [{ package: 'plan', interventions: ['team', 'homes'] }]
    expect(differencesBetween(result, other({ packages }))).toEqual(['packages: none and plan (team, homes)'])
    expect(words(other({ version: '0.2.0' }))).toContain('They differ in\n- version: 0.1.0 and 0.2.0')
  })

  test('are paired with the same seed, stream and number of runs alone', () => {
    expect(relationOf(result, other({ version: '2' }))).toEqual({ isPaired: true, hasSameHorizon: true })
    expect(relationOf(result, other({ seed: '8' })).isPaired).toBe(false)
    expect(relationOf(result, other({ runs: 6 })).isPaired).toBe(false)
    expect(relationOf(result, other({ stream: 'E08000035' })).isPaired).toBe(false)
    expect(words(other({ seed: '8' }))).toContain('between independent runs')
    expect(words(result)).toContain('run by run')
  })

  test('fit into narrow terminals', () => {
    for (const line of words(result, 44).split('\n')) expect(line.length).toBeLessThanOrEqual(44)
  })
})
