// The month of the peak, in every medium.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import { jsonResult } from '../../src/terminal/json-result.ts'
import { terminalResult } from '../../src/terminal/terminal-result.ts'
import { changedSmallshire } from '../input/smallshire.ts'

const STYLE = { columns: 100, unicode: true, colour: false }
/** 3 children live in external residential care: a small number, where it is not to be passed on. */
const TEXT = changedSmallshire(
  ['    kinship: 18\n', '    kinship: 25\n'],
  ['    externalResidential: 10\n', '    externalResidential: 3\n'],
  ['question:', 'disclosure:\n  source: the return of an invented council\nquestion:'],
)

test('the month of the peak is told in every medium', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carecast-fact-'))
  await writeFile(join(folder, 'a.yaml'), TEXT)
  const request = {
    scenario: join(folder, 'a.yaml'),
    runs: 5,
    seed: 'carecast',
    threads: 1,
    version: '0.0.0',
  }
  const delivered = await forecast({ ...request, folder: join(folder, 'a'), overwrite: false })
  const manifest = JSON.parse(await readFile(join(folder, 'a', 'manifest.json'), 'utf8'))
  const page = await readFile(join(folder, 'a', 'report.html'), 'utf8')
  await rm(folder, { recursive: true })
  const json = JSON.parse(jsonResult(delivered))
  const terminal = terminalResult(delivered, STYLE)
  const { peakMonth } = delivered.result
  expect(peakMonth).toMatch(/^20\d\d-\d\d$/)
  expect([json.peakMonth, manifest.peakMonth]).toEqual([peakMonth, peakMonth])
  expect(terminal).toContain(`largest in ${peakMonth}`)
  expect(page).toContain(`Most children in ${peakMonth}`)
})
