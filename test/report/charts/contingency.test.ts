import { describe, expect, test } from 'vitest'
import { contingency } from '../../../src/report/charts/contingency.ts'
import type { BudgetResult } from '../../../src/summary/targets/budgets.ts'
import { contingencyInWords } from '../../../src/words/chance-in-words.ts'
import { BUDGET } from '../../result/small-papers.ts'
import { countIn, drawings } from './drawn.ts'
import { madeUpSource } from './made-up-source.ts'

const budget = (more: Partial<BudgetResult>): BudgetResult => ({
  ...BUDGET,
  label: 'Placements',
  amount: 2_000_000,
  p_over: 0.574,
  contingency: { p50: 100_000, p80: 400_000, p90: 600_000, p95: 900_000 },
  ...more,
})

const chartsOf = (budgets: BudgetResult[], variant = 'baseline') =>
  contingency(madeUpSource({ budgets }), variant)

describe('a chart of contingency', () => {
  test('says how often the budget is overspent and what would be enough', () => {
    const [chart] = chartsOf([budget({})])
    expect(chart.title).toBe('‘Placements’ is overspent in 57 of 100 runs')
    expect(chart.finding).toBe(
      '‘Placements’ has £2.00m in 2017/18; the chance of spending more is 57 %. To be enough in 80 of 100 runs it needs £0.40m more, in 95 of 100 it needs £0.90m more.',
    )
    expect(chart.table.rows).toEqual([
      ['2017/18', '£2.00m', '£0.13m', '57 %', '£0.01m', '£0.10m', '£0.40m', '£0.60m', '£0.90m'],
    ])
  })

  test('draws and labels the points that are known: the budget as it is, and with each contingency', () => {
    for (const svg of drawings(chartsOf([budget({})])[0])) {
      expect(countIn(svg, /<circle /g)).toBe(5)
      for (const words of [
        'As it is: 57 %',
        '50 % at £0.10m',
        '20 % at £0.40m',
        '10 % at £0.60m',
        '5 % at £0.90m',
      ])
        expect(svg).toContain(`>${words}<`)
    }
  })

  test.each<[number, string]>([
    [0, '‘Placements’ is overspent in none of the runs'],
    [0.002, '‘Placements’ is overspent in under 1 of 100 runs'],
    [0.998, '‘Placements’ is overspent in over 99 of 100 runs'],
    [1, '‘Placements’ is overspent in every run'],
  ])('never says more than the runs: a share of %s', (p_over, title) => {
    expect(chartsOf([budget({ p_over })])[0].title).toBe(title)
  })

  test('tells by how much a budget is more than enough', () => {
    const less = { p50: -900_000, p80: -500_000, p90: -300_000, p95: -100_000 }
    const [chart] = chartsOf([budget({ p_over: 0, contingency: less })])
    expect(chart.finding).toContain('it would do with £0.50m less, in 95 of 100 it would do with £0.10m less')
    expect(chart.note).toContain(contingencyInWords())
    expect(chart.table.columns.slice(5)).toEqual(
      ['P50', 'P80', 'P90', 'P95'].map((name) => `Contingency at ${name}`),
    )
    expect(chart.table.rows[0].slice(5)).toEqual(['-£0.90m', '-£0.50m', '-£0.30m', '-£0.10m'])
  })

  test('draws the total of several years, and has all of them in its table', () => {
    const years = ['2016/17', '2017/18', 'all'].map((financial_year, index) =>
      budget({ financial_year, p_over: 0.1 * (index + 1) }),
    )
    const [chart, ...others] = chartsOf(years)
    expect(others).toEqual([])
    expect(chart.title).toBe('‘Placements’ is overspent in 30 of 100 runs')
    expect(chart.table.rows.map(([year, , , chance]) => [year, chance])).toEqual([
      ['2016/17', '10 %'],
      ['2017/18', '20 %'],
      ['All years', '30 %'],
    ])
  })

  test('leaves a long name to the sentence under the title', () => {
    const [chart] = chartsOf([budget({ label: 'Placements of children with agencies' })])
    expect(chart.title).toBe('The budget is overspent in 57 of 100 runs')
  })

  test('is of the variant shown, one for each budget, and none of an illustration', () => {
    const rows = [
      budget({ variant: 'baseline' }),
      budget({ variant: 'baseline', budget: 'homes' }),
      budget({ variant: 'plan', p_over: 0.2 }),
    ]
    expect(chartsOf(rows).map(({ name }) => name)).toEqual(['contingency-placements', 'contingency-homes'])
    expect(chartsOf(rows, 'plan').map(({ title }) => title)).toEqual([
      '‘Placements’ is overspent in 20 of 100 runs',
    ])
    expect(chartsOf([budget({ p_over: null, mc_error: null })])).toEqual([])
  })
})
