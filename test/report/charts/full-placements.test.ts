import { beforeAll, describe, expect, test } from 'vitest'
import { BASELINE } from '../../../src/domain/baseline.ts'
import { formatNumber } from '../../../src/domain/quantity.ts'
import { fosterPlaces } from '../../../src/report/charts/foster-places.ts'
import { fullPlacements } from '../../../src/report/charts/full-placements.ts'
import { overflows } from '../../../src/report/charts/overflows.ts'
import { monthPoints, type ReportSource } from '../../../src/report/report-source.ts'
import { chartSource } from './chart-source.ts'
import { drawings, marksIn, wordsIn } from './drawn.ts'

let small: ReportSource
let partYears: ReportSource
let single: ReportSource

beforeAll(async () => {
  small = await chartSource('smallshire', { runs: 30 })
  partYears = await chartSource('worcestershire-2015')
  single = await chartSource('smallshire', { runs: 1, sets: ['end=2025-03-31'] })
}, 60_000)

/** The same result where as many children as this are turned away each month by every placement. */
function withOverflow(source: ReportSource, value: number): ReportSource {
  const { monthly } = source
  const mean = monthly.statistics.mean.map((old, row) =>
    monthly.measure[row] === 'over_places' ? value : old,
  )
  return { ...source, monthly: { ...monthly, statistics: { ...monthly.statistics, mean } } }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

describe('the chart of full placements', () => {
  test('adds the months of each placement up to its financial years', () => {
    const months = monthPoints(small, BASELINE, 'over_places', 'inHouseFoster')
    const [{ key, years }, ...others] = overflows(small, BASELINE)
    expect([key, others]).toEqual(['inHouseFoster', []])
    expect(years.map(({ financial_year }) => financial_year)).toEqual(['2024/25', '2025/26', '2026/27'])
    years.forEach(({ mean }, year) => {
      const own = months.slice(12 * year, 12 * year + 12).map(({ statistics }) => statistics.mean)
      expect(mean).toBeCloseTo(sum(own), 9)
    })
  })

  test('tells the number by the year, of all placements together', () => {
    const months = monthPoints(small, BASELINE, 'over_places', null)
    const perYear = (sum(months.map(({ statistics }) => statistics.mean)) * 365.25) / 1095
    const [{ title }] = fullPlacements(small, BASELINE)
    expect(title).toBe(`Full placements turn away ${formatNumber(perYear, 1)} children a year`)
  })

  test('draws a bar for every placement and year, and names part years', () => {
    const [chart] = fullPlacements(partYears, BASELINE)
    const full = overflows(partYears, BASELINE)
    expect(full.length).toBeGreaterThan(1)
    for (const svg of drawings(chart)) expect(marksIn(svg, 'rect')).toBe(4 * full.length)
    expect(chart.table.columns).toHaveLength(1 + full.length)
    expect(chart.table.rows.map(([year]) => year)).toEqual([
      '2015/16 (from 8 Jun 2015)',
      '2016/17',
      '2017/18',
      '2018/19 (to 31 May 2018)',
    ])
  })

  test('joins the least of many placements, by their means', () => {
    const full = overflows(withOverflow(partYears, 1), BASELINE)
    expect(full.map(({ key }) => key === undefined)).toEqual([false, false, false, true])
    // One child a month in each of the 7 placements of 10 that are joined, over twelve months.
    expect(full[3].years[1].mean).toBe(7 * 12)
  })

  test('is left out where no placement is ever full, as is that of places', () => {
    const none = withOverflow(small, 0)
    expect([...fullPlacements(none, BASELINE), ...fosterPlaces(none, BASELINE)]).toEqual([])
  })

  test('has titles of ten words or less, and no unknown number after a single run', () => {
    for (const source of [small, partYears, withOverflow(single, 1)])
      for (const chart of [...fullPlacements(source, BASELINE), ...fosterPlaces(source, BASELINE)]) {
        expect(wordsIn(chart.title)).toBeLessThanOrEqual(10)
        expect(chart.finding + chart.table.rows.join()).not.toMatch(/NaN|undefined|null/)
      }
    expect(fullPlacements(withOverflow(single, 1), BASELINE)[0].title).toMatch(/ in 2024\/25$/)
  })
})

describe('the chart of places with foster carers', () => {
  test('has the quantiles of places and children of its last month in the last row', () => {
    const [{ table }] = fosterPlaces(small, BASELINE)
    const last = (['places', 'children'] as const).flatMap((measure) => {
      const { q10, q50, q80, q90 } = monthPoints(small, BASELINE, measure, 'inHouseFoster').at(-1)!.statistics
      return [q10, q50, q80, q90].map((value) => formatNumber(value))
    })
    expect(table.rows.at(-1)).toEqual(['March 2027', ...last])
    expect(table.rows.length).toBeLessThanOrEqual(12)
  })

  test('draws a band with a line for the places and a dashed line for the children', () => {
    const [chart] = fosterPlaces(small, BASELINE)
    for (const svg of drawings(chart)) {
      expect(svg).toMatch(/fill="var\(--band-80\)"[^>]*><path d="M/)
      expect(svg).toMatch(/stroke="var\(--paper\)"[^>]*><path d="M/)
      expect(svg).toMatch(/stroke-dasharray="6 4"[^>]*><path d="M/)
    }
  })
})
