import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import { parseScenario } from '../../../src/input/reading/scenario-reader.ts'
import { changedSmallshire, problemsOf, SMALLSHIRE, SMALLSHIRE_PATH } from '../smallshire.ts'

const HISTORY = '2024-03-31: 100 }'
const messages = (text: string) => problemsOf(text).map(([, message]) => message)

describe('history', () => {
  it.each([
    [
      '2024-03-31: 260 }',
      '2024-03-31: 260 is not the 100 of openingStock.children on the same day; one of them is wrong',
    ],
    [
      '2025-03-31: 100 }',
      '2025-03-31: is after the start, 2024-03-31; history is what was known by the start',
    ],
    ['2044-03-31: 100 }', '2044-03-31: is after the end, 2027-03-31; history is what was known by the start'],
  ])('cannot be %s', (history, message) => {
    expect(messages(changedSmallshire([HISTORY, history]))).toEqual([`history.children.${message}`])
  })
})

describe('an opening stock', () => {
  it('is refused more than a year from a start that --set moves', () => {
    const moved = () => parseScenario(SMALLSHIRE, 's.yaml', ['start=2026-03-31'])
    expect(moved).toThrow(
      /^--set start=2026-03-31 start: 2026-03-31 is not the day of the opening stock, .* 2024-03-31/,
    )
  })

  it('is warned of within a year, and not where it is stated anew', () => {
    const warnings = (sets: string[]) =>
      parseScenario(SMALLSHIRE, 's.yaml', sets).warnings.map(({ code }) => code)
    expect(warnings(['start=2024-06-17'])).toEqual(['stock-of-another-day'])
    expect(warnings(['start=2024-06-17', 'openingStock.children=100'])).toEqual([])
    expect(warnings(['end=2028-03-31'])).toEqual([])
  })

  it('is held against the start of the file that states it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'carecast-forks-'))
    const write = (name: string, text: string) => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const start = `extends: ${SMALLSHIRE_PATH}\nstart: 2025-09-30\nend: 2028-03-31\n`
    const stock = 'openingStock: { children: { value: 100, assumed: counted again } }\n'
    await expect(readScenario(write('moved.yaml', start))).rejects.toThrow(
      /moved\.yaml:2:8 start: 2025-09-30 is not the day of the opening stock/,
    )
    const whole = write('whole.yaml', start + stock)
    expect((await readScenario(whole)).warnings).toEqual([])
    const child = write('child.yaml', 'extends: whole.yaml\nname: a child\n')
    expect((await readScenario(child)).warnings).toEqual([])
  })
})

describe('a scenario', () => {
  it('is warned of counts and prices of years ago', () => {
    const facts =
      'facts:\n  - { period: { from: 2021-04-01, to: 2022-03-31 }, mode: shrink, entries: 44, assumed: counted }\n'
    const text = changedSmallshire(['priceBase: 2023/24', 'priceBase: 2017/18'])
    const { warnings } = parseScenario(text + facts, 's.yaml')
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringContaining('counts up to 2022-03-31, 2.0 years before the start, 2024-03-31'),
      expect.stringContaining(
        'the prices are of 2017/18, and upliftPerYear alone carries them over the 7 years to 2024/25',
      ),
    ])
    expect(
      parseScenario(SMALLSHIRE + facts.replaceAll('2022', '2024').replaceAll('2021', '2023'), 's.yaml')
        .warnings,
    ).toEqual([])
  })

  it('has no intervention that is over by its start, unless it lasts on', () => {
    const team = (more: string) =>
      `${SMALLSHIRE}interventions:\n  team: { label: x, start: { date: 2022-01-01 }, end: 2023-12-31, ${more}effects: [{ preventEntries: { prevents: 0.1 } }], assumed: x }\n`
    expect(messages(team(''))).toEqual([
      'interventions.team.end: 2023-12-31 is not after the start of the scenario, 2024-03-31; the intervention would change nothing',
    ])
    expect(messages(team('persistMonths: 12, '))).toEqual([])
  })
})
