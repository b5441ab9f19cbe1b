// The main path where packages meet limited places: what is simulated, counted in the progress and said in the result.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../src/forecast/forecast.ts'
import type { ForecastRequest } from '../../src/forecast/request.ts'

const RUNS = 12
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-forecast-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The forecast of a package of one intervention, by chance only, and the last progress reported. */
async function forecastOffer(name: string, more: Partial<ForecastRequest> = {}) {
  let last: unknown[] = []
  const { result } = await forecast({
    scenario: 'scenarios/smallshire-packages.yaml',
    choice: { with: ['edge-of-care'] },
    chanceOnly: true,
    runs: RUNS,
    seed: 'carecast',
    threads: 1,
    folder: join(folder, name),
    overwrite: false,
    version: '0.0.0',
    onProgress: (...progress) => {
      last = progress
    },
    ...more,
  })
  const manifest = JSON.parse(await readFile(join(folder, name, 'manifest.json'), 'utf8'))
  return { result, last, stream: manifest.stream, inManifest: manifest.packages[0].displacement }
}

describe('a forecast of a package where places are limited', () => {
  test('measures the displacement on runs of its own, the last in the progress, and writes it down', async () => {
    const { result, last, stream, inManifest } = await forecastOffer('measured')
    // That of the file that it extends.
    expect(stream).toBe('Smallshire')
    const { displacement } = result.packages![0]
    expect(displacement).toMatchObject({ runs: RUNS })
    expect(displacement!.share).toBeLessThan(1)
    expect(inManifest).toEqual(displacement)
    expect(last).toEqual([RUNS, RUNS, 'Then, without limited places'])
  })

  test('leaves it out where no attribution is asked for, which is another result', async () => {
    const { result, last, inManifest } = await forecastOffer('plain', { attribution: false })
    expect(result.packages![0]).not.toHaveProperty('displacement')
    expect(inManifest).toBeUndefined()
    expect(last).toEqual([RUNS, RUNS])
    await expect(forecastOffer('measured', { attribution: false })).rejects.toThrow('another --attribution')
  })
})
