import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InputError } from '../../../src/input/input-error.ts'
import { encodeArrowFile } from '../../../src/write/arrow/arrow-file.ts'
import { ARROW_TABLES } from '../../../src/write/arrow/arrow-tables.ts'
import { encodeYears } from '../../../src/write/arrow/tables/years-table.ts'
import { readArrowTable } from '../../../src/write/read-back/read-arrow-table.ts'
import { IDENTITY, smallResult } from '../../result/small-result.ts'

let folder: string
const whole = encodeYears(smallResult().years, IDENTITY)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(bytes: Uint8Array) {
  const path = join(folder, 'years.arrow')
  await writeFile(path, bytes)
  return readArrowTable(path, 'years')
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const error = await read(bytes).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(InputError)
  return error.message
}

function yearsWith(metadata: [string, string][], names: readonly string[] = ['variant']): Uint8Array {
  const columns = names.map((name) => ({ name, description: '', nullable: false, values: ['baseline'] }))
  return encodeArrowFile(columns, new Map(metadata))
}

describe('readArrowTable', () => {
  it('reads what encodeYears wrote', async () => {
    const table = await read(whole)
    // Two years of fourteen lines: 4 of money, 4 of flows, and 3 each of children and of days.
    expect(table.numRows).toBe(2 * 14)
    expect(table.getChild('line')!.get(2)).toBe('total')
  })

  it('refuses a file cut short at any place', async () => {
    for (const length of [1, 5, 8, 100, whole.length - 700, whole.length - 1])
      expect(await refusalOf(whole.subarray(0, length))).toMatch(/is cut short|is not an Arrow file/)
  })

  it('refuses an empty file and foreign bytes, and says what to do', async () => {
    expect(await refusalOf(new Uint8Array())).toMatch(/is empty; write the result anew with carecast run/)
    expect(await refusalOf(new TextEncoder().encode('variant,line\r\n'))).toMatch(
      /is not an Arrow file; give/,
    )
  })

  it('refuses a file whose middle is missing or overwritten', async () => {
    const magic = new TextEncoder().encode('ARROW1\0\0ARROW1')
    expect(await refusalOf(magic)).toMatch(/is damaged|is not from carecast/)
    const damaged = whole.slice()
    damaged.fill(0xff, whole.length - 200, whole.length - 10)
    expect(await refusalOf(damaged)).toMatch(/is damaged/)
  })

  it('refuses tables of another program, another kind, another version and other rows', async () => {
    const foreign = tableToIPC(tableFromArrays({ line: ['total'] }), 'file')
    expect(await refusalOf(foreign)).toMatch(/is not from carecast/)
    const version: [string, string] = ['carecast_version', '0.1.0']
    expect(await refusalOf(yearsWith([version, ['table', 'runs']]))).toMatch(
      /has the table runs; give .*years.arrow/,
    )
    expect(await refusalOf(yearsWith([version, ['table', 'years']]))).toMatch(
      /has the columns of carecast 0.1.0/,
    )
    expect(
      await refusalOf(yearsWith([version, ['table', 'years'], ['rows', '2']], ARROW_TABLES.years.columns)),
    ).toMatch(/has 1 of its 2 rows/)
  })

  it('refuses a path without a file', async () => {
    await expect(readArrowTable(join(folder, 'none.arrow'), 'years')).rejects.toThrow(/is missing; write/)
    await expect(readArrowTable(folder, 'years')).rejects.toThrow(/is a folder/)
  })
})
