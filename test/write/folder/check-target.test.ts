import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { checkTarget } from '../../../src/write/folder/check-target.ts'
import { writeResult } from '../../../src/write/folder/result-folder.ts'
import { MachineError } from '../../../src/write/machine-error.ts'
import { IDENTITY, smallFiles } from '../../result/small-result.ts'

const isRoot = process.geteuid?.() === 0
let base: string
let dir: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-target-'))
  dir = join(base, 'result')
})
afterEach(() => rm(base, { recursive: true }))

async function refusal(folder = dir): Promise<string> {
  const error = await checkTarget(folder, IDENTITY, true).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(InputError)
  return error.message
}

describe('checkTarget', () => {
  test('takes a link to a folder, and refuses links that lead nowhere or in a circle', async () => {
    await mkdir(join(base, 'real'))
    await symlink('real', dir)
    await checkTarget(dir, IDENTITY, false)
    await writeResult(dir, await smallFiles())
    expect(await readdir(join(base, 'real'))).toContain('manifest.json')

    await symlink('nowhere', join(base, 'dangling'))
    for (const folder of [join(base, 'dangling'), join(base, 'dangling', 'deeper')])
      expect(await refusal(folder)).toMatch(
        /needs the folder that the link .*dangling leads to, which does not exist; make it, or name another/,
      )
    await symlink('circle', join(base, 'circle'))
    expect(await refusal(join(base, 'circle'))).toContain(
      'is a link that goes in a circle; name another folder',
    )
  })

  test.each(['runs.arrow', 'manifest.json', 'report.html'])(
    'refuses a folder in the place of %s, even with overwrite',
    async (name) => {
      await mkdir(join(dir, name), { recursive: true })
      expect(await refusal()).toBe(
        `${join(dir, name)} is a folder where a file of the result goes; move it away, or name another folder with --out`,
      )
    },
  )

  test('refuses a file, or a link, in the place of the folder of charts, and a folder in that of a chart', async () => {
    await mkdir(dir)
    await writeFile(join(dir, 'charts'), '')
    expect(await refusal()).toContain('charts is no folder, but charts go into a folder of that name')
    await rm(join(dir, 'charts'))
    await symlink('..', join(dir, 'charts'))
    expect(await refusal()).toContain('charts is no folder')
    await rm(join(dir, 'charts'))
    await mkdir(join(dir, 'charts', 'children.svg'), { recursive: true })
    expect(await refusal()).toContain('children.svg is a folder where the file of a chart may go')
  })

  test('refuses a file in the place of the hidden folder that it works in', async () => {
    await mkdir(dir)
    await writeFile(join(dir, '.carecast'), '')
    await expect(writeResult(dir, await smallFiles())).rejects.toThrow(/\.carecast is in the way/)
  })

  test.skipIf(isRoot)('refuses a folder without permission, and charts without', async () => {
    await mkdir(join(dir, 'charts'), { recursive: true })
    for (const folder of [join(dir, 'charts'), dir]) {
      await chmod(folder, 0o500)
      const refused = checkTarget(dir, IDENTITY, true)
      await expect(refused).rejects.toBeInstanceOf(MachineError)
      await expect(refused).rejects.toThrow(/cannot write to .*name another folder with --out/)
    }
    await chmod(dir, 0o700)
  })
})
