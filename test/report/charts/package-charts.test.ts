// The charts of packages, budgets and claims together, over results that differ: what holds of every chart.
import { beforeAll, describe, expect, test } from 'vitest'
import type { Chart } from '../../../src/report/chart.ts'
import { figureOf } from '../../../src/report/figure.ts'
import type { ReportSource } from '../../../src/report/report-source.ts'
import { CLAIMS } from '../../../src/report/sections/claims.ts'
import { DRIVERS } from '../../../src/report/sections/drivers.ts'
import { MONEY } from '../../../src/report/sections/money.ts'
import { PACKAGES } from '../../../src/report/sections/packages.ts'
import { countIn, drawings, wordsIn } from './drawn.ts'
import { ONE_YEAR, packageSource } from './package-source.ts'

let plain: ReportSource
let illustration: ReportSource
let oneRun: ReportSource
let oneYear: ReportSource
let uncertain: ReportSource

beforeAll(async () => {
  plain = await packageSource({ attribution: false })
  illustration = await packageSource({ text: 'illustrative: an example only\n', runs: 4, attribution: false })
  oneRun = await packageSource({ runs: 1 })
  oneYear = await packageSource({ ...ONE_YEAR, runs: 4 })
  uncertain = await packageSource({ scenario: 'smallshire', budgets: '', chanceOnly: false, runs: 4 })
}, 120_000)

function allSources(): ReportSource[] {
  return [plain, illustration, oneRun, oneYear, uncertain]
}

function chartsOf(source: ReportSource): Chart[] {
  return [MONEY, PACKAGES, CLAIMS, DRIVERS].flatMap(({ charts = [] }) =>
    charts.flatMap((chart) => source.manifest.variants.flatMap((variant) => chart(source, variant))),
  )
}

describe('charts of packages, budgets, claims and drivers', () => {
  test('have titles of ten words at most, and tables whose rows are as long as their heads', () => {
    const charts = allSources().flatMap(chartsOf)
    expect(charts.length).toBeGreaterThan(40)
    for (const { title, table } of charts) {
      expect(wordsIn(title), title).toBeLessThanOrEqual(10)
      expect(table.rows.length).toBeGreaterThan(0)
      expect(table.rows.length).toBeLessThanOrEqual(60)
      for (const row of table.rows) expect(row, title).toHaveLength(table.columns.length)
    }
  })

  test('have marks in colours of the report, numbers in every place, and no style', () => {
    for (const chart of allSources().flatMap(chartsOf))
      for (const svg of drawings(chart)) {
        expect(countIn(svg, /<(rect|circle|path) /g), chart.title).toBeGreaterThan(0)
        expect(svg).toContain('var(--')
        expect(svg).not.toMatch(/NaN|undefined|Infinity| style=/)
      }
  })

  test('say nothing unknown in words, and draw the same bytes twice', () => {
    for (const source of allSources()) {
      const pages = [0, 1].map(() => chartsOf(source).map((chart) => figureOf(chart).text))
      expect(pages[1]).toEqual(pages[0])
      expect(pages[0].join('')).not.toMatch(/undefined|NaN|null/)
    }
  })

  test('name the level of an interval wherever they give one', () => {
    const intervals = allSources()
      .flatMap(chartsOf)
      .filter(({ finding }) => finding.includes('interval'))
    expect(intervals.length).toBeGreaterThan(4)
    for (const { finding } of intervals) expect(finding).toContain('80 % prediction interval')
  })

  test('print no probability of an illustration', () => {
    const words = chartsOf(illustration).flatMap(({ title, finding, table }) => [
      title,
      finding,
      ...table.columns,
      ...table.rows.flat(),
    ])
    expect(words.length).toBeGreaterThan(100)
    for (const word of words.filter((text) => !text.startsWith('Shares of the variance')))
      expect(word).not.toMatch(/(of the runs in|in) [<>]?\d+ % of the runs|of 100 runs|overspent/)
    const names = chartsOf(illustration).map(({ name }) => name)
    expect(names).not.toContain('payback')
    expect(names.some((name) => name.startsWith('contingency'))).toBe(false)
  })
})
