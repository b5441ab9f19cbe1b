import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimFolder, settleFolder } from '../../../src/write/folder/claim.ts'
import { isGone, type Owner, signOwner } from '../../../src/write/folder/owner.ts'
import { readSettled } from '../../../src/write/folder/read-settled.ts'
import { writeResult } from '../../../src/write/folder/result-folder.ts'
import { MachineError } from '../../../src/write/machine-error.ts'
import { EARLIER, hiddenIn, LATER, madeUpResult, writeInProcess } from './made-up-results.ts'

let base: string
let dir: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-claim-'))
  dir = join(base, 'result')
})
afterEach(() => rm(base, { recursive: true }))

const seedIn = async () => JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')).seed

/** Leaves a folder as a process has it that works there. */
async function claimAs(owner: Owner, folder = '.carecast'): Promise<void> {
  await mkdir(join(dir, folder, 'owner'), { recursive: true })
  await writeFile(join(dir, folder, 'owner', 'owner.json'), JSON.stringify(owner))
}

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.on('close', resolve))
  return child.pid!
}

describe('a claim', () => {
  test('is for one process at a time, which the other is told', async () => {
    const claim = await claimFolder(dir)
    await expect(claimFolder(dir)).rejects.toBeInstanceOf(MachineError)
    await expect(writeResult(dir, madeUpResult('new', LATER))).rejects.toThrow(
      `${dir} is being written to by another carecast (process ${process.pid} on ${hostname()}): try again when it has ended`,
    )
    await writeResult(dir, madeUpResult('new', LATER), undefined, claim)
    await claim.release()
    expect(await hiddenIn(dir)).toEqual([])
    await (await claimFolder(dir)).release()
  })

  test('leaves no folder behind that it has made and that stayed empty', async () => {
    const deep = join(base, 'not', 'yet', 'there')
    await (await claimFolder(deep)).release()
    expect(await readdir(base)).toEqual([])
    await mkdir(dir)
    await (await claimFolder(dir)).release()
    expect(existsSync(dir)).toBe(true)
  })

  test('of a process that has ended is taken over, with what it left', async () => {
    const owner = { ...signOwner(), pid: await endedProcess() }
    await claimAs(owner)
    await claimAs(owner, '.carecast-0123')
    await mkdir(join(dir, '.carecast-unsigned', 'new'), { recursive: true })
    await writeFile(join(dir, '.carecast', 'half-written'), '')
    await writeResult(dir, madeUpResult('new', LATER))
    expect(await seedIn()).toBe('new')
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('of a process whose number another one has now is taken over, where the system tells when it started', async () => {
    const { started } = signOwner()
    if (started === undefined) return
    await claimAs({ ...signOwner(), started: String(Number(started) - 1) })
    await (await claimFolder(dir)).release()
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('of another machine is refused, and it is said how to mend that', async () => {
    await claimAs({ ...signOwner(), pid: 7, host: 'another' })
    const refused = claimFolder(dir)
    await expect(refused).rejects.toBeInstanceOf(MachineError)
    const signature = join(dir, '.carecast', 'owner')
    await expect(refused).rejects.toThrow(
      `(process 7 on another): try again when it has ended, or name another folder; if that process is gone, delete ${signature}`,
    )
    await rm(signature, { recursive: true })
    await (await claimFolder(dir)).release()
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('of a process that is there keeps what it is at, whoever else comes by', async () => {
    await claimAs(signOwner(), '.carecast-0123')
    await (await claimFolder(dir)).release()
    expect(await hiddenIn(dir)).toEqual(['.carecast-0123'])
  })

  test('is for exactly one of many who take over from a process that has ended at the same time', async () => {
    await claimAs({ ...signOwner(), pid: await endedProcess() })
    const claims = await Promise.allSettled(Array.from({ length: 8 }, () => claimFolder(dir)))
    const held = claims.flatMap((claim) => (claim.status === 'fulfilled' ? [claim.value] : []))
    expect(held).toHaveLength(1)
    await held[0].release()
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('makes one of two processes win that write at once, and the other is told or follows', async () => {
    for (let time = 0; time < 5; time++) {
      const seeds = ['one', 'two']
      const endings = await Promise.all(
        seeds.map((seed) => writeInProcess(dir, madeUpResult(`${seed}-${time}`, LATER), {})),
      )
      const won = seeds.filter((_, at) => endings[at].message === '')
      expect(won.length).toBeGreaterThan(0)
      expect(won.map((seed) => `${seed}-${time}`)).toContain(await seedIn())
      for (const { message } of endings)
        expect(message).toMatch(/^$|^MachineError: .* is being (written to|replaced) by another carecast/)
      expect(await hiddenIn(dir)).toEqual([])
    }
  })
})

describe('a reader', () => {
  test('of a folder whose replacement is under way is told so, and finishes one that nobody is at', async () => {
    await writeResult(dir, madeUpResult('old', EARLIER))
    await claimAs(signOwner())
    const read = () => readSettled(dir, seedIn)
    expect(await read()).toBe('old')
    await writeFile(join(dir, '.carecast', 'journal.json'), JSON.stringify({ old: [], new: [] }))
    await expect(read()).rejects.toBeInstanceOf(MachineError)
    await expect(read()).rejects.toThrow(/is being replaced by another carecast \(process \d+ on .*try again/)
    await rm(join(dir, '.carecast', 'owner'), { recursive: true })
    expect(await read()).toBe('old')
    expect(await hiddenIn(dir)).toEqual([])
  })

  test('whose folder was replaced meanwhile is told so in place of what that led to', async () => {
    await writeResult(dir, madeUpResult('old', EARLIER))
    const read = readSettled(dir, async () => {
      await writeResult(dir, madeUpResult('new', LATER))
      throw new Error('a hash that is not the manifest’s')
    })
    await expect(read).rejects.toThrow(`${dir} was replaced while it was read: try again`)
    await expect(readSettled(dir, () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged')
  })

  test('is told of a journal that carecast did not write', async () => {
    for (const text of ['{', '{"old":["../outside"],"new":[]}', '{"old":[".carecast"],"new":[]}']) {
      await mkdir(join(dir, '.carecast'), { recursive: true })
      await writeFile(join(dir, '.carecast', 'journal.json'), text)
      await expect(settleFolder(dir)).rejects.toThrow(/journal.json is not what carecast wrote: delete/)
    }
  })
})

describe('isGone', () => {
  test('holds for an ended process of this machine alone', async () => {
    const pid = await endedProcess()
    const own = signOwner()
    expect([isGone(own), isGone({ ...own, pid }), isGone({ ...own, pid, host: 'another' })]).toEqual([
      false,
      true,
      false,
    ])
    expect(isGone({ id: 'a', pid: process.pid, host: hostname() })).toBe(false)
  })
})
