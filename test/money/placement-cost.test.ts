import { describe, expect, it } from 'vitest'
import { costInMonth, costInYear, monthsOfYear, poundsOf } from '../../src/money/placement-cost.ts'
import { joinSums, sumInRun, sumOfColumns } from '../../src/money/row-sum.ts'
import { emptyTable, setCount, smallTable } from '../summary/small-table.ts'

describe('placement cost', () => {
  it('charges a seventh of the weekly price for a day of care', () => {
    const table = emptyTable(1)
    setCount(table, 0, 'care_days', 0, 0, 7)
    expect(poundsOf(sumInRun(costInMonth(table, 0, 0), table, 0))).toBe(700)
  })

  it('takes the price of the financial year that a month belongs to', () => {
    const table = emptyTable(1)
    for (const month of [0, 1, 2]) setCount(table, 0, 'care_days', month, 1, 7)
    const costs = [0, 1, 2].map((month) => poundsOf(sumInRun(costInMonth(table, month, 1), table, 0)))
    expect(costs).toEqual([3500, 3500, 3535.07])
  })

  it('adds up the simulated months of a financial year', () => {
    const table = smallTable()
    expect(monthsOfYear(table, 0)).toEqual([0, 1])
    expect(monthsOfYear(table, 1)).toEqual([2])
    expect(sumInRun(costInYear(table, 0, 0), table, 2)).toBe(2 * 30 * 12 * 70_000)
    expect(sumInRun(costInYear(table, 1, 1), table, 2)).toBe(7 * 353_507)
  })

  it('stays exact for 200,000 children at £1,000,000 a week for a year', () => {
    const table = emptyTable(1)
    table.rows[table.layout.weeklyPence] = 100_000_000
    setCount(table, 0, 'care_days', 0, 0, 200_000 * 366 - 1)
    const sum = sumInRun(costInYear(table, 0, 0), table, 0)
    expect(BigInt(sum)).toBe(100_000_000n * (200_000n * 366n - 1n))
    expect(sum).toBeLessThan(Number.MAX_SAFE_INTEGER)
  })
})

describe('row sum', () => {
  it('multiplies columns by a price of the row and joins sums into one', () => {
    const table = emptyTable(1)
    table.rows.set([1, 2, 3])
    const joined = joinSums([sumOfColumns([0, 1]), sumOfColumns([2, 0], 1)])
    expect(sumInRun(joined, table, 0)).toBe(1 + 2 + 3 * 2 + 1 * 2)
  })
})
