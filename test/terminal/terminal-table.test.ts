import { describe, expect, test } from 'vitest'
import type { YearRow } from '../../src/result/rows/year-rows.ts'
import type { TerminalStyle } from '../../src/terminal/terminal-style.ts'
import { yearsTable } from '../../src/terminal/terminal-table.ts'
import { statisticsOf } from '../result/statistics-of.ts'

const ROWS: YearRow[] = [
  {
    financial_year: '2016/17',
    part: 'from 1 Jan 2017',
    children_end: statisticsOf(483, 495, 507, 0.21),
    total: statisticsOf(5_180_000, 5_360_000, 5_550_000, 3_000),
  },
  {
    financial_year: '2017/18',
    children_end: statisticsOf(989, 1013.5, 1035, 1.4),
    total: statisticsOf(21_490_000, 22_650_000, 23_800_000, 20_000),
  },
  { financial_year: 'all', total: statisticsOf(26_700_000, 28_000_000, 129_400_000, 22_000) },
]

const style = (columns: number, more: Partial<TerminalStyle> = {}): TerminalStyle => {
  return { columns, unicode: true, colour: false, ...more }
}

describe('yearsTable', () => {
  test('names part years in their row where there is room', () => {
    expect(`\n${yearsTable(ROWS, style(80)).join('\n')}\n`).toBe(`
                                  Children at year end       Cost, £m
Financial year                    P10    P50    P90  Error    P10   P50    P90
2016/17 (part: from 1 Jan 2017)   483    495    507    0.2    5.2   5.4    5.6
2017/18                           989  1,014  1,035      1   21.5  22.7   23.8
All years                                                    26.7  28.0  129.4
`)
  })

  test('names part years below where the terminal is narrow', () => {
    expect(`\n${yearsTable(ROWS, style(60, { unicode: false })).join('\n')}\n`).toBe(`
            Children at year end       Cost, GBP m
Year        P10    P50    P90  Error    P10   P50    P90
2016/17*    483    495    507    0.2    5.2   5.4    5.6
2017/18     989  1,014  1,035      1   21.5  22.7   23.8
All years                              26.7  28.0  129.4
* 2016/17 is a part year: from 1 Jan 2017
`)
  })

  test('becomes two tables where one would wrap', () => {
    expect(`\n${yearsTable(ROWS, style(54)).join('\n')}\n`).toBe(`
           Children at year end
Year       P10    P50    P90  Error
2016/17*   483    495    507    0.2
2017/18    989  1,014  1,035      1

            Cost, £m
Year         P10   P50    P90
2016/17*     5.2   5.4    5.6
2017/18     21.5  22.7   23.8
All years   26.7  28.0  129.4
* 2016/17 is a part year: from 1 Jan 2017
`)
  })

  test('shows no more digits of the cost than the largest error supports', () => {
    const costs = (largest: number, error: number) => {
      const rows = [{ financial_year: 'all', total: statisticsOf(1_234_567, 2_345_678, largest, error) }]
      return yearsTable(rows, style(80)).at(-1)!.split(/ {2,}/).slice(1)
    }
    expect(costs(9_456_789, 3_000)).toEqual(['1.23', '2.35', '9.46'])
    expect(costs(9_456_789, 90_000)).toEqual(['1.23', '2.35', '9.46'])
    expect(costs(9_456_789, 200_000)).toEqual(['1.2', '2.3', '9.5'])
    expect(costs(10_456_789, 3_000)).toEqual(['1.2', '2.3', '10.5'])
    expect(costs(10_456_789, 1_100_000)).toEqual(['1', '2', '10'])
    expect(costs(10_456_789, Number.NaN)).toEqual(['1', '2', '10'])
  })

  test('rounds to tens and hundreds where the error is that large', () => {
    const rows = [
      {
        financial_year: '2017/18',
        children_end: statisticsOf(1_234, 1_345, 1_456, 12),
        total: statisticsOf(123e6, 234e6, 345e6, 11e6),
      },
    ]
    const cells = yearsTable(rows, style(80)).at(-1)!.split(/ {2,}/).slice(1)
    expect(cells).toEqual(['1,230', '1,350', '1,460', '12', '120', '230', '350'])
  })

  test('is the same but for bold headings where there is colour', () => {
    const plain = yearsTable(ROWS, style(80))
    const coloured = yearsTable(ROWS, style(80, { colour: true }))
    expect(coloured[1]).toBe(`\x1b[1m${plain[1]}\x1b[22m`)
    expect(coloured.slice(2)).toEqual(plain.slice(2))
  })
})
