import { describe, expect, test } from 'vitest'
import { readPublishedTable } from '../../../src/input/files/published-files.ts'
import type { PublishedRow, PublishedTable } from '../../../src/input/published/published-table.ts'
import { horizonsOf, scoreTables, settleForecasts } from '../../../src/study/backtest/backtest.ts'
import type { StockForecast } from '../../../src/study/backtest/council-forecast.ts'

/** Three councils of two regions, and what happened to them. */
const STOCKS: Record<string, Record<number, number>> = {
  Up: { 2015: 100, 2016: 110, 2017: 120 },
  Level: { 2015: 200, 2016: 200, 2017: 200 },
  Small: { 2015: 21, 2016: 20, 2017: 25 },
}

function table(stocks = STOCKS): PublishedTable {
  const rows = Object.entries(stocks).flatMap(([name, byYear]) =>
    Object.entries(byYear).map(
      ([edition, stock]) =>
        ({
          edition: Number(edition),
          level: 'authority',
          code: name,
          name,
          region: name === 'Up' ? 'North' : 'South',
          figures: { stock },
        }) as PublishedRow,
    ),
  )
  return { rows, earlier: [] }
}

/** Four runs that end as told. */
function forecastOf(code: string, children: number[]): StockForecast {
  return { code, origin: 2016, months: ['2017-03'], children: Float64Array.from(children) }
}

const FORECASTS = [
  forecastOf('Up', [100, 100, 100, 100]),
  forecastOf('Level', [198, 200, 200, 202]),
  forecastOf('Small', [20, 20, 20, 20]),
]
const settled = settleForecasts(table(), FORECASTS, [{ origin: 2016, target: 2017 }])

describe('horizonsOf', () => {
  test('scores each origin at all later years', () => {
    expect(horizonsOf([2016, 2017], 2018)).toEqual([
      { origin: 2016, target: 2017 },
      { origin: 2016, target: 2018 },
      { origin: 2017, target: 2018 },
    ])
  })
})

describe('settleForecasts', () => {
  test('leaves out a council of 20 children or fewer at the origin', () => {
    expect(settled.map(({ authority }) => authority)).toEqual(['Up', 'Level'])
  })

  test('sets last value and outcome beside what each forecaster said', () => {
    expect(settled[0]).toMatchObject({ lastValue: 110, outcome: 120, region: 'North' })
    // carecast from its runs, last value and last trend as Poisson means, drift by the mean of both logarithms.
    const means = Object.entries(settled[0].forecasts).map(([name, { mean }]) => [name, mean])
    expect(Object.fromEntries(means)).toMatchObject({ carecast: 100 })
    expect(settled[0].forecasts.lastValue.mean).toBeCloseTo(110, 9)
    expect(settled[0].forecasts.lastTrend.mean).toBeCloseTo(120, 9)
    const growth = (1.1 * 1 * (20 / 21)) ** (1 / 3)
    expect(settled[0].forecasts.drift.mean).toBeCloseTo(110 * growth, 9)
  })

  test('learns the drift from all councils where only some are forecast', () => {
    const [one] = settleForecasts(table(), FORECASTS.slice(0, 1), [{ origin: 2016, target: 2017 }])
    expect(one.forecasts.drift).toEqual(settled[0].forecasts.drift)
  })

  test('is the same for naive forecasts whatever later editions say', () => {
    const later = Object.fromEntries(
      Object.entries(STOCKS).map(([name, byYear]) => [name, { ...byYear, 2017: 3 * byYear[2017] }]),
    )
    const [one] = settleForecasts(table(later), FORECASTS, [{ origin: 2016, target: 2017 }])
    for (const forecaster of ['lastValue', 'lastTrend', 'drift'] as const)
      expect(one.forecasts[forecaster].quantiles).toEqual(settled[0].forecasts[forecaster].quantiles)
    expect(one.outcome).toBe(360)
  })
})

describe('scoreTables', () => {
  const [only, ...others] = scoreTables(settled, 'a seed')

  test('averages the scores of councils as worked out by hand', () => {
    expect(others).toEqual([])
    expect(only).toMatchObject({ horizon: { origin: 2016, target: 2017 }, councils: 2 })
    const { average, forecaster } = only.rows[0]
    expect(forecaster).toBe('carecast')
    // Up: all runs 20 below 120, so |100 - 120| / 110 and -100/6 %. Level: its runs are 1 from 200 on average and, two
    // of them, 2 from each other: 1 - 2 / 2 = 0.
    expect(average.covered80).toBe(0.5)
    expect(average.covered50).toBe(0.5)
    expect(average.bias).toBeCloseTo(-100 / 12, 9)
    expect(average.absoluteError).toBeCloseTo(100 / 12, 9)
    expect(average.crps).toBeCloseTo(20 / 110 / 2, 9)
  })

  test('has intervals whose blocks are the regions', () => {
    const { intervals } = only.rows[0]
    expect(intervals.covered80).toMatchObject({ average: 0.5, low: 0, high: 1, blocks: 2 })
  })

  test('has no difference between carecast and itself', () => {
    expect(only.rows[0].crpsDifference).toMatchObject({ average: 0, low: 0, high: 0 })
  })

  test('pools several horizons in a last table, where each council counts each time', () => {
    const again = settled.map((council) => ({ ...council, origin: 2015 }))
    const tables = scoreTables([...settled, ...again], 'a seed')
    expect(tables.map(({ horizon, councils }) => [horizon?.origin, councils])).toEqual([
      [2016, 2],
      [2015, 2],
      [undefined, 4],
    ])
    expect(tables[2].rows[0].average).toMatchObject({ covered80: 0.5, forecasts: 4 })
  })
})

describe('The naive forecasts on the published table', () => {
  test('cover what they did when they were first measured, within two councils', () => {
    const published = readPublishedTable()
    const horizons = horizonsOf([2016, 2017], 2018)
    const months = ['2017-03', '2018-03']
    const codes = [...new Set(published.rows.map(({ code }) => code))]
    const flat = codes.flatMap((code) =>
      [2016, 2017].map((origin) => ({ code, origin, months, children: Float64Array.of(1, 1) })),
    )
    const tables = scoreTables(settleForecasts(published, flat, horizons), 'a seed')
    expect(tables.map(({ councils }) => councils)).toEqual([150, 150, 150, 450])
    const covered = (forecaster: string) =>
      tables.slice(0, 3).map(({ rows }) => rows.find((row) => row.forecaster === forecaster)!.average)
    // 49, 35 and 58 % of 149 councils with the ends of intervals outside; here the ends are inside.
    covered('lastValue').forEach(({ covered80 }, at) => {
      expect(Math.abs(covered80 - [0.49, 0.35, 0.58][at])).toBeLessThan(0.035)
    })
    covered('drift').forEach(({ crps }, at) => {
      expect(Math.abs(crps / [0.0511, 0.0784, 0.044][at] - 1)).toBeLessThan(0.03)
    })
  })
})
