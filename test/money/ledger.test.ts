// The totals of a ledger, by sums that can be done on paper: £700.00 a week for foster care, a year later £707.00.
import { describe, expect, test } from 'vitest'
import { moneyLines, totalsOf } from '../../src/money/ledger.ts'
import { poundsOf } from '../../src/money/placement-cost.ts'
import { sumInRun } from '../../src/money/row-sum.ts'
import type { RunTable } from '../../src/run/run-row.ts'
import { emptyTable, setCount } from '../summary/small-table.ts'

/** The totals of a year in £, by line. */
function totals(table: RunTable, year: number): Record<string, number> {
  return Object.fromEntries(
    totalsOf(table, year, moneyLines(table, year)).map(({ line, sum }) => [
      line,
      poundsOf(sumInRun(sum, table, 0)),
    ]),
  )
}

/** Ten weeks of foster care in March and as many in April, the next financial year; its prices are 1 % above those of the base. */
function tenWeeksEachYear(): RunTable {
  const table = emptyTable(1)
  setCount(table, 0, 'care_days', 1, 0, 70)
  setCount(table, 0, 'care_days', 2, 0, 70)
  return table
}

describe('the total in base prices', () => {
  test('is the total in the year of the price base', () => {
    expect(totals(tenWeeksEachYear(), 0)).toEqual({ total: 7_000, total_in_base_prices: 7_000 })
  })

  test('takes the uplift off a later year: care that costs £7,070 then cost £7,000', () => {
    expect(totals(tenWeeksEachYear(), 1)).toEqual({ total: 7_070, total_in_base_prices: 7_000 })
  })

  test('puts the uplift on a year before the price base', () => {
    const table = tenWeeksEachYear()
    const earlier = { ...table, axes: { ...table.axes, deflators: [0.8, 1] } }
    expect(totals(earlier, 0)).toEqual({ total: 7_000, total_in_base_prices: 8_750 })
  })
})
