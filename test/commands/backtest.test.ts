// carecast backtest on the real command line: two councils and few runs.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCarecast } from '../carecast-process.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-backtest-'))
})
afterEach(() => rm(folder, { recursive: true }))

const carecast = (...args: string[]) => runCarecast(folder, ['backtest', ...args])
const TWO = ['--authority', 'rutland', '--authority', 'Hartlepool', '--origin', '2016', '--runs', '10']

describe('carecast backtest', () => {
  it('scores councils by name, and writes the same result on any number of threads', async () => {
    const { code, stdout, stderr } = await carecast(...TWO, '--threads', '2', '--out', 'two')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('From March 2016 to March 2018: 2 councils\n')
    expect(stdout).toContain('All of them: 4 forecasts\n')
    expect(stdout).toContain('CRPS of carecast less that of drift and spread: ')
    expect(stdout).not.toContain('Rotherham')
    const names = ['backtest.arrow', 'backtest.csv', 'backtest.svg', 'manifest.json']
    expect((await readdir(join(folder, 'two'))).sort()).toEqual(names)
    await carecast(...TWO, '--threads', '1', '--out', 'one', '--quiet')
    for (const name of names)
      expect(await readFile(join(folder, 'one', name))).toEqual(await readFile(join(folder, 'two', name)))
    const rows = tableFromIPC(await readFile(join(folder, 'two', 'backtest.arrow'))).toArray()
    expect(rows).toHaveLength(4 * 4)
    expect(rows[0]?.toJSON()).toMatchObject({
      authority: 'Hartlepool',
      origin: 2016,
      target: 2017,
      forecast: 'carecast',
    })
    const [header, row, ...more] = (await readFile(join(folder, 'two', 'backtest.csv'), 'utf8'))
      .trim()
      .split('\r\n')
    expect(header).toContain('authority,code,origin,target,last_value,outcome,mean,q10,q50,q80,q90,')
    expect(row).toMatch(/^Hartlepool,E06000001,2016,2017,\d+,\d+,(\d+(\.\d+)?,){5}(yes|no)$/)
    expect(more).toHaveLength(3)
    expect(stdout).not.toContain('in fact')
    const other = await carecast(...TWO, '--seed', 'another', '--out', 'two')
    expect(other.code).toBe(2)
    expect(other.stderr).toContain('seed carecast instead of another')
  })

  it('says how likely the number of children of Rotherham in December 2016 was', async () => {
    const args = ['--authority', 'Rotherham', '--origin', '2016', '--runs', '10', '--threads', '2']
    const { stdout } = await carecast(...args)
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /Rotherham, from March 2016 to March 2018: 431 children at the start, \d+ forecast \(80 % prediction interval \d+ to \d+\), 619 in fact: (below|within|above) the interval\./,
    )
    expect(stdout.replaceAll('\n', ' ')).toMatch(
      /Rotherham from 2016-03-31: the chance of 488 children or more on 2016-12-31 is \d+\.\d % \(error \d+\.\d; 100 runs\)\./,
    )
  })

  it.each([
    [
      ['--authority', 'Rothram'],
      "There is no council 'Rothram' in the table; did you mean Rotherham? carecast new --list has all",
    ],
    [
      ['--authority', 'Isles of Scilly'],
      '--authority names no council with more than 20 children, so that nothing can be scored\n1 problem',
    ],
    [
      ['--origin', '2018'],
      "--origin must be 2016 or 2017, years with an edition before and after them, not '2018'",
    ],
    [['--runs', '0'], "--runs must be a whole number from 1 to 100,000, not '0'"],
    [['--authority', ''], '--authority must not be empty'],
    [
      ['Rotherham'],
      'carecast backtest takes no file; name councils with --authority, like --authority Rotherham',
    ],
  ])('refuses %j in one line', async (args, message) => {
    expect(await carecast(...args)).toEqual({ code: 2, signal: null, stdout: '', stderr: `${message}\n` })
    expect(await readdir(folder)).toEqual([])
  })

  it('explains itself with examples within the width of a terminal', async () => {
    const { stdout } = await carecast('--help')
    for (const option of ['authority', 'origin', 'runs', 'seed', 'threads', 'out', 'overwrite', 'quiet'])
      expect(stdout).toContain(`--${option} `)
    expect(stdout).toContain('carecast backtest --authority Rotherham')
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})
