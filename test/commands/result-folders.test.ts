// The command line and its folders under what happens on real machines: two at once, kills, signals, pipes and devices.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256Of } from '../../src/write/sha256.ts'
import { copySmallResult, runCarecast, startCarecast } from '../carecast-process.ts'
import { someOf } from '../how-many.ts'

const SMALLSHIRE = fileURLToPath(new URL('../../scenarios/smallshire.yaml', import.meta.url))
const PRELOAD = fileURLToPath(new URL('../write/folder/fail-at-operation.mjs', import.meta.url))
const RUN = [
  'run',
  'small.yaml',
  '--runs',
  '5',
  '--threads',
  '1',
  '--chance-only',
  '--quiet',
  '--out',
  'here',
]
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-folders-'))
  await copyFile(SMALLSHIRE, join(folder, 'small.yaml'))
})
afterEach(() => rm(folder, { recursive: true }))

const carecast = (args: string[], environment?: NodeJS.ProcessEnv) => runCarecast(folder, args, environment)

/** Returns the seed of the result, whose files must be those of its manifest and no others. */
async function seedOfWhole(name = 'here'): Promise<string> {
  const { seed, files } = JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8'))
  for (const { name: file, sha256 } of files)
    expect(sha256Of(await readFile(join(folder, name, file)))).toBe(sha256)
  const names = files.map((file: { name: string }) => file.name)
  expect((await readdir(join(folder, name))).sort()).toEqual([...names, 'manifest.json'].sort())
  return seed
}

describe('two runs into one folder', () => {
  test('are one result, and the other is told so before its runs', async () => {
    const outcomes = await Promise.all(
      ['one', 'two'].map((seed) => carecast([...RUN, '--runs', '3000', '--overwrite', '--seed', seed])),
    )
    const won = outcomes.findIndex(({ code }) => code === 0)
    expect(outcomes[1 - won]).toMatchObject({ code: 3, stdout: '' })
    expect(outcomes[1 - won].stderr).toMatch(
      /^here is being written to by another carecast \(process \d+ on /,
    )
    expect(await seedOfWhole()).toBe(['one', 'two'][won])
  })
})

describe('a run that is killed', () => {
  test('while it replaces a result leaves one of the two to compare, and nothing in the way of the next run', async () => {
    await copySmallResult(join(folder, 'here'))
    const preload = { NODE_OPTIONS: `--import ${PRELOAD}`, FOLDER: 'here' }
    for (const at of someOf([10, 40, 75, 80, 90, 100], 2)) {
      const killed = await carecast([...RUN, '--seed', `new${at}`, '--overwrite'], {
        ...preload,
        AT: String(at),
      })
      expect(killed.signal).toBe('SIGKILL')
      expect(await carecast(['compare', 'here', 'here'])).toMatchObject({ code: 0, stderr: '' })
    }
    expect(await carecast([...RUN, '--seed', 'last', '--overwrite'])).toMatchObject({ code: 0, stderr: '' })
    expect(await seedOfWhole()).toBe('last')
  })
})

describe('a signal', () => {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

  test('ends every command at once, without a word of output', async () => {
    await copySmallResult(join(folder, 'here'))
    const verbs = [
      ['validate', 'small.yaml'],
      ['compare', 'here', 'here'],
      ['report', 'here', '--charts'],
      ['new', '--authority', 'Leeds', '--at', '2016', '--out', 'leeds.yaml'],
      ['backtest', '--authority', 'Leeds', '--runs', '100000', '--out', 'backtest'],
      ['run', 'small.yaml', '--runs', '300000', '--out', 'there'],
    ]
    const signals = Object.keys(codes) as (keyof typeof codes)[]
    for (const [signal, args] of someOf(
      signals.flatMap((signal) => verbs.map((verb) => [signal, verb] as const)),
      5,
    )) {
      const { child, outcome } = startCarecast(folder, args)
      await setTimeout(150)
      child.kill(signal)
      // What went on to its end all the same would have said something, or would take longer than the test may.
      const ended = await outcome
      expect({ args, stdout: ended.stdout }).toEqual({ args, stdout: '' })
      expect(ended.signal === signal || ended.code === codes[signal]).toBe(true)
    }
    expect((await readdir(folder)).sort()).toEqual(['here', 'small.yaml'])
    await seedOfWhole()
  })

  test('in the midst of a run closes its folder, of SIGHUP too', async () => {
    const { child, outcome } = startCarecast(folder, ['run', 'small.yaml', '--runs=300000', '--threads=1'])
    while (!existsSync(join(folder, 'results', 'small', '.carecast'))) await setTimeout(50)
    await setTimeout(500)
    child.kill('SIGHUP')
    const { code, stdout, stderr } = await outcome
    expect({ code, stdout, stderr }).toEqual({
      code: 129,
      stdout: '',
      stderr: 'Interrupted; no result was written\n',
    })
    expect(await readdir(folder)).toEqual(['small.yaml'])
  })
})

describe('what never ends', () => {
  test('is refused at once wherever a file or folder is asked for', async () => {
    await copySmallResult(join(folder, 'here'))
    execFileSync('mkfifo', ['pipe'], { cwd: folder })
    await mkdir(join(folder, 'waits'))
    execFileSync('mkfifo', ['waits/manifest.json'], { cwd: folder })
    await mkdir(join(folder, 'zeros'))
    await symlink('/dev/zero', join(folder, 'zeros', 'manifest.json'))
    await writeFile(join(folder, 'large.yaml'), '')
    await truncate(join(folder, 'large.yaml'), 10e9)
    await writeFile(join(folder, 'fork.yaml'), 'extends: pipe\n')
    const refusals: [string[], RegExp][] = [
      [['run', 'pipe'], /^pipe is a named pipe, which may never end; name a file\n/],
      [['validate', '/dev/zero'], /^\/dev\/zero is a device, which may never end; name a file\n/],
      [['validate', 'large.yaml'], /^large\.yaml is larger than 1 MB/],
      [['validate', 'fork.yaml'], /^fork\.yaml:1:10 extends: pipe is a named pipe/],
      [['validate', 'small.yaml', '--budget', 'pipe'], /^pipe is a named pipe/],
      [['compare', 'waits', 'here'], /^waits\/manifest\.json is a named pipe/],
      [['compare', 'here', 'pipe'], /^pipe holds no result/],
      [['report', 'zeros'], /^zeros\/manifest\.json is a device/],
      [['run', 'small.yaml', '--out', 'pipe'], /^pipe is a file or lies under one/],
      [
        ['new', '--authority', 'Leeds', '--at', '2016', '--out', 'pipe', '--overwrite'],
        /^pipe is no file but a pipe/,
      ],
    ]
    for (const [args, message] of refusals) {
      const { code, stdout, stderr } = await carecast(args)
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr).toMatch(message)
    }
  })

  test('is not what the shell opens for carecast', async () => {
    const command = `cat small.yaml | "${process.execPath}" "${fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url))}" validate /dev/stdin`
    const stdout = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect(stdout).toMatch(/^\/dev\/stdin is a valid scenario/)
  })
})
