// A whole result of child-level data: what its files to be passed on show, file by file.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecast } from '../../../src/forecast/forecast.ts'
import { rewriteReport } from '../../../src/forecast/rewrite/rewrite-report.ts'
import type { Delivered } from '../../../src/result/delivered.ts'
import { changedSmallshire } from '../../input/smallshire.ts'
import { readWorkbook } from '../../write/paper/excel/read-workbook.ts'

const BLOCK = 'disclosure:\n  source: the return of an invented council\n'
const SMALL = 'externalResidential'
const NEXT = 'supported'
/** A placement of 3 children; with 14 in the next smallest there are 17 in both. */
const TEXT = changedSmallshire(
  ['    kinship: 18\n', '    kinship: 25\n'],
  [`    ${SMALL}: 10\n`, `    ${SMALL}: 3\n`],
)

let folder: string
const files: Record<string, Record<string, string>> = {}
const results: Record<string, Delivered> = {}

async function run(name: string, text: string): Promise<void> {
  const path = join(folder, `${name}.yaml`)
  await writeFile(path, text)
  results[name] = await forecast({
    scenario: path,
    runs: 5,
    seed: 'carecast',
    threads: 1,
    folder: join(folder, name),
    overwrite: false,
    version: '0.0.0',
    budgetFile: join(folder, 'budgets.csv'),
  })
  const names = results[name].files.map((file) => file.name)
  const texts = await Promise.all(names.map((file) => readFile(join(folder, name, file), 'latin1')))
  files[name] = Object.fromEntries(names.map((file, index) => [file, texts[index]]))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carecast-disclosure-'))
  await writeFile(
    join(folder, 'budgets.csv'),
    `line,financial_year,amount\ntotal,2025/26,7000000\n${SMALL},2025/26,3000000\n`,
  )
  await run('open', TEXT)
  await run('withheld', TEXT.replace('question:', `${BLOCK}question:`))
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** The lines of a file that name a text. */
function linesWith(file: string, text: string): string[] {
  return files.withheld[file].split(/\r?\n/).filter((line) => line.includes(text))
}

describe('a result of child-level data', () => {
  test('has the same report when it is written again, with nothing more in it', async () => {
    const { signal } = new AbortController()
    await rewriteReport(join(folder, 'withheld'), false, signal)
    expect(await readFile(join(folder, 'withheld', 'report.html'), 'latin1')).toBe(
      files.withheld['report.html'],
    )
  })

  test.each([SMALL, NEXT])('has no number of %s in any year', (placement) => {
    const lines = [placement, `children_end:${placement}`, `care_days:${placement}`]
    const rows = lines.flatMap((line) => [
      ...linesWith('years.csv', `,${line},`),
      ...linesWith('lines-by-year.csv', `,${line},`),
    ])
    for (const line of lines) expect(rows.filter((row) => row.includes(`,${line},`))).not.toHaveLength(0)
    for (const row of rows) {
      expect(row).toMatch(/(,\[c\])+$/)
      expect(row.replace(/20\d\d\/\d\d|P[1589]0/g, '')).not.toMatch(/\d/)
    }
  })

  test('has no number of them in the workbook', async () => {
    const { sheets } = readWorkbook(await readFile(join(folder, 'withheld', 'summary.xlsx')))
    const { placements } = results.withheld.result.scenario
    for (const key of [SMALL, NEXT]) {
      const rows = sheets.Years.filter(([name]) => String(name).endsWith(placements[key].label))
      expect(rows).toHaveLength(5 * 3)
      for (const row of rows) expect(row.slice(2)).toEqual(row.slice(2).map(() => '[c]'))
      const inputs = sheets.Assumptions.filter(([path]) => path === `openingStock.placements.${key}`)
      expect(inputs[0][2]).toBe('[c]')
    }
    expect(sheets.Years.flat().join()).toContain('[c]: confidential, since the number is of fewer than 6')
  })

  test('has neither their numbers nor their prices among the inputs', () => {
    for (const key of [SMALL, NEXT])
      for (const path of [`openingStock.placements.${key}`, `placements.${key}.weeklyPrice`]) {
        const [row] = linesWith('assumptions.csv', `${path},`)
        expect(row).toContain(',[c],')
        expect(files.withheld['report.html'].replaceAll('<wbr>', '')).toMatch(
          new RegExp(`<code>${path.replaceAll('.', '\\.')}</code></th><td>\\[c\\]</td>`),
        )
      }
  })

  test('has a budget of all, and none that pays for one of them', () => {
    const budgetsOf = (name: string) =>
      files[name]['budgets.csv']
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',')[0])
    expect([...new Set(budgetsOf('open'))]).toEqual(['total', SMALL])
    expect([...new Set(budgetsOf('withheld'))]).toEqual(['total'])
  })

  test('is otherwise the same as without the block', () => {
    const isOther = (line: string) => ![SMALL, NEXT].some((key) => new RegExp(`[,:]${key},`).test(line))
    for (const file of ['years.csv', 'lines-by-year.csv']) {
      const [open, withheld] = ['open', 'withheld'].map((name) =>
        files[name][file].split('\r\n').filter(isOther),
      )
      expect(withheld).toEqual(open)
      expect(withheld.length).toBeGreaterThan(20)
    }
  })

  test('names in the manifest what may be passed on and what not', () => {
    const { disclosure, openingStock } = JSON.parse(files.withheld['manifest.json'])
    expect(disclosure).toEqual({
      below: 6,
      passOn: [
        'years.csv',
        'summary.xlsx',
        'lines-by-year.csv',
        'budgets.csv',
        'assumptions.csv',
        'report.html',
      ],
      keep: ['monthly.arrow', 'years.arrow', 'runs.arrow', 'draws.arrow', 'budgets.arrow', 'manifest.json'],
    })
    expect(openingStock.byPlacement[SMALL]).toBe(3)
    expect(JSON.parse(files.open['manifest.json'])).not.toHaveProperty('disclosure')
  })

  test('says in the report what is withheld, and in the note of every chart', () => {
    const page = files.withheld['report.html']
    expect(page).toContain('Numbers of children come from the return of an invented council.')
    const notes = page.match(/and what would tell them, are not shown/g) ?? []
    expect(notes).toHaveLength(page.match(/<figure /g)!.length)
    expect(files.open['report.html']).not.toContain('onfidential')
  })
})
