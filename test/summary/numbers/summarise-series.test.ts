import { describe, expect, it } from 'vitest'
import { sumInRun, sumOfColumns } from '../../../src/money/row-sum.ts'
import { gatherSeries, type Series } from '../../../src/summary/numbers/series.ts'
import { STATISTICS, type StatisticsColumns } from '../../../src/summary/numbers/statistics.ts'
import { summariseSeries } from '../../../src/summary/numbers/summarise-series.ts'
import { emptyTable } from '../small-table.ts'

function statisticsOf(values: number[]): Record<string, number> {
  const table = emptyTable(values.length)
  for (const [run, value] of values.entries()) table.rows[run * table.layout.length] = value
  return rowOf(summariseSeries(table, [{ unit: 'children', sum: sumOfColumns([0]) }]), 0)
}

function rowOf(statistics: StatisticsColumns, row: number): Record<string, number> {
  return Object.fromEntries(STATISTICS.map((name) => [name, statistics[name][row]]))
}

describe('summariseSeries', () => {
  it('gives the quantiles of PERCENTILE.INC', () => {
    expect(statisticsOf([4, 1, 3, 2])).toMatchObject({ q10: 1.3, q25: 1.75, q50: 2.5, q75: 3.25, q90: 3.7 })
  })

  it('gives the mean, the sample standard deviation and the Monte Carlo error', () => {
    const { mean, sd, mc_error } = statisticsOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(mean).toBe(5)
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 14)
    expect(mc_error).toBeCloseTo(Math.sqrt(32 / 7 / 8), 14)
  })

  it('gives no spread to a constant, however large', () => {
    const constant = 2_147_483_647
    expect(statisticsOf([constant, constant, constant])).toMatchObject({ mean: constant, sd: 0, mc_error: 0 })
  })

  it('leaves the spread of a single run unknown', () => {
    expect(statisticsOf([7])).toMatchObject({ mean: 7, sd: Number.NaN, mc_error: Number.NaN, q05: 7, q95: 7 })
  })

  it('does not depend on the order of the runs', () => {
    const values = [5, 900, 3, 3, 41, 77, 12]
    expect(statisticsOf(values)).toEqual(statisticsOf(values.toReversed()))
  })

  it('describes £ in pounds', () => {
    const table = emptyTable(1)
    table.rows[0] = 1400
    const statistics = summariseSeries(table, [{ unit: '£', sum: sumOfColumns([0]) }])
    expect(rowOf(statistics, 0)).toMatchObject({ mean: 2, q50: 2 })
  })
})

describe('gatherSeries', () => {
  it('gathers what sumInRun gives, beyond the runs that it reads at a time', () => {
    const table = emptyTable(600)
    for (let index = 0; index < table.rows.length; index++) table.rows[index] = (index * 7919) % 1009
    const series = Array.from({ length: 30 }, (_, column): Series => {
      return { unit: 'children', sum: sumOfColumns([column, column + 3], column) }
    })
    const columns = new Float64Array(series.length * table.runs)
    gatherSeries(table, series, columns)
    for (const [index, { sum }] of series.entries())
      for (let run = 0; run < table.runs; run++)
        expect(columns[index * table.runs + run]).toBe(sumInRun(sum, table, run))
  })

  it('keeps each series in its row beyond those that are gathered at a time', () => {
    const table = emptyTable(2)
    table.rows[0] = 1
    table.rows[table.layout.length] = 3
    const series = Array.from({ length: 150 }, (_, times): Series => {
      return { unit: 'children', sum: sumOfColumns(new Array(times).fill(0)) }
    })
    expect([...summariseSeries(table, series).mean]).toEqual(series.map((_, times) => 2 * times))
  })

  it('describes each series alike, of few columns or more than are taken at a time, with one price or several', () => {
    const [runs, length] = [300, 320]
    const { layout, ...table } = emptyTable(runs)
    const rows = Int32Array.from({ length: runs * length }, (_, index) => ((index * 7919) % 1009) - 100)
    for (let run = 0; run < runs; run++) rows.set([run * 1000, 350, 0], run * length)
    const wide = { ...table, layout: { ...layout, length }, rows }
    const sums = [
      sumOfColumns(Array.from({ length: 200 }, (_, column) => 100 + column)),
      sumOfColumns([310]),
      sumOfColumns([0]),
      sumOfColumns([310], 1),
      sumOfColumns([310], 2),
      sumOfColumns([310], 309),
      ...Array.from({ length: 150 }, (_, column) => sumOfColumns([3 + column, 160 + column])),
    ]
    const statistics = summariseSeries(
      wide,
      sums.map((sum): Series => ({ unit: 'children', sum })),
    )
    for (const [row, sum] of sums.entries()) {
      const values = Float64Array.from({ length: runs }, (_, run) => sumInRun(sum, wide, run)).sort()
      expect([statistics.q50[row], statistics.mean[row]]).toEqual([
        (values[149] + values[150]) / 2,
        expect.closeTo(values.reduce((total, value) => total + value, 0) / runs, 6),
      ])
    }
  })
})
