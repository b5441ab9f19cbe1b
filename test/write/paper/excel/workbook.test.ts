import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { contingencyInWords } from '../../../../src/words/chance-in-words.ts'
import { encodeWorkbook } from '../../../../src/write/paper/excel/workbook.ts'
import { sha256Of } from '../../../../src/write/sha256.ts'
import { smallPackages } from '../../../result/small-packages.ts'
import { BUDGET, smallTables } from '../../../result/small-papers.ts'
import { IDENTITY, smallResult } from '../../../result/small-result.ts'
import { HAS_LIBREOFFICE, openWorkbook } from './libreoffice.ts'
import { type ReadWorkbook, readWorkbook } from './read-workbook.ts'

const FORMULAS = ['=cmd|calc', '+1', '-1', '@A1', '\t=1', '\r=1']

const workbookOf = async (...source: Parameters<typeof smallTables>) =>
  readWorkbook(await encodeWorkbook(smallTables(...source)))

const rowOf = ({ sheets }: ReadWorkbook, sheet: string, first: string) =>
  sheets[sheet].find((row) => row[0] === first)

const withIdentity = (identity: Partial<typeof IDENTITY>) => ({ identity: { ...IDENTITY, ...identity } })

describe('the workbook', () => {
  test('has a sheet for budgets only where there are budgets', async () => {
    expect((await workbookOf()).names).toEqual(['Summary', 'Years', 'Assumptions', 'Warnings'])
    expect((await workbookOf({}, { budgets: [BUDGET] })).names).toContain('Budgets')
  })

  test('freezes the first column and the rows down to the headings of every sheet', async () => {
    const { names, xml, sheets } = await workbookOf({}, { budgets: [BUDGET] })
    for (const name of names) {
      const [, frozen] = /<pane ySplit="(\d+)" xSplit="1" [^>]*state="frozen"/.exec(xml[name])!
      const headings = ['Line', 'Budget', 'Path in the scenario', 'Kind']
      if (name !== 'Summary') expect(headings).toContain(sheets[name][Number(frozen) - 1][0])
    }
  })

  test('has values and no formulas', async () => {
    const { names, xml } = await workbookOf({}, { budgets: [BUDGET] })
    for (const name of names) expect(xml[name]).not.toMatch(/<f[ >]/)
  })

  test('says on every sheet that an illustration is one', async () => {
    const { names, sheets } = await workbookOf(
      {},
      { budgets: [BUDGET], ...withIdentity({ illustrative: 'made up' }) },
    )
    for (const name of names) expect(sheets[name][1]).toEqual(['ILLUSTRATION ONLY: made up'])
    expect((await workbookOf()).sheets.Years[1][0]).not.toContain('ILLUSTRATION')
  })

  test('keeps text that begins like a formula as text, also when it is edited', async () => {
    for (const label of FORMULAS) {
      const workbook = await workbookOf({ foster: label, residential: 'Homes' })
      const { xml, sheets } = workbook
      expect(sheets.Years.filter((row) => row[0] === label)).toHaveLength(5)
      expect(xml.Years).not.toMatch(/<f[ >]/)
      const row = sheets.Years.findIndex((cells) => cells[0] === label) + 1
      const [, style] = new RegExp(`<c r="A${row}" s="(\\d+)" t="s">`).exec(xml.Years)!
      expect(formatOf(Number(style), xml.styles)).toBe('@')
    }
  })

  test('keeps any text, also the names that every object has, and cuts none but those too long for a cell', async () => {
    for (const label of ['constructor', '__proto__', 'toString']) {
      const { sheets } = await workbookOf({ foster: label })
      expect(sheets.Years.filter((row) => row[0] === `${label} `)).toHaveLength(5)
    }
    const { sheets } = await workbookOf({ foster: `<a & "b"> £ ${'x'.repeat(40_000)}` })
    expect(sheets.Years.some((row) => String(row[0]).startsWith('<a & "b"> £ xx'))).toBe(true)
    expect(Math.max(...sheets.Years.map((row) => String(row[0] ?? '').length))).toBe(32_767)
  })
})

describe('the sheets of packages', () => {
  const { packages, attribution } = smallPackages()
  const budgets = ['baseline', 'all'].map((variant) => ({ ...BUDGET, variant }))
  const source = { packages, attribution, budgets }
  const expectHeadings = (workbook: ReadWorkbook, name: string, first: string) => {
    const [, frozen] = /<pane ySplit="(\d+)"/.exec(workbook.xml[name])!
    expect(workbook.sheets[name][Number(frozen) - 1][0]).toBe(first)
  }

  test('follow the years, and are there only where packages were run', async () => {
    const { names } = await workbookOf({}, source)
    expect(names.slice(1, 5)).toEqual(['Years', 'Packages', 'Attribution', 'Budgets'])
    const { names: without } = await workbookOf({}, { ...source, attribution: undefined })
    expect(without).not.toContain('Attribution')
  })

  test('have the same numbers as their CSV files', async () => {
    const tables = smallTables({}, source)
    const { sheets } = readWorkbook(await encodeWorkbook(tables))
    const numbersOf = (rows: (string | number | undefined)[][]) =>
      rows.flat().filter((cell) => typeof cell === 'number')
    expect(numbersOf(sheets.Packages)).toEqual(
      tables.packages!.rows.flatMap(({ values }) => values).filter((value) => value !== null),
    )
    expect(numbersOf(sheets.Attribution)).toEqual(
      tables.attribution
        .flatMap(({ rows }) => rows)
        .flatMap((row) => [
          row.alone,
          row.last,
          row.in_order,
          row.shapley,
          row.p10,
          row.p50,
          row.p80,
          row.p90,
          row.mc_error,
        ])
        .filter((value) => value !== null),
    )
  })

  test('have a block for each package under headings that stay in sight, and say how to read them', async () => {
    const workbook = await workbookOf({}, source)
    expectHeadings(workbook, 'Packages', 'Package')
    expectHeadings(workbook, 'Attribution', 'Intervention')
    const { Packages, Attribution } = workbook.sheets
    expect(rowOf(workbook, 'Packages', 'Package all')).toEqual([
      ...[
        'Package all',
        'Unit',
        '2017/18 (part: from 1 Feb 2018)',
        '2018/19 (part: to 30 Apr 2018)',
        'All years',
      ],
    ])
    expect(rowOf(workbook, 'Packages', 'Probability of fewer children')!.slice(2)).toEqual([0, 0.8])
    expect(Packages.flat()).toContain('With: The review; The groups')
    const notes = Packages.flat().join(' ')
    for (const words of [
      'in the same run',
      '80 % prediction interval',
      'Quantiles do not add up',
      'paired.arrow',
    ])
      expect(notes).toContain(words)
    expect(Attribution.flat()).toContain('Package all: saving of all years, £')
  })

  test('have budgets by package, which are called by their labels', async () => {
    const { sheets } = await workbookOf({}, source)
    const at = sheets.Budgets.findIndex((row) => row[0] === 'Package')
    expect(sheets.Budgets.slice(at).map((row) => row.slice(0, 2))).toEqual([
      ['Package', 'Budget'],
      ['Baseline', 'Placements budget'],
      ['Package all', 'Placements budget'],
    ])
    expect(sheets.Budgets.flat()).toContain(`${contingencyInWords()}.`)
  })

  test('say that an illustration is one, without probabilities', async () => {
    const { packages: unsure } = smallPackages(true)
    const illustration = withIdentity({ illustrative: 'made up' })
    const workbook = await workbookOf({}, { ...illustration, packages: unsure, attribution })
    for (const name of ['Packages', 'Attribution'])
      expect(workbook.sheets[name][1]).toEqual(['ILLUSTRATION ONLY: made up'])
    expect(rowOf(workbook, 'Packages', 'Probability of a lower cost')).toEqual([
      'Probability of a lower cost',
      'share',
    ])
  })

  test.skipIf(!HAS_LIBREOFFICE)('open in LibreOffice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'carecast-packages-'))
    await writeFile(join(folder, 'summary.xlsx'), await encodeWorkbook(smallTables({}, source)))
    const opened = await openWorkbook(join(folder, 'summary.xlsx'))
    await rm(folder, { recursive: true })
    expect(opened.Packages).toContain('Package all')
    expect(opened.Packages).toContain('-6000,-6000')
    expect(opened.Attribution).toContain('Interaction')
  })
})

/** The format of numbers in the style of a number. */
function formatOf(style: number, styles: string): string | undefined {
  const [id] = /(?<=numFmtId=")\d+/.exec(styles.split('<cellXfs')[1].split('<xf ')[style + 1])!
  return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1]
}

describe('the sheet Summary', () => {
  test('has children and cost by financial year, rounded to their errors, and all years', async () => {
    const workbook = await workbookOf()
    // Of the small table: sd 9,487 over five runs is an error of 4,243, so that £ are shown in thousands.
    const year = rowOf(workbook, 'Summary', '2017/18 (part: from 1 Feb 2018)')!
    expect(year).toEqual([
      ...['2017/18 (part: from 1 Feb 2018)', 10 + 3, 15, 16, 17],
      ...[69_000, 79_000, 86_000, 89_000, 79_000],
    ])
    expect(rowOf(workbook, 'Summary', 'All years')!.slice(1, 5)).toEqual(new Array(4).fill(undefined))
  })

  test('says in words what can be pasted, £ no finer than thousands', async () => {
    const { sheets } = await workbookOf()
    const text = sheets.Summary.flat().join('\n')
    expect(text).toContain(
      'Children looked after at the end of 2018/19 (to 30 Apr 2018): 16 in the median run, and between 14 and 18 in eight of ten runs.',
    )
    expect(text).toMatch(
      /Cost of 2017\/18 \(from 1 Feb 2018\) to 2018\/19 \(to 30 Apr 2018\): £\d+,000 in the median run/,
    )
    expect(text).toContain('1 of 2 inputs is assumed')
    expect(text).toContain('Rounded to what 5 runs can tell')
  })
})

describe('the sheet Budgets', () => {
  test('rounds £ to the error of the year and shares to their own, and keeps the budget itself', async () => {
    const workbook = await workbookOf({}, { budgets: [BUDGET] })
    expect(rowOf(workbook, 'Budgets', 'Placements budget')).toEqual([
      ...['Placements budget', '2017/18', 123_456, 131_000, 0.47, 0.023, 10_000],
      ...[-4_000, 12_000, 23_000, 35_000],
    ])
  })

  test('leaves the probability out where there is none', async () => {
    const budgets = [{ ...BUDGET, p_over: null, mc_error: null }]
    const row = rowOf(await workbookOf({}, { budgets }), 'Budgets', 'Placements budget')!
    expect(row.slice(4, 6)).toEqual([undefined, undefined])
    expect(row).toHaveLength(11)
  })
})

describe('the sheet Assumptions', () => {
  test('has every input with its range and where it comes from, but no claim', async () => {
    const range = { central: 36, low: 30, high: 43, level: 0.8, shape: 'gamma' as const }
    const fitted = { path: 'fit.moves', range: { ...range, central: 1, low: 0.9, high: 1.1 }, events: 55 }
    const workbook = await workbookOf(
      {},
      {
        figures: [
          ...smallResult().figures,
          { path: 'placements.foster.weeklyPrice', value: 700, kind: 'published', text: '=A1' },
          { path: 'claims.below', value: 3, kind: 'source', text: '¶2' },
        ],
        assumptions: [
          { path: 'entries.perYear', range, least: 0, most: 1e6 },
          { ...fitted, least: 0, most: 1e6 },
        ],
      },
    )
    const at = workbook.sheets.Assumptions.findIndex((row) => row[0] === 'Path in the scenario')
    const none = undefined
    expect(workbook.sheets.Assumptions.slice(at + 1)).toEqual([
      ['openingStock.children', none, 12, none, none, none, 'Document', '¶1'],
      ['entries.perYear', none, 36, 30, 43, 0.8, 'Assumed', 'as last year'],
      ['placements.foster.weeklyPrice', 'Foster care', 700, none, none, none, 'Published', '=A1'],
      ['fit.moves', none, 1, 0.9, 1.1, 0.8, 'Fitted to counts', '55 counted events'],
    ])
  })
})

describe('the sheet Warnings', () => {
  test('lists warnings, contradictions and what is unknown, and says so where there is none', async () => {
    const { scenario } = smallResult()
    const { sheets } = await workbookOf({}, { scenario: { ...scenario, contradictions: ['-5 is not 5'] } })
    expect(sheets.Warnings.slice(2)).toEqual([
      ['Warning', '5 runs are too few'],
      ['Contradiction', '-5 is not 5'],
      ['Not in the document', 'the price of secure homes'],
    ])
    const nothing = await workbookOf({}, { scenario: { ...scenario, unknown: [] }, warnings: [] })
    expect(nothing.sheets.Warnings.at(-1)![0]).toBe('None')
  })
})

describe('encodeWorkbook', () => {
  const zone = process.env.TZ
  afterEach(() => {
    vi.useRealTimers()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('gives the same bytes for the same result at any time and in any time zone', async () => {
    const digests = new Set<string>()
    const offsets = new Set<number>()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const TZ of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'])
      for (const time of ['2026-01-01T00:00:00Z', '2031-07-15T13:14:58Z']) {
        process.env.TZ = TZ
        vi.setSystemTime(new Date(time))
        offsets.add(new Date(1980, 0, 1).getTimezoneOffset())
        digests.add(sha256Of(await encodeWorkbook(smallTables({}, { budgets: [BUDGET] }))))
      }
    expect(offsets.size).toBe(3)
    expect(digests.size).toBe(1)
  })
})
