import { describe, expect, test } from 'vitest'
import { roundToError } from '../../../src/domain/quantity.ts'
import { packageTable } from '../../../src/result/rows/package-rows.ts'
import { smallPackages } from '../small-packages.ts'

const { packages, attribution, paired } = smallPackages()
const table = packageTable(packages, attribution)!
const valuesOf = (name: string, line: string, statistic: string) =>
  table.rows.find((row) => row.package === name && row.line === line && row.statistic === statistic)?.values

describe('the table of packages', () => {
  test('is absent without packages', () => {
    expect(packageTable(undefined, [])).toBeUndefined()
    expect(packageTable([], [])).toBeUndefined()
  })

  test('has financial years across, all years last, which have no children of their own', () => {
    expect(table.years).toEqual(['2017/18', '2018/19', 'all'])
    // Run r has r fewer children and 30 r fewer days at £101 in 2018/19, and nothing changes before; the errors are
    // sqrt(2.5 / 5) children and £2,142.
    expect(valuesOf('all', 'children_end', 'Mean')).toEqual([0, -2, null])
    expect(valuesOf('all', 'children_end', 'Error')).toEqual([0, 0.7, null])
    expect(valuesOf('all', 'children_end', 'P(below 0)')).toEqual([0, 0.8, null])
    expect(valuesOf('all', 'total', 'Mean')).toEqual([0, -6_000, -6_000])
    expect(valuesOf('all', 'total', 'Error')).toEqual([0, 2_000, 2_000])
    expect(valuesOf('all', 'total', 'P10')).toEqual([0, -11_000, -11_000])
    expect(valuesOf('all', 'total', 'P(below 0)')).toEqual([0, 0.8, 0.8])
    expect(valuesOf('none', 'total', 'P90')).toEqual([0, 0, 0])
  })

  test('has the numbers of the paired summary to the place of their errors', () => {
    const names = { Mean: 'mean', P10: 'q10', P50: 'q50', P80: 'q80', P90: 'q90' } as const
    let compared = 0
    for (const { package: key, line, statistic, values, unit } of table.rows) {
      if (!(statistic in names) || line.startsWith('saving:')) continue
      values.forEach((value, index) => {
        const row = paired.line.findIndex(
          (name, at) =>
            name === line && paired.package[at] === key && paired.financial_year[at] === table.years[index],
        )
        if (value === null) return
        const full = paired.statistics[names[statistic as keyof typeof names]][row]
        const finest = statistic === 'Mean' && unit === 'children' ? 0.1 : 1
        expect(value).toBe(roundToError(full, paired.statistics.mc_error[row], finest))
        compared++
      })
    }
    expect(compared).toBe(2 * 5 * (2 + 3))
  })

  test('splits the saving by how it counts, with the attribution where interventions differ', () => {
    const lines = (name: string) => [
      ...new Set(table.rows.filter((row) => row.package === name).map(({ line }) => line)),
    ]
    expect(lines('all')).toEqual(['children_end', 'total', 'saving:cashable', 'saving:avoided'])
    expect(valuesOf('all', 'saving:cashable', 'Mean')).toEqual([null, null, 6_000])
    expect(valuesOf('all', 'saving:avoided', 'Mean')).toEqual([null, null, 0])
    expect(lines('none')).toEqual(['children_end', 'total', 'saving:avoided'])
    const alone = packageTable(packages, undefined)!
    expect(alone.rows.filter(({ line }) => line === 'saving:cashable')).toEqual([])
  })

  test('has no probabilities of an illustration', () => {
    const { rows } = packageTable(smallPackages(true).packages, [])!
    const shares = rows.filter(({ unit }) => unit === 'share')
    expect(shares).toHaveLength(8)
    expect(shares.every(({ values }) => values.every((value) => value === null))).toBe(true)
  })
})
