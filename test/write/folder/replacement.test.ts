import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimFolder, settleFolder } from '../../../src/write/folder/claim.ts'
import { isPending } from '../../../src/write/folder/replacement.ts'
import { writeResult } from '../../../src/write/folder/result-folder.ts'
import { howMany, numbersTo, someOf } from '../../how-many.ts'
import {
  EARLIER,
  type Ending,
  FOREIGN,
  hiddenIn,
  LATER,
  madeUpResult,
  seedOfWhole,
  settleInProcess,
  writeInProcess,
} from './made-up-results.ts'

const NEW = madeUpResult('new', LATER)
let base: string
let operations: number

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-replace-'))
  const dir = join(base, 'template')
  for (const [name, text] of Object.entries(FOREIGN)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  await writeResult(dir, madeUpResult('old', EARLIER))
  operations = (await writeInProcess(await copyOf('template', 'counted'), NEW, {})).operations
})
afterAll(() => rm(base, { recursive: true }))

async function copyOf(name: string, copy: string): Promise<string> {
  await cp(join(base, name), join(base, copy), { recursive: true })
  return join(base, copy)
}

/** Calls a function for each number, two at a time. */
async function forEach(numbers: number[], work: (at: number) => Promise<void>): Promise<void> {
  const left = [...numbers]
  const worker = async () => {
    while (left.length > 0) await work(left.shift()!)
  }
  await Promise.all([worker(), worker()])
}

async function nextClaim(dir: string): Promise<void> {
  await (await claimFolder(dir)).release()
}

describe('a replacement', () => {
  test('puts the new result in place and leaves nothing else behind', async () => {
    expect(operations).toBeGreaterThan(50)
    const dir = join(base, 'counted')
    expect(await seedOfWhole(dir)).toBe('new')
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('that is killed before any operation on a file ends in the old or the new result, whole, and no leftovers', async () => {
    const seeds: string[] = []
    const pending: number[] = []
    const tried = someOf(numbersTo(operations), 14)
    await forEach(tried, async (at) => {
      const dir = await copyOf('template', `killed-${at}`)
      expect((await writeInProcess(dir, NEW, { AT: String(at) })).signal).toBe('SIGKILL')
      if (await isPending(dir)) pending.push(at)
      await settleFolder(dir)
      seeds[at] = await seedOfWhole(dir)
      await nextClaim(dir)
      expect(await seedOfWhole(dir)).toBe(seeds[at])
      expect(await hiddenIn(dir)).toEqual([])
    })
    // Once the journal is there, the new result is put in place.
    const firstNew = seeds.indexOf('new')
    expect(tried.map((at) => seeds[at])).toEqual(tried.map((at) => (at < firstNew ? 'old' : 'new')))
    expect(pending.length).toBeGreaterThan(howMany(1, 10))
    expect(Math.min(...pending)).toBe(firstNew)
  })

  test('is finished by a second process where the first two were killed', async () => {
    const half = await copyOf('template', 'half')
    await writeInProcess(half, NEW, { AT: String(operations - 20) })
    expect(await isPending(half)).toBe(true)
    const { operations: left } = await settleInProcess(await copyOf('half', 'half-counted'), {})
    expect(left).toBeGreaterThan(20)
    await forEach(someOf(numbersTo(left), 6), async (at) => {
      const dir = await copyOf('half', `half-${at}`)
      expect((await settleInProcess(dir, { AT: String(at) })).signal).toBe('SIGKILL')
      await nextClaim(dir)
      expect(await seedOfWhole(dir)).toBe('new')
      expect(await hiddenIn(dir)).toEqual([])
    })
  })

  test.each(['EPERM', 'ENOSPC'])(
    'of which any one operation fails with %s leaves the old or the new result, whole, and says what is wrong',
    async (CODE) => {
      const endings: [Ending, string][] = []
      await forEach(someOf(numbersTo(operations), 14), async (at) => {
        const dir = await copyOf('template', `${CODE}-${at}`)
        const ending = await writeInProcess(dir, NEW, { AT: String(at), CODE })
        const kept = (await readdir(dir)).includes('not-in-place')
          ? [...LATER, 'manifest.json'].map((name) => `not-in-place/${name}`)
          : []
        endings.push([ending, await seedOfWhole(dir, kept)])
        await nextClaim(dir)
        expect(await hiddenIn(dir)).toEqual([])
      })
      for (const [{ message }, seed] of endings)
        expect(message).toMatch(
          seed === 'old' ? /^MachineError: cannot .*(no permission|disk is full)/ : /^$/,
        )
      const moves = endings.filter(([{ message }]) => message.includes('the new one is in'))
      expect(moves.length).toBeGreaterThan(howMany(0, 5))
      for (const [{ message }, seed] of moves) {
        expect(seed).toBe('old')
        expect(message).toMatch(
          /cannot replace .*; close the file where it is open, .*the earlier result is as it was; the new one is in .*not-in-place$/,
        )
      }
    },
  )

  test.each(['runs.arrow', 'paired.arrow', 'manifest.json', 'charts/new.svg'])(
    'of which %s can never be moved leaves the old result, and the new one beside it',
    async (NAME) => {
      const dir = await copyOf('template', `immovable-${NAME.replace('/', '-')}`)
      const { message } = await writeInProcess(dir, NEW, { NAME, CODE: 'EBUSY' })
      expect(message).toContain(
        `cannot replace ${join(dir, NAME)}: another program has it open (EBUSY); close`,
      )
      const kept = [...LATER, 'manifest.json'].map((name) => `not-in-place/${name}`)
      expect(await seedOfWhole(dir, kept)).toBe('old')
      expect(await hiddenIn(dir)).toEqual([])
    },
  )
})
