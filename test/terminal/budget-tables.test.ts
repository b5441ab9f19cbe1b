import { describe, expect, it, test } from 'vitest'
import type { Budget } from '../../src/input/schema/scenario-schema.ts'
import { budgetWarnings } from '../../src/result/warnings/budget-warnings.ts'
import type { BudgetResult } from '../../src/summary/targets/budgets.ts'
import { budgetTables } from '../../src/terminal/budget-tables.ts'
import { simpleScenario } from '../simple-scenario.ts'

const STYLE = { columns: 80, unicode: true, colour: false }

const result = (financial_year: string, more: Partial<BudgetResult> = {}): BudgetResult => ({
  budget: 'money',
  label: 'Placements budget',
  financial_year,
  amount: 22_000_000,
  mean: 22_700_000,
  p_over: 0.634,
  mc_error: 0.011,
  expected_overspend: 1_010_000,
  contingency: { p50: 610_000, p80: 1_950_000, p90: 2_600_000, p95: -50_000 },
  errors: {
    mean: 30_000,
    expected_overspend: 20_000,
    contingency: { p50: 1, p80: 1, p90: 1, p95: 74_000 },
  },
  lines: ['foster'],
  ...(financial_year !== 'all' && { basis: { days: 365, days_of_year: 365 } }),
  ...more,
})

const RESULTS = [
  result('2016/17', { amount: 5_400_000, p_over: 0, basis: { days: 90, days_of_year: 365 } }),
  result('2017/18'),
  result('2018/19', { p_over: 1 }),
  result('all', { p_over: 0.9972 }),
]

const NOTES = [
  'Chance: of the cost being above the budget (largest error 1.1 %).',
  'Mean overspend: over all runs, nothing where the budget is kept.',
  'Contingency: the cost at that quantile less the budget, which is what to add to',
  'it to be enough in 50, 80, 90 or 95 of 100 runs; negative where it is more than',
  'enough (largest error of P95 £0.07m).',
]

const textOf = (results: BudgetResult[], columns = 80) =>
  budgetTables(results, 2000, { ...STYLE, columns }).map((lines) => lines.join('\n'))

describe('budgetTables', () => {
  test('has a row for each year, all years together last, and says no more than the runs can tell', () => {
    const [table, notes] = textOf(RESULTS)
    expect(`\n${table}\n`).toBe(`
Budget: Placements budget, in cash; for foster
            Cost, £m       Overspend       Contingency, £m
Year        Budget  Mean    Chance  Mean   P50  P80  P90   P95
2016/17*       5.4  22.7    <0.2 %   1.0   0.6  2.0  2.6  -0.1
2017/18       22.0  22.7      63 %   1.0   0.6  2.0  2.6  -0.1
2018/19       22.0  22.7   >99.8 %   1.0   0.6  2.0  2.6  -0.1
All years     22.0  22.7     >99 %   1.0   0.6  2.0  2.6  -0.1
* 2016/17 is a part year: its budget is that of 90 of 365 days
`)
    expect(notes).toBe(NOTES.join('\n'))
  })

  test('becomes two tables where one would wrap, in plain letters where the terminal has no others', () => {
    const [lines] = budgetTables(RESULTS, 2000, { columns: 44, unicode: false, colour: false })
    expect(`\n${lines.join('\n')}\n`).toBe(`
Budget: Placements budget, in cash; for
foster
            Cost, GBP m    Overspend
Year        Budget  Mean    Chance  Mean
2016/17*       5.4  22.7    <0.2 %   1.0
2017/18       22.0  22.7      63 %   1.0
2018/19       22.0  22.7   >99.8 %   1.0
All years     22.0  22.7     >99 %   1.0

            Contingency, GBP m
Year        P50  P80  P90   P95
2016/17*    0.6  2.0  2.6  -0.1
2017/18     0.6  2.0  2.6  -0.1
2018/19     0.6  2.0  2.6  -0.1
All years   0.6  2.0  2.6  -0.1
* 2016/17 is a part year: its budget is that
of 90 of 365 days
`)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(44)
  })

  test('leaves out all years where there is one, and starts a table for each budget', () => {
    const other = result('2017/18', { budget: 'other', label: 'Another' })
    const [one, two] = textOf([result('2017/18'), result('all'), other, { ...other, financial_year: 'all' }])
    expect(one).not.toContain('All years')
    expect(two).toMatch(/^Budget: Another/)
  })

  test('has no chance where the scenario is only an illustration', () => {
    const [table, notes] = textOf([result('2017/18', { p_over: null, mc_error: null }), result('all')])
    expect(table).toContain('2017/18     22.0  22.7      n/a ')
    expect(notes).not.toContain('%')
  })

  test.each([
    [{ prices: '2016/17', uplift: 1.02 }, 'in prices of 2016/17, uplifted on each 1 April; for'],
    [
      { placements: 400, weekly_price: 859.637, price: 'mean on the start date' as const, uplift: 1 },
      '400 placements at £859.64 a week in the first year, the mean price of the children of the start date, uplifted on each 1 April; for',
    ],
    [
      { placements: 1.5, weekly_price: 800, price: 'stated' as const, uplift: 1 },
      '1.5 placements at £800.00 a week in the first year, uplifted on each 1 April; for',
    ],
  ])('says what %j rests on', (basis, words) => {
    const [table] = textOf([
      result('2017/18', { basis: { days: 365, days_of_year: 365, ...basis } }),
      result('all'),
    ])
    expect(table.replaceAll('\n', ' ')).toContain(words)
  })

  test('names the first of many lines', () => {
    const [table] = textOf([result('2017/18', { lines: ['a', 'b', 'c', 'd', 'e'] }), result('all')])
    expect(table).toContain('; for a, b, c and 2 more lines\n')
  })

  test('is nothing where there is no budget', () => {
    expect(budgetTables([], 2000, STYLE)).toEqual([])
  })
})

describe('budgetTables with packages', () => {
  const of = (variant: string, chances: (number | null)[]) =>
    RESULTS.map((row, index) => ({ ...row, variant, p_over: chances[index] }))
  const PACKAGES = [
    { key: 'all', label: 'All measures' },
    { key: 'few', label: 'A few measures' },
  ]
  const VARIANTS = [
    ...of('baseline', [0, 0.634, 1, 0.9972]),
    ...of('all', [0, 0.2, 0.4, 0.3]),
    ...of('few', [0, 0.5, 0.8, 0.7]),
  ]
  const tablesOf = (results: BudgetResult[], columns = 80) =>
    budgetTables(results, 2000, { ...STYLE, columns }, PACKAGES).map((lines) => lines.join('\n'))

  test('has the chance of overspending with each package under the table of the baseline, which stays as it is', () => {
    const [baseline, packages, notes] = tablesOf(VARIANTS)
    expect(baseline).toBe(textOf(RESULTS)[0])
    expect(`\n${packages}\n`).toBe(`
Budget: Placements budget, with each package
                 Chance of overspending
Package          2016/17*  2017/18  2018/19  All years
Baseline           <0.2 %     63 %  >99.8 %      >99 %
All measures       <0.2 %     20 %     40 %       30 %
A few measures     <0.2 %     50 %     80 %       70 %
`)
    expect(notes).toBe(NOTES.join('\n'))
  })

  test('becomes several tables in a narrow terminal', () => {
    const lines = tablesOf(VARIANTS, 44).join('\n').split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(44)
    expect(lines.filter((line) => line.startsWith('Package'))).toHaveLength(2)
  })

  test('has no such table where an illustration has no chance', () => {
    const unknown = VARIANTS.map((row) => ({ ...row, p_over: null, mc_error: null }))
    expect(tablesOf(unknown)).toHaveLength(2)
  })
})

describe('budgetWarnings', () => {
  const warningsOf = (budget: Partial<Budget>, results: BudgetResult[], upliftPerYear = 0.025) =>
    budgetWarnings(
      simpleScenario({
        upliftPerYear,
        priceBase: '2015/16',
        budgets: { money: { label: 'Money', ...budget } },
      }),
      results,
    )
  const based = (basis: object) => [result('2017/18', { basis: { days: 365, days_of_year: 365, ...basis } })]

  it('says by how much a budget in prices of another year is uplifted', () => {
    const [warning, ...more] = warningsOf({ prices: '2016/17' }, based({ prices: '2016/17', uplift: 1.025 }))
    expect(warning).toEqual({
      code: 'budget-price-base',
      text: "the budget 'Money' is in prices of 2016/17; it is uplifted by 2.5 % on each 1 April, the scenario's own uplift, to the prices that the cost is in",
    })
    expect(more).toEqual([])
  })

  it('is silent about cash, and about placements whose price is uplifted like all prices', () => {
    expect(warningsOf({}, based({}))).toEqual([])
    expect(
      warningsOf({}, based({ placements: 4, weekly_price: 5, prices: '2015/16', uplift: 1.05 })),
    ).toEqual([])
  })

  it('says where cost without any uplift cannot be compared with cash', () => {
    const [warning] = warningsOf({}, based({}), 0)
    expect(warning.code).toBe('budget-price-base')
    expect(warning.text).toContain('in prices of 2017/18, and the cost in those of 2015/16 in every year')
    expect(warningsOf({ prices: '2015/16' }, based({ prices: '2015/16', uplift: 1 }), 0)).toEqual([])
  })
})
