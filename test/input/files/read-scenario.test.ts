// The door from the disk: what files say is what their texts say, with hashes of both beside it.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../../src/input/files/read-scenario.ts'
import { scenarioOf } from '../../../src/input/reading/scenario-reader.ts'
import { SMALLSHIRE } from '../smallshire.ts'

const SCENARIOS = new URL('../../../scenarios/', import.meta.url).pathname
const shipped = (await readdir(SCENARIOS)).filter((name) => name.endsWith('.yaml'))
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('readScenario', () => {
  it.each(shipped)('reads from the files of %s what their texts say', async (name) => {
    const read = await readScenario(join(SCENARIOS, name))
    const files = [{ path: read.path, text: read.text }, ...read.parents]
    expect(scenarioOf({ files, sets: [] })).toEqual(read)
    expect(read.text).toBe(await readFile(join(SCENARIOS, name), 'utf8'))
    expect(read.sha256).toBe(hashOf(files.map(({ text }) => text).join('\0')))
  })

  it('hashes the text of a file of budgets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'carecast-read-'))
    const [scenario, budget] = ['s.yaml', 'b.csv'].map((name) => join(folder, name))
    const text = 'line,year,amount\nifa,2024/25,5\n'
    await writeFile(scenario, SMALLSHIRE)
    await writeFile(budget, text)
    const { budgetFile } = await readScenario(scenario, [], budget)
    expect(budgetFile).toMatchObject({ path: budget, text, sha256: hashOf(text) })
  })
})
