import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumInRun } from '../../src/money/row-sum.ts'
import { seriesOfMonth } from '../../src/summary/months.ts'
import { countsPer } from '../../src/summary/numbers/series.ts'
import { sortWholeNumbers } from '../../src/summary/numbers/sort-whole-numbers.ts'
import { runValues } from '../../src/summary/run-values.ts'
import { yearLines } from '../../src/summary/year-lines.ts'
import { summariseYears } from '../../src/summary/years.ts'
import { anyTable } from './any-table.ts'
import { textsOf } from './texts-of.ts'

describe('the lines of a financial year', () => {
  it('add up to the total exactly, in every run', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const year of table.axes.years.keys())
          for (let run = 0; run < table.runs; run++) {
            const money = yearLines(table, year).filter(({ unit }) => unit === '£')
            const total = money.find(({ line }) => line === 'total')!
            const parts = money.slice(0, money.indexOf(total)).map(({ sum }) => sumInRun(sum, table, run))
            expect(sumInRun(total.sum, table, run)).toBe(parts.reduce((sum, part) => sum + part, 0))
          }
      }),
    )
  })

  it('cost what their months cost, exactly, in every run', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (let run = 0; run < table.runs; run++) {
          const years = table.axes.years.map((_, year) => yearLines(table, year).find(isTotal)!)
          const months = table.axes.months.map((_, month) => seriesOfMonth(table, month, 'cost').at(-1)!)
          const add = (sum: bigint, series: { sum: Parameters<typeof sumInRun>[0] }) =>
            sum + BigInt(sumInRun(series.sum, table, run))
          expect(years.reduce(add, 0n)).toBe(months.reduce(add, 0n))
        }
      }),
    )
  })

  it('are in runs.arrow what years.arrow describes', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const values = runValues(table, 'baseline')
        const lines = textsOf(values.line)
        const summary = summariseYears(table, 'baseline')
        for (const [row, line] of summary.line.entries()) {
          const column = values.value.filter((_, index) => index % summary.line.length === row).sort()
          const largest = column.at(-1)!
          const slack = 1e-12 * (1 + largest)
          expect(lines[row], 'order of lines').toBe(line)
          for (const [name, share] of QUANTILES) {
            const error = Math.abs(summary.statistics[name][row] - quantileByDefinition(column, share))
            expect(error, name).toBeLessThanOrEqual(slack)
          }
        }
      }),
    )
  })

  it('have quantiles that rise, between the smallest and the largest value', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { statistics, line } = summariseYears(table, 'baseline')
        for (const row of line.keys()) {
          const quantiles = QUANTILES.map(([name]) => statistics[name][row])
          expect(quantiles).toEqual(quantiles.toSorted((one, other) => one - other))
        }
      }),
    )
  })

  it('count the runs as values of their unit', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lines = table.axes.years.flatMap((_, year) => yearLines(table, year))
        const { value } = runValues(table, 'baseline')
        const expected = lines.map(({ sum, unit }) => sumInRun(sum, table, table.runs - 1) / countsPer(unit))
        expect([...value.subarray(-lines.length)]).toEqual(expected)
      }),
    )
  })
})

describe('sortWholeNumbers', () => {
  it('sorts many numbers of any span, below 0 and above', () => {
    const spread = fc.tuple(fc.integer({ min: 0, max: 53 }), fc.integer())
    fc.assert(
      fc.property(spread, fc.integer({ min: 250, max: 400 }), ([bits, seed], count) => {
        const values = Float64Array.from({ length: count }, (_, index) => {
          const share = ((seed ^ (index * 2_654_435_761)) >>> 0) / 2 ** 32
          return Math.round(share * (2 ** bits - 1)) - Math.round(2 ** (bits - 1))
        })
        const sorted = values.toSorted((one, other) => one - other)
        expect([...sortWholeNumbers(values)]).toEqual([...sorted])
      }),
    )
  })

  it('sorts near and far numbers alike', () => {
    const numbers = fc.oneof(fc.array(fc.integer({ min: -9, max: 9 })), fc.array(fc.maxSafeInteger()))
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = values.toSorted((one, other) => one - other)
        expect([...sortWholeNumbers(Float64Array.from(values))]).toEqual(sorted)
      }),
    )
  })
})

const QUANTILES = [
  ['q05', 0.05],
  ['q10', 0.1],
  ['q25', 0.25],
  ['q50', 0.5],
  ['q75', 0.75],
  ['q80', 0.8],
  ['q90', 0.9],
  ['q95', 0.95],
] as const

/** Definition 7 of Hyndman and Fan (1996), with places counted from 1. */
function quantileByDefinition(sorted: Float64Array, share: number): number {
  const place = share * sorted.length + (1 - share)
  const below = Math.min(Math.max(Math.floor(place), 1), sorted.length)
  const weight = place - below
  return (1 - weight) * sorted[below - 1] + weight * sorted[Math.min(below, sorted.length - 1)]
}

function isTotal({ line }: { line: string }): boolean {
  return line === 'total'
}
