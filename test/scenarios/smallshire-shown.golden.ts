// What a reader sees of one small result, kept as files: a change of words, tables or charts shows in review, where a hash says
// only that something changed. `npm test -- --update` writes them again.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { readFinishedReport } from '../../src/forecast/rewrite/read-finished-report.ts'
import { drawingsOf } from '../../src/report/chart-files.ts'
import type { Delivered } from '../../src/result/delivered.ts'
import { terminalResult } from '../../src/terminal/terminal-result.ts'

const TABLES = ['years.csv', 'lines-by-year.csv', 'packages.csv', 'assumptions.csv']
const RUNS = 30
const SHOWN = './shown'
let folder: string
let delivered: Delivered

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-shown-'))
  delivered = await forecast({
    scenario: 'scenarios/smallshire-packages.yaml',
    choice: { with: ['edge-of-care'] },
    ...{ runs: RUNS, seed: 'carecast', threads: 1, version: '0.0.0' },
    ...{ folder: join(folder, 'result'), overwrite: false },
  })
})
afterAll(() => rm(folder, { recursive: true }))

describe('what is shown of Smallshire with an edge of care team', () => {
  test('in the terminal', async () => {
    const told = { ...delivered, folder: 'results/smallshire' }
    const text = terminalResult(told, { columns: 100, unicode: true, colour: false })
    await expect(`${text}\n`).toMatchFileSnapshot(`${SHOWN}/terminal.txt`)
  })

  test.each(TABLES)('in %s', async (name) => {
    const text = await readFile(join(folder, 'result', name), 'utf8')
    await expect(text).toMatchFileSnapshot(`${SHOWN}/${name}`)
  })

  test('in its charts', async () => {
    const { source } = await readFinishedReport(join(folder, 'result'))
    const drawings = drawingsOf(source)
    expect(drawings.length).toBeGreaterThan(15)
    for (const { name, svg } of drawings) await expect(svg).toMatchFileSnapshot(`${SHOWN}/${name}`)
  })
})
