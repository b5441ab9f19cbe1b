import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statisticsAt } from '../../../src/summary/numbers/statistics.ts'
import { pairedDifferences, summarisePaired } from '../../../src/summary/packages/paired.ts'
import { anyTable } from '../any-table.ts'
import { fewerInFosterCare, interventionLine, packageLike } from '../package-table.ts'
import { emptyTable, setCount, smallTable } from '../small-table.ts'

const baseline = smallTable()

/** What years.arrow has of the small table in each year. */
const LINES = [
  ...['foster', 'residential', 'total', 'total_in_base_prices'],
  ...['entries', 'exits:reunification', 'exits:turned18', 'moves'],
  ...['children_end', 'children_end:foster', 'children_end:residential'],
  ...['care_days', 'care_days:foster', 'care_days:residential'],
]

function rowOf(summary: ReturnType<typeof summarisePaired>, line: string, year: string): number {
  return summary.line.findIndex((name, row) => name === line && summary.financial_year[row] === year)
}

describe('the paired summary', () => {
  const summary = summarisePaired(baseline, [fewerInFosterCare()])
  const described = (line: string, year: string) => {
    return statisticsAt(summary.statistics, rowOf(summary, line, year))
  }

  test('has a row for each financial year and for all, and each line of years.arrow', () => {
    expect([...new Set(summary.financial_year)]).toEqual(['2017/18', '2018/19', 'all'])
    expect(summary.line).toEqual([LINES, LINES, LINES].flat())
    expect(new Set(summary.package)).toEqual(new Set(['all']))
    expect(summary.unit[rowOf(summary, 'total', 'all')]).toBe('£')
  })

  test('takes the package less the baseline in each run', () => {
    // 0 to 4 fewer children in the five runs, each 30 days at £707 a week.
    expect(described('children_end', '2018/19')).toMatchObject({ mean: -2, q05: -3.8, q10: -3.6, q50: -2 })
    expect(described('care_days', '2018/19').mean).toBe(-60)
    expect(described('total', '2018/19').mean).toBe((-60 * 707) / 7)
    expect(described('total', '2017/18')).toMatchObject({ mean: 0, sd: 0, mc_error: 0 })
  })

  test('adds up flows over all years, and takes the children at the end from the last', () => {
    expect(described('children_end', 'all')).toEqual(described('children_end', '2018/19'))
    expect(described('total', 'all').mean).toBe(described('total', '2018/19').mean)
    expect(described('care_days', 'all').mean).toBe(-60)
  })

  test('gives the share of the runs below 0, and none for an illustration', () => {
    expect(summary.p_below_zero[rowOf(summary, 'children_end', 'all')]).toBe(0.8)
    expect(summary.p_below_zero[rowOf(summary, 'children_end', '2017/18')]).toBe(0)
    const illustration = summarisePaired(baseline, [fewerInFosterCare()], true)
    expect([...illustration.p_below_zero].every(Number.isNaN)).toBe(true)
  })

  test('compares its variance with that of independent runs, where there is any', () => {
    // The package has 14 children in every run, the baseline 14 + r.
    const children = rowOf(summary, 'children_end', '2018/19')
    expect(summary.variance_ratio[children]).toBe(1)
    expect(summary.correlation[children]).toBeNaN()
    expect(summary.variance_ratio[rowOf(summary, 'entries', 'all')]).toBeNaN()
  })

  test('is 0 throughout for a package that changes nothing, and so is the ratio of its variance', () => {
    const none = summarisePaired(baseline, [packageLike(baseline, [interventionLine('review')])])
    for (const column of Object.values(none.statistics))
      expect([...column].every((value) => value === 0)).toBe(true)
    const total = rowOf(none, 'total', 'all')
    expect([none.variance_ratio[total], none.p_below_zero[total]]).toEqual([0, 0])
    expect(none.correlation[total]).toBeCloseTo(1, 12)
  })

  test('counts a line that only the package has, or only the baseline, from 0', () => {
    const placements = ['foster', 'kinship']
    const other = emptyTable(5, { ...baseline.axes, placements })
    for (let run = 0; run < 5; run++) setCount(other, run, 'care_days', 2, 1, 14)
    const renamed = summarisePaired(baseline, [{ key: 'other', label: '', table: other }])
    const meanOf = (line: string) => renamed.statistics.mean[rowOf(renamed, line, '2018/19')]
    expect(meanOf('kinship')).toBe((14 * 3535.07) / 7)
    expect(meanOf('residential')).toBeCloseTo((-7 * 3535.07) / 7, 9)
  })

  test('keeps packages apart, in their order', () => {
    const two = summarisePaired(baseline, [packageLike(baseline, [], [], 'none'), fewerInFosterCare()])
    expect([two.package[0], two.package.at(-1)]).toEqual(['none', 'all'])
    expect(two.line).toEqual([...summary.line, ...summary.line])
    expect(two.statistics.mean.slice(summary.line.length)).toEqual(summary.statistics.mean)
  })
})

test('a paired difference is the line of the package less that of the baseline, run by run, in any table', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const doubled = { ...table, rows: table.rows.slice() }
      const last = table.axes.months.length - 1
      for (let run = 0; run < table.runs; run++) setCount(doubled, run, 'children', last, 0, 7)
      const differences = pairedDifferences(table, doubled, { line: 'children_end', financial_year: 'all' })
      const at = table.layout.offset.children + last * table.layout.placements
      differences.forEach((difference, run) => {
        expect(difference).toBe(7 - table.rows[run * table.layout.length + at])
      })
    }),
    { numRuns: 30 },
  )
})
