import { describe, expect, test } from 'vitest'
import type { Intervention } from '../../../src/input/schema/intervention-schema.ts'
import { investmentWarnings, overpaidWarnings } from '../../../src/result/warnings/money-warnings.ts'
import { overpaidYears } from '../../../src/summary/overpaid-years.ts'
import { gatherYearsOnce } from '../../../src/summary/year-values.ts'
import { smallTable } from '../../summary/small-table.ts'

/** Foster care costs 12 children x 30 days a month, £100 a day in 2017/18; residential care a week a month, £3,500 and more. */
function tableWith(lines: { line: string; pounds: number[]; placements?: number[] }[]) {
  const table = smallTable()
  table.axes = {
    ...table.axes,
    ledgerLines: lines.map(({ line, pounds, placements = [0, 1] }) => ({
      line,
      isContribution: line.startsWith('contribution:'),
      pounds,
      share: 0,
      placements,
    })),
  }
  return table
}

const warningsOf = (lines: Parameters<typeof tableWith>[0]) =>
  overpaidWarnings(overpaidYears([{ variant: 'baseline', table: tableWith(lines) }], gatherYearsOnce()))

describe('overpaidWarnings', () => {
  test('names the year and the amounts where contributions are above what is spent on average', () => {
    // Two months of 12 x 30 days at £100 and two weeks at £3,500: £79,000.
    expect(warningsOf([{ line: 'contribution:grant', pounds: [100_000, 10] }])).toEqual([
      {
        code: 'contributions-above-cost',
        text: 'contributions of 2017/18, £100,000 on average, are above the cost, £79,000, so that the total is -£21,000',
      },
    ])
    expect(warningsOf([{ line: 'contribution:grant', pounds: [79_000, 10] }])).toEqual([])
  })

  test('names a contribution that is above the cost of the placements that it is for', () => {
    expect(warningsOf([{ line: 'contribution:homes', pounds: [8_000, 10], placements: [1] }])).toEqual([
      {
        code: 'contributions-above-cost',
        text: "'contribution:homes' of 2017/18, £8,000 on average, are above the cost of the placements that it is for, £7,000",
      },
    ])
  })

  test('says so where the total is below 0 without contributions', () => {
    expect(warningsOf([{ line: 'other:income', pounds: [-80_000, 0] }])).toEqual([
      {
        code: 'total-below-zero',
        text: 'the total of 2017/18 is -£1,000 on average, below 0: lines below 0 are more than all others',
      },
    ])
  })
})

describe('investmentWarnings', () => {
  const it: Intervention = { label: 'It', start: { date: '2024-04-01' }, effects: [] }
  const serving: Intervention['effects'] = [{ preventEntries: { serves: 28, targeting: 0.5, success: 0.2 } }]
  const homes = { homes: { label: 'Homes', weeklyPrice: 5_000, places: 5, fixedShare: 0.8 } }
  const codes = (stated: Partial<Intervention>) =>
    investmentWarnings({ interventions: { it: { ...it, ...stated } }, placements: homes }, ['it'])

  test('warns where only children in whom it worked are paid for, though all who are served are known', () => {
    expect(codes({ investment: { perCase: 2_000 }, effects: serving })).toEqual([
      {
        code: 'per-case-of-served',
        text: "'It' (it) is paid perCase, £2,000 for each child in whom it worked, and nothing for the others of the 28 served a year; what a programme costs for each who is served is perServed",
      },
    ])
    expect(codes({ investment: { perServed: 2_000, perCase: 1 }, effects: serving })).toEqual([])
    expect(codes({ investment: { perCase: 1_000 }, effects: [{ preventEntries: { prevents: 3 } }] })).toEqual(
      [],
    )
  })

  test('warns where places whose fixed share is paid from the day on which they open are paid a second time', () => {
    const effects: Intervention['effects'] = [{ addPlaces: { placement: 'homes', places: 3 } }]
    expect(codes({ investment: { perPlaceYear: 60_000 }, effects }).map(({ code }) => code)).toEqual([
      'places-paid-twice',
    ])
    expect(codes({ investment: { perFinancialYear: { '2024/25': 60_000 } }, effects })).toEqual([])
  })
})
