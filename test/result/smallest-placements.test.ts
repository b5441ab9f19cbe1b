// The smallest placements, in every medium.
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

test('the smallest placements are told in every medium, without those whose number is withheld where it is passed on', async () => {
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
  const small = { placement: 'externalResidential', children: 3 }
  for (const list of [delivered.result.smallest, json.smallest, manifest.smallest])
    expect(list).toContainEqual(small)
  expect(terminal).toContain('externalResidential 3')
  expect(page).toContain('Fewest children live in: ')
  expect(page).not.toContain('externalResidential 3')
})
