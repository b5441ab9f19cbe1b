import { beforeAll, describe, expect, test } from 'vitest'
import { BASELINE } from '../../../src/domain/baseline.ts'
import { formatNumber } from '../../../src/domain/quantity.ts'
import { exits } from '../../../src/report/charts/exits.ts'
import { linesLike, type ReportSource, yearPoints } from '../../../src/report/report-source.ts'
import { chartSource } from './chart-source.ts'
import { drawings, marksIn, wordsIn } from './drawn.ts'

let years: ReportSource
let oneYear: ReportSource
let single: ReportSource

beforeAll(async () => {
  years = await chartSource('smallshire', { runs: 60 })
  oneYear = await chartSource('smallshire', { runs: 30, sets: ['end=2025-03-31'] })
  single = await chartSource('smallshire', { runs: 1, sets: ['end=2024-04-30'] })
}, 60_000)

/** The same result in which statistics of exits are others. */
function withExits(source: ReportSource, name: 'mean' | 'mc_error', value: number): ReportSource {
  const values = source.years.statistics[name].map((old, row) =>
    source.years.line[row].startsWith('exits:') ? value : old,
  )
  return {
    ...source,
    years: { ...source.years, statistics: { ...source.years.statistics, [name]: values } },
  }
}

describe('the chart of exits', () => {
  test('has the yearly mean of every reason in words, the most frequent first', () => {
    const [{ table }] = exits(years, BASELINE)
    const expected = linesLike(years, BASELINE, 'exits:')
      .map((line) => yearPoints(years, BASELINE, line))
      // Three whole years of 1,095 days.
      .map((points) => (points.reduce((sum, { statistics }) => sum + statistics.mean, 0) * 365.25) / 1095)
      .sort((one, other) => other - one)
    expect(table.columns).toEqual(['Reason', 'Children a year'])
    expect(table.rows.map(([, mean]) => mean)).toEqual(
      expected.map((mean) => formatNumber(mean, mean < 9.95 ? 1 : 0)),
    )
    expect(table.rows.map(([reason]) => reason)).toContain('Special guardianship')
    expect(table.rows[0][0]).toBe('18th birthday')
  })

  test('draws a bar from 0 for every reason, and no interval over several years', () => {
    const [chart] = exits(years, BASELINE)
    for (const svg of drawings(chart)) {
      expect(marksIn(svg, 'rect')).toBe(7)
      expect(svg).not.toContain('var(--orange)')
    }
    expect(chart.note).toContain('quantiles do not add up')
  })

  test('gives 80 % intervals where there is one year alone, as its line has them', () => {
    const [chart] = exits(oneYear, BASELINE)
    const { statistics } = yearPoints(oneYear, BASELINE, 'exits:turned18')[0]
    expect(chart.table.columns).toEqual(['Reason', 'Children in 2024/25', 'P10', 'Median', 'P80', 'P90'])
    expect(chart.table.rows.find(([reason]) => reason === '18th birthday')!.slice(2)).toEqual(
      [statistics.q10, statistics.q50, statistics.q80, statistics.q90].map((value) => formatNumber(value)),
    )
    expect(chart.finding).toContain('80 % prediction interval')
    expect(drawings(chart)[0]).toContain('stroke="var(--orange)"')
  })

  test('names the leading reason, and two where chance in the runs may have put the first before the second', () => {
    expect(exits(years, BASELINE)[0].title).toMatch(
      /^Most frequent reason to leave: 18th birthday, \d+ a year$/,
    )
    const { title } = exits(withExits(years, 'mc_error', 50), BASELINE)[0]
    expect(title).toMatch(/^Most frequent reasons to leave: 18th birthday, /)
    for (const source of [years, oneYear, single])
      for (const chart of exits(source, BASELINE)) expect(wordsIn(chart.title)).toBeLessThanOrEqual(10)
  })

  test('is left out where nobody leaves', () => {
    expect(exits(withExits(years, 'mean', 0), BASELINE)).toEqual([])
  })

  test('names no number that is unknown, after one month of a single run', () => {
    const charts = exits(withExits(single, 'mean', 1), BASELINE)
    expect(charts).toHaveLength(1)
    for (const { title, finding, table } of charts)
      expect(title + finding + table.rows.join()).not.toMatch(/NaN|undefined|null/)
  })
})
