import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  benchmarkResultJsonSchema,
  benchmarkResultSchema,
  describeTimings,
  readChecked,
  writeChecked,
} from '../../bench/benchmark-result.ts'
import { someTiming } from './some-timing.ts'

const folder = mkdtempSync(join(tmpdir(), 'carecast-benchmark-result-'))
afterAll(() => rmSync(folder, { recursive: true }))

const result = describeTimings([someTiming('a', 2)], 'short')

describe('the published schema', () => {
  it('is the content of bench/benchmark-result.schema.json; `npm run schema` writes it again', async () => {
    const text = `${JSON.stringify(benchmarkResultJsonSchema(), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../bench/benchmark-result.schema.json')
  })

  it('takes a written result, and none with a key more, a key less or a time that is not positive', () => {
    const published = z.fromJSONSchema(JSON.parse(readFileSync('bench/benchmark-result.schema.json', 'utf8')))
    const path = join(folder, 'result.json')
    writeChecked(path, result, benchmarkResultSchema)
    const written = JSON.parse(readFileSync(path, 'utf8'))
    const { node, ...withoutNode } = written
    const takes = (value: unknown) => published.safeParse(value).success
    expect(takes(written)).toBe(true)
    expect(takes({ ...written, other: 1 })).toBe(false)
    expect(takes(withoutNode)).toBe(false)
    expect(takes({ ...written, timings: [{ ...written.timings[0], kernelMilliseconds: 0 }] })).toBe(false)
  })
})

describe('describeTimings', () => {
  it('says on which machine, commit and Node the timings were made', () => {
    expect(result).toMatchObject({ form: 'short', node: process.version })
    expect(result.machine.cores).toBeGreaterThan(0)
    expect(result.commit).toMatch(/^(unknown|\S+)$/)
  })
})

describe('writeChecked', () => {
  it('writes what readChecked reads again, into a folder that it makes', () => {
    const path = join(folder, 'below', 'result.json')
    writeChecked(path, result, benchmarkResultSchema)
    expect(readChecked(path, benchmarkResultSchema)).toEqual(result)
  })

  it('refuses numbers that JSON does not have, and leaves no file', () => {
    const path = join(folder, 'wrong.json')
    const wrong = { ...result, timings: [someTiming('a', Number.NaN)] }
    expect(() => writeChecked(path, wrong, benchmarkResultSchema)).toThrow(/ratio/)
    expect(() => readFileSync(path)).toThrow(/ENOENT/)
  })
})
