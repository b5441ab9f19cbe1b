// The workbook of a whole run: every number in it against the Arrow file, by two readers and in the CSV twins.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tableFromIPC } from '@uwdata/flechette'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCarecast } from '../../../carecast-process.ts'
import { HAS_LIBREOFFICE, openWorkbook } from './libreoffice.ts'
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts'

const SMALLSHIRE = fileURLToPath(new URL('../../../../scenarios/smallshire.yaml', import.meta.url))
const COLUMNS = { Mean: 'mean', P10: 'q10', P50: 'q50', P80: 'q80', P90: 'q90' } as const
const BLOCKS = Object.keys(COLUMNS).length
const LABEL = '=HYPERLINK("http://a.b","Agency, foster")'

if (!HAS_LIBREOFFICE) console.warn('skipped: LibreOffice (soffice) is not installed, so it opens no workbook')

let folder: string
let workbook: ReadWorkbook
let full: { year: string; unit: string; values: Record<string, number> }[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-workbook-'))
  await copyFile(SMALLSHIRE, join(folder, 'parent.yaml'))
  const fork = `extends: parent.yaml\nplacements:\n  ifa:\n    label: '${LABEL}'\n`
  await writeFile(join(folder, 'small.yaml'), fork)
  expect(
    await runCarecast(folder, ['run', 'small.yaml', '--runs', '80', '--out', '.', '--quiet']),
  ).toMatchObject({ code: 0, stderr: '' })
  workbook = readWorkbook(await readFile(join(folder, 'summary.xlsx')))
  full = (
    tableFromIPC(await readFile(join(folder, 'years.arrow'))).toArray() as Record<string, unknown>[]
  ).map((row) => ({
    year: String(row.financial_year),
    unit: String(row.unit),
    values: row as Record<string, number>,
  }))
})
afterAll(() => rm(folder, { recursive: true }))

/** The rows of Years that have numbers, each with the heading of its block. */
function yearsRows(sheet: (string | number | undefined)[][]) {
  const years = sheet.find((row) => row[0] === 'Line')!.slice(2) as string[]
  let block = ''
  return sheet.flatMap((row) => {
    if (row[1] === 'Unit') block = String(row[0]).split(' ')[0]
    return block in COLUMNS && typeof row[2] === 'number'
      ? [{ block: block as keyof typeof COLUMNS, unit: row[1], years, values: row.slice(2) as number[] }]
      : []
  })
}

/** Holds each number against the full one: a multiple of the place of its error's first digit, and the nearest. */
function expectRounded(rows: ReturnType<typeof yearsRows>): number {
  let compared = 0
  const lines = full.length / rows[0].years.length
  expect(rows).toHaveLength(BLOCKS * lines)
  rows.forEach(({ block, unit, years, values }, at) => {
    years.forEach((year, column) => {
      const row = full[column * lines + (at % lines)]
      expect([row.year, row.unit]).toEqual([year, unit])
      const { mc_error } = row.values
      const step = Math.max(1, mc_error > 0 ? 10 ** Math.floor(Math.log10(mc_error)) : 1)
      expect(Math.abs(values[column] - row.values[COLUMNS[block]])).toBeLessThanOrEqual(step / 2)
      expect(values[column] % step).toBeCloseTo(0, 9)
      compared++
    })
  })
  return compared
}

/** A cell without quotes: empty, a number, a share in % or a text. */
function bareCell(text: string): string | number | undefined {
  if (text === '') return undefined
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  return Number.isFinite(value) ? value : text
}

/** A CSV text as rows; what looks like a number is one. */
function parseCsv(text: string): (string | number | undefined)[][] {
  const rows: (string | number | undefined)[][] = [[]]
  for (const [, quoted, bare, end] of text
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bareCell(bare))
    if (end.includes('\n')) rows.push([])
    if (end === '') break
  }
  return rows
}

/** All that a sheet holds, from left to right and down; LibreOffice writes numbers with 15 digits. */
function cellsIn(sheet: (string | number | undefined)[][]) {
  const cells = sheet.flat().filter((cell) => cell !== undefined && cell !== '')
  return cells.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell))
}

describe('summary.xlsx of a run', () => {
  test('has every number of years.arrow to its rounding, read from the XML', () => {
    expect(expectRounded(yearsRows(workbook.sheets.Years))).toBe(BLOCKS * full.length)
  })

  test('has the children and the cost of years.arrow in its summary', () => {
    const [, ...headlines] = workbook.sheets.Summary.slice(
      workbook.sheets.Summary.findIndex((row) => row[0] === 'Financial year'),
    )
    const blocks = yearsRows(workbook.sheets.Years)
    const labels = workbook.sheets.Years.filter((row) => typeof row[2] === 'number').map((row) => row[0])
    const cellsOf = (label: string) =>
      Object.keys(COLUMNS).map(
        (name) => blocks.find((row, at) => row.block === name && labels[at] === label)!.values,
      )
    const [, ...children] = cellsOf('Children at the end of the year')
    const [mean, ...cost] = cellsOf('Total cost')
    for (let year = 0; year < mean.length; year++)
      expect(headlines[year].slice(1)).toEqual([...children, ...cost, mean].map((values) => values[year]))
    expect(headlines[mean.length][0]).toBe('All years')
  })

  test('has the same tables in CSV, where text like a formula has an apostrophe before it', async () => {
    const lines = parseCsv(await readFile(join(folder, 'lines-by-year.csv'), 'utf8'))
    const sheetRows = workbook.sheets.Years.filter((row) => typeof row[2] === 'number')
    expect(lines[0].slice(0, 4)).toEqual(['statistic', 'line', 'label', 'unit'])
    expect(lines.slice(1, -1).map((row) => row.slice(3))).toEqual(sheetRows.map((row) => row.slice(1)))
    expect(lines.find((row) => row[1] === 'ifa')![2]).toBe(`'${LABEL}`)
    expect(sheetRows.filter((row) => row[0] === LABEL)).toHaveLength(BLOCKS)
    const assumptions = parseCsv(await readFile(join(folder, 'assumptions.csv'), 'utf8'))
    const at = workbook.sheets.Assumptions.findIndex((row) => row[0] === 'Path in the scenario')
    expect(assumptions.slice(1, -1).map((row) => row.slice(2, 6))).toEqual(
      workbook.sheets.Assumptions.slice(at + 1).map((row) => Array.from(row.slice(2, 6))),
    )
  })

  test.skipIf(!HAS_LIBREOFFICE)('opens in LibreOffice with every number and text the same', async () => {
    const opened = await openWorkbook(join(folder, 'summary.xlsx'))
    expect(Object.keys(opened).sort()).toEqual([...workbook.names].sort())
    const years = parseCsv(opened.Years)
    expect(expectRounded(yearsRows(years))).toBe(BLOCKS * full.length)
    expect(years.filter((row) => row[0] === LABEL)).toHaveLength(BLOCKS)
    for (const name of ['Years', 'Assumptions', 'Warnings', 'Summary']) {
      expect(cellsIn(parseCsv(opened[name]))).toEqual(cellsIn(workbook.sheets[name]))
    }
  })
})
