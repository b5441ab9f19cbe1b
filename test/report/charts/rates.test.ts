import { beforeAll, describe, expect, test } from 'vitest'
import { BASELINE } from '../../../src/domain/baseline.ts'
import { formatNumber } from '../../../src/domain/quantity.ts'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import { publishedRates } from '../../../src/input/published/published-rates.ts'
import { rates } from '../../../src/report/charts/rates.ts'
import { monthPoints, type ReportSource } from '../../../src/report/report-source.ts'
import { chartSource } from './chart-source.ts'
import { drawings, marksIn, wordsIn } from './drawn.ts'

let without: ReportSource
let source: ReportSource

beforeAll(async () => {
  without = await chartSource('rotherham-2017')
  source = withRates('Rotherham', without.scenario.start)
}, 60_000)

function withRates(council: string, date: string): ReportSource {
  return { ...without, rates: publishedRates(readPublishedTable(), council, date) }
}

describe('the chart of rates', () => {
  test('states the rates of council and England in the last year known', () => {
    const [{ title, finding }] = rates(source, BASELINE)
    expect(title).toBe('76 per 10,000 in care in 2016, England 60')
    expect(wordsIn(title)).toBeLessThanOrEqual(10)
    expect(finding).toContain(
      'Rotherham looked after 76 children for every 10,000 under 18, Yorkshire and The Humber 63, England 60.',
    )
  })

  test('divides the forecast by the last population known', () => {
    const [{ table, finding }] = rates(source, BASELINE)
    const { q10, q50, q90 } = monthPoints(source, BASELINE, 'children', null).at(-1)!.statistics
    const rate = (children: number) => formatNumber((10_000 * children) / 56_366)
    expect(table.rows.at(-1)!.slice(0, 4)).toEqual([
      '31 March 2021, forecast',
      rate(q50),
      rate(q10),
      rate(q90),
    ])
    expect(finding).toContain(`80 % prediction interval ${rate(q10)} to ${rate(q90)}.`)
    expect(table.rows.find(([date]) => date.endsWith('start'))![1]).toBe(rate(488))
  })

  test('shows no year after the start', () => {
    const [{ table }] = rates(source, BASELINE)
    const published = table.rows.filter((row) => row.at(-1) !== '–').map(([date]) => date)
    expect(published).toEqual(['31 March 2015', '31 March 2016'])
  })

  test('says that populations came out after the start, where they did', () => {
    expect(rates(source, BASELINE)[0].note).toContain('edition of 2018, which came out after the start')
    const known = rates(withRates('Rotherham', '2018-03-31'), BASELINE)[0]
    expect(known.note).not.toContain('came out after')
  })

  test('draws a line and its dots for each of the three, and the band of the forecast', () => {
    const [chart] = rates(source, BASELINE)
    for (const svg of drawings(chart)) {
      expect(marksIn(svg, 'circle')).toBe(3 * 2)
      expect(svg).toMatch(/fill="var\(--band-80\)"[^>]*><path d="M/)
      for (const label of ['Forecast', 'Region', 'England'])
        expect(svg).toMatch(new RegExp(`>${label} \\d+<`))
    }
  })

  test('draws dots where one year alone is known', () => {
    const [chart] = rates(withRates('Rotherham', '2015-06-07'), BASELINE)
    for (const svg of drawings(chart)) expect(marksIn(svg, 'circle')).toBe(3)
  })

  test('has a place for every row of its table', () => {
    const [{ places, table }] = rates(source, BASELINE)
    expect(places!.of).toHaveLength(table.rows.length)
  })

  test('is left out where nothing was published', () => {
    expect(rates({ ...without, rates: undefined }, BASELINE)).toEqual([])
    expect(rates(withRates('Smallshire', '2024-03-31'), BASELINE)).toEqual([])
  })
})
