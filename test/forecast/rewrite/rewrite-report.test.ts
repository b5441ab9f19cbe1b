import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../../src/forecast/forecast.ts'
import { rewriteReport } from '../../../src/forecast/rewrite/rewrite-report.ts'
import { sha256Of } from '../../../src/write/sha256.ts'

const { signal } = new AbortController()
let base: string

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'carecast-report-'))
  await forecast({
    scenario: 'scenarios/smallshire-packages.yaml',
    sets: ['entries.perYear=50'],
    runs: 20,
    threads: 1,
    seed: 'carecast',
    version: '0.1.0',
    folder: join(base, 'whole'),
    overwrite: false,
    charts: true,
    attribution: false,
  })
})
afterAll(() => rm(base, { recursive: true }))

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const bytes = await Promise.all(
    names.map(async (name) => [name.slice(folder.length), sha256Of(await readFile(name))]),
  )
  return Object.fromEntries(bytes.sort())
}

async function copied(name: string): Promise<string> {
  await cp(join(base, 'whole'), join(base, name), { recursive: true })
  return join(base, name)
}

describe('rewriteReport', () => {
  test('writes what the run itself wrote, byte for byte, charts and manifest too', async () => {
    const folder = await copied('again')
    await writeFile(join(folder, 'report.html'), 'lost')
    await rm(join(folder, 'charts'), { recursive: true })
    const { names } = await rewriteReport(folder, true, signal)
    expect(names).toContain('charts/children-everything.svg')
    expect(await contents(folder)).toEqual(await contents(join(base, 'whole')))
  })

  test('adds charts to a result without them, and tells the manifest', async () => {
    const folder = await copied('added')
    const path = join(folder, 'manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8'))
    const files = manifest.files.filter(({ name }: { name: string }) => !name.startsWith('charts/'))
    await writeFile(path, JSON.stringify({ ...manifest, files }))
    await rewriteReport(folder, true, signal)
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(manifest)
  })

  test('refuses folders without a result, and results from before there were reports', async () => {
    await expect(rewriteReport(base, false, signal)).rejects.toThrow('holds no result')
    const folder = await copied('early')
    const path = join(folder, 'manifest.json')
    const { totalCost, ...early } = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify(early))
    await expect(rewriteReport(folder, false, signal)).rejects.toThrow(
      'before there were reports; run the scenario again',
    )
  })
})

test('every PNG is a picture of its own', async () => {
  const pictures = (await readdir(join(base, 'whole', 'charts'))).filter((name) => name.endsWith('.png'))
  for (const name of pictures) {
    const bytes = await readFile(join(base, 'whole', 'charts', name))
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5000)
  }
})
