// carecast new on the real command line: names, years, files.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseScenario } from '../../src/input/reading/scenario-reader.ts'
import { runCarecast } from '../carecast-process.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-new-'))
})
afterEach(() => rm(folder, { recursive: true }))

const carecast = (...args: string[]) => runCarecast(folder, args)

describe('carecast new', () => {
  it('writes a scenario that validates, and says what was put in the place of suppressed figures', async () => {
    const { code, stdout, stderr } = await carecast('new', '--authority', 'rotherham', '--at', '2016')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Written: rotherham-2016.yaml\n')
    expect(stdout).toContain('Rotherham: 431 children on 31 March 2016, until 31 March 2019')
    expect(stdout).toContain('  special guardianship orders: 17 (13 to 20)\n')
    expect(await readdir(folder)).toEqual(['rotherham-2016.yaml'])
    const validated = await carecast('validate', 'rotherham-2016.yaml')
    expect(validated.stdout).toContain('is a valid scenario: 431 children, 2016-03-31 to 2019-03-31')
  })

  it('prints the same text with --out -, and writes it to the file of another name', async () => {
    const args = ['new', '--authority', 'City of Bristol', '--at', '2018', '--years', '5', '--out']
    const [printed, written] = await Promise.all([carecast(...args, '-'), carecast(...args, 'sub/my.yaml')])
    expect(written).toMatchObject({ code: 0, stderr: '' })
    expect(await readFile(join(folder, 'sub/my.yaml'), 'utf8')).toBe(printed.stdout)
    expect(await readdir(join(folder, 'sub'))).toEqual(['my.yaml'])
    expect(parseScenario(printed.stdout, 'my.yaml').scenario).toMatchObject({
      council: 'Bristol, City of',
      end: '2023-03-31',
    })
  })

  it('replaces a file only with --overwrite', async () => {
    await writeFile(join(folder, 'leeds-2015.yaml'), 'mine')
    const args = ['new', '--authority', 'Leeds', '--at', '2015']
    expect(await carecast(...args)).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'leeds-2015.yaml exists already; add --overwrite to replace it, or name another file with --out\n1 problem\n',
    })
    expect(await readFile(join(folder, 'leeds-2015.yaml'), 'utf8')).toBe('mine')
    expect(await carecast(...args, '--overwrite')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'leeds-2015.yaml'), 'utf8')).toContain('council: Leeds\n')
  })

  it.each([
    [
      ['--authority', 'Rothram', '--at', '2016'],
      "There is no council 'Rothram' in the table; did you mean Rotherham? carecast new --list has all",
    ],
    [
      ['--authority', 'Atlantis', '--at', '2016'],
      "There is no council 'Atlantis' in the table; carecast new --list has all",
    ],
    [
      ['--authority', 'Leeds', '--at', '2019'],
      "--at must be a year whose published figures carecast has, 2015 to 2018, not '2019'",
    ],
    [['--authority', 'Leeds'], 'carecast new needs a year, like --at 2016'],
    [
      ['--at', '2016'],
      'carecast new needs a council, like --authority Rotherham; carecast new --list has all',
    ],
    [
      ['Leeds', '--at', '2016'],
      'carecast new takes no file; name the council with --authority, like --authority Rotherham',
    ],
    [
      ['--authority', 'Leeds', '--at', '2016', '--years', '31'],
      "--years must be a whole number from 1 to 30, not '31'",
    ],
  ])('refuses %j in one line', async (args, message) => {
    expect(await carecast('new', ...args)).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `${message}\n`,
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('lists all 152 councils by region', async () => {
    const { stdout } = await carecast('new', '--list')
    const lines = stdout.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(152)
    expect(lines.filter((line) => !line.startsWith('  '))).toHaveLength(9)
    expect(stdout).toContain('  Rotherham\n')
  })

  it('explains itself within the width of a terminal', async () => {
    const { stdout } = await carecast('new', '--help')
    for (const option of ['authority', 'at', 'years', 'out', 'overwrite', 'list'])
      expect(stdout).toContain(`--${option} `)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})
