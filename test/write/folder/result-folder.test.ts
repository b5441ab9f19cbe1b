import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { checkTarget } from '../../../src/write/folder/check-target.ts'
import { writeFlushed } from '../../../src/write/folder/flushed.ts'
import { addToResult, writeResult } from '../../../src/write/folder/result-folder.ts'
import { asMachineError, MachineError } from '../../../src/write/machine-error.ts'
import { sha256Of } from '../../../src/write/sha256.ts'
import { IDENTITY, smallFiles } from '../../result/small-result.ts'

const OTHER = { ...IDENTITY, seed: 'other' }
const ALL_NAMES = ['manifest.json', 'monthly.arrow', 'runs.arrow', 'years.arrow', 'years.csv']
let base: string
let dir: string

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-folder-'))
  dir = join(base, 'results', 'smallshire')
})
afterEach(() => rm(base, { recursive: true }))

const sorted = async () => (await readdir(dir)).sort()
const seedInPlace = async () => JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')).seed

describe('writeResult', () => {
  it('makes the folder and leaves only the files of the result in it', async () => {
    const files = await smallFiles()
    await writeResult(dir, files)
    expect(await sorted()).toEqual(ALL_NAMES)
    for (const { name, bytes } of files)
      expect(new Uint8Array(await readFile(join(dir, name)))).toEqual(bytes)
  })

  it('keeps files of other names', async () => {
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'notes.txt'), 'mine')
    await writeResult(dir, await smallFiles())
    await writeResult(dir, await smallFiles(OTHER))
    expect(await readFile(join(dir, 'notes.txt'), 'utf8')).toBe('mine')
    expect(await seedInPlace()).toBe('other')
  })

  it('takes away what only the earlier result had, unless it was changed since', async () => {
    await writeResult(dir, await smallFiles())
    const manifest = JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))
    manifest.files.push({ name: 'paired.arrow', sha256: sha256Of('old') })
    manifest.files.push({ name: 'claims.arrow', sha256: sha256Of('old') })
    manifest.files.push({ name: '../outside.txt', sha256: sha256Of('old') })
    await writeFile(join(dir, 'manifest.json'), JSON.stringify(manifest))
    await writeFile(join(dir, 'paired.arrow'), 'old')
    await writeFile(join(dir, 'claims.arrow'), 'edited')
    await writeFile(join(dir, '..', 'outside.txt'), 'old')
    await writeResult(dir, await smallFiles())
    expect(await sorted()).toEqual(['claims.arrow', ...ALL_NAMES])
    expect(existsSync(join(dir, '..', 'outside.txt'))).toBe(true)
  })

  it('takes away charts that the new result lacks, with the pictures beside them, which no manifest has', async () => {
    const drawing = { name: 'charts/children.svg', bytes: new TextEncoder().encode('<svg/>') }
    const files = await smallFiles()
    const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
    manifest.files.push({ name: drawing.name, sha256: sha256Of(drawing.bytes) })
    const bytes = new TextEncoder().encode(JSON.stringify(manifest))
    const picture = { name: 'charts/children.png', bytes: new Uint8Array(3), isOfThisMachine: true as const }
    await writeResult(dir, [...files.slice(0, -1), drawing, picture, { name: 'manifest.json', bytes }])
    await writeFile(join(dir, 'charts', 'mine.png'), 'mine')
    expect((await readdir(join(dir, 'charts'))).sort()).toEqual(['children.png', 'children.svg', 'mine.png'])
    await writeResult(dir, await smallFiles(OTHER))
    expect(await readdir(join(dir, 'charts'))).toEqual(['mine.png'])
  })

  it('leaves the earlier result untouched when aborted half way', async () => {
    await writeResult(dir, await smallFiles())
    const abort = new AbortController()
    const files = (await smallFiles(OTHER)).map((file, index) => ({
      name: file.name,
      get bytes() {
        if (index === 2) abort.abort(new Error('interrupted'))
        return file.bytes
      },
    }))
    await expect(writeResult(dir, files, abort.signal)).rejects.toThrow('interrupted')
    expect(await sorted()).toEqual(ALL_NAMES)
    expect(await seedInPlace()).toBe(IDENTITY.seed)
  })

  it('throws the reason of a signal that was aborted before, and writes nothing', async () => {
    const signal = AbortSignal.abort(new Error('interrupted'))
    await expect(writeResult(dir, await smallFiles(), signal)).rejects.toThrow('interrupted')
    expect(existsSync(dir)).toBe(false)
  })

  it('leaves the earlier result and keeps the new one beside it when a file cannot be put in place', async () => {
    await writeResult(dir, await smallFiles())
    await rm(join(dir, 'runs.arrow'))
    await mkdir(join(dir, 'runs.arrow', 'in the way'), { recursive: true })
    const refused = writeResult(dir, await smallFiles(OTHER))
    await expect(refused).rejects.toBeInstanceOf(MachineError)
    await expect(refused).rejects.toThrow(
      /cannot replace .*runs\.arrow: it is a folder; .*the earlier result is as it was; the new one is in .*not-in-place/,
    )
    expect(await sorted()).toEqual([...ALL_NAMES, 'not-in-place'].sort())
    expect(await seedInPlace()).toBe(IDENTITY.seed)
    expect((await readdir(join(dir, 'not-in-place'))).sort()).toEqual(ALL_NAMES)
  })

  it('says that the machine is at fault where the folder cannot be made', async () => {
    await writeFile(join(base, 'file'), '')
    const refused = writeResult(join(base, 'file', 'below'), await smallFiles())
    await expect(refused).rejects.toBeInstanceOf(MachineError)
    await expect(refused).rejects.toThrow(/cannot write to .*ENOTDIR/)
  })
})

describe('writeFlushed', () => {
  it.skipIf(!existsSync('/dev/full'))('fails in plain words on a full disk', async () => {
    const error = await writeFlushed('/dev/full', Uint8Array.of(1)).catch((thrown) => thrown)
    expect(asMachineError(error, 'cannot write')).toMatchObject({
      name: 'MachineError',
      message: 'cannot write: the disk is full (ENOSPC)',
    })
  })
})

describe('asMachineError', () => {
  it('leaves errors of the program as they are', () => {
    const bug = new TypeError('x is not a function')
    expect(asMachineError(bug, 'cannot write')).toBe(bug)
  })
})

describe('checkTarget', () => {
  it('takes a folder that is absent or empty', async () => {
    await checkTarget(dir, IDENTITY, false)
    expect(existsSync(dir)).toBe(false)
    await mkdir(dir, { recursive: true })
    await checkTarget(dir, IDENTITY, false)
  })

  it('takes a folder with the same result, and with files of other names', async () => {
    await writeResult(dir, await smallFiles())
    await writeFile(join(dir, 'notes.txt'), 'mine')
    await checkTarget(dir, IDENTITY, false)
  })

  it('refuses a folder with another result, says how it differs and what to do', async () => {
    await writeResult(dir, await smallFiles())
    const identity = { ...IDENTITY, scenarioSha256: 'edited', seed: 'other', runs: 6 }
    const refused = checkTarget(dir, identity, false)
    await expect(refused).rejects.toBeInstanceOf(InputError)
    await expect(refused).rejects.toThrow(
      /holds another result \(an edited scenario, seed carecast instead of other, runs 5 instead of 6\); add --overwrite .*--out/,
    )
    await checkTarget(dir, identity, true)
  })

  it('takes the same values set for the same result, and others for another', async () => {
    const sets = ['entries.perYear=300', 'name=a b']
    await writeResult(dir, await smallFiles({ ...IDENTITY, sets }))
    await checkTarget(dir, { ...IDENTITY, sets }, false)
    await expect(checkTarget(dir, IDENTITY, false)).rejects.toThrow(
      /holds another result \(--set entries.perYear=300 name=a b instead of nothing\)/,
    )
  })

  it('takes a folder whose runs could be those that an error asks for, and refuses one whose error is larger', async () => {
    const files = await smallFiles()
    const manifest = JSON.parse(new TextDecoder().decode(files.at(-1)!.bytes))
    manifest.monteCarlo.total_cost = { mean_error_percent: 0.2, q90_error_percent: 0.5 }
    const bytes = new TextEncoder().encode(JSON.stringify(manifest))
    await writeResult(dir, [...files.slice(0, -1), { name: 'manifest.json', bytes }])
    await checkTarget(dir, { ...IDENTITY, runs: { untilError: 0.6 } }, false)
    await expect(checkTarget(dir, { ...IDENTITY, runs: { untilError: 0.4 } }, false)).rejects.toThrow(
      /holds another result \(5 runs with a larger error\); add --overwrite/,
    )
    await writeResult(dir, await smallFiles({ ...IDENTITY, runs: 1_000_000 }))
    await checkTarget(dir, { ...IDENTITY, runs: { untilError: 0.4 } }, false)
  })

  it('refuses to replace files of unknown origin, and only those', async () => {
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, 'notes.txt'), 'mine')
    await checkTarget(dir, IDENTITY, false)
    await writeFile(join(dir, 'years.csv'), 'mine')
    await writeFile(join(dir, 'manifest.json'), '{"name":"a web page","files":[]}')
    await expect(checkTarget(dir, IDENTITY, false)).rejects.toThrow(
      /has years.csv, manifest.json but no manifest of carecast; add --overwrite/,
    )
    await checkTarget(dir, IDENTITY, true)
  })

  it('refuses a file, and a path under a file, even with overwrite', async () => {
    await writeFile(join(base, 'file'), '')
    for (const path of [join(base, 'file'), join(base, 'file', 'below')])
      await expect(checkTarget(path, IDENTITY, true)).rejects.toThrow(/is a file or lies under one/)
  })
})

describe('addToResult', () => {
  it('replaces files of these names and keeps all others', async () => {
    await writeResult(dir, await smallFiles())
    const page = { name: 'report.html', bytes: new TextEncoder().encode('<p>new</p>') }
    const manifest = { name: 'manifest.json', bytes: await readFile(join(dir, 'manifest.json')) }
    await addToResult(dir, [page, manifest])
    expect(await sorted()).toEqual([...ALL_NAMES, 'report.html'].sort())
    expect(await readFile(join(dir, 'report.html'), 'utf8')).toBe('<p>new</p>')
  })
})
