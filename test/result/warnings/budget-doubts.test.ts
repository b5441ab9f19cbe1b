import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { unlikelyAmountWarnings, unusedYearWarnings } from '../../../src/result/warnings/budget-doubts.ts'
import type { BudgetResult } from '../../../src/summary/targets/budgets.ts'
import { simpleScenario } from '../../simple-scenario.ts'

const scenarioWith = (budgets: Scenario['budgets']) =>
  simpleScenario({ start: '2017-03-31', end: '2019-03-31', budgets })

describe('unusedYearWarnings', () => {
  it('names the years of each budget that are not simulated', () => {
    const scenario = scenarioWith({
      money: { label: 'Money', perFinancialYear: { '2016/17': 1, '2017/18': 2 } },
      places: { label: 'Places', placements: 4, financialYears: ['2019/20', '2020/21'] },
      right: { label: 'Right', perFinancialYear: { '2018/19': 2 } },
    })
    expect(unusedYearWarnings(scenario)).toEqual([
      {
        code: 'budget-years',
        text: "the budget 'Money' is not used for 2016/17: simulated are the financial years 2017/18 to 2018/19",
      },
      {
        code: 'budget-years',
        text: "the budget 'Places' is not used for 2019/20, 2020/21: simulated are the financial years 2017/18 to 2018/19",
      },
    ])
  })

  it('counts years where there are many', () => {
    const years = Array.from({ length: 9 }, (_, index) => [`20${20 + index}/${21 + index}`, 1])
    const [{ text }] = unusedYearWarnings(
      scenarioWith({ money: { label: 'Money', perFinancialYear: Object.fromEntries(years) } }),
    )
    expect(text).toContain('for 2020/21, 2021/22, 2022/23, 2023/24 and 5 further years:')
  })
})

describe('unlikelyAmountWarnings', () => {
  const warningsOf = (years: Record<string, { amount: number; mean: number; variant?: string }>) => {
    const results = Object.entries(years).map(([financial_year, row]) => {
      return { budget: 'money', label: 'Money', financial_year, basis: {}, ...row } as unknown as BudgetResult
    })
    const amounts = Object.entries(years).map(([year, { amount }]) => [year, amount])
    const scenario = scenarioWith({
      money: { label: 'Money', perFinancialYear: Object.fromEntries(amounts) },
    })
    return unlikelyAmountWarnings(scenario, results)
  }

  it('asks whether an amount below a hundredth of the mean cost is in thousands', () => {
    expect(
      warningsOf({ '2017/18': { amount: 9_000, mean: 9e6 }, '2018/19': { amount: 9_500, mean: 9e6 } }),
    ).toEqual([
      {
        code: 'budget-size',
        text: "the budget 'Money' is £9,000 in 2017/18 and as far off in 2018/19, less than a hundredth of the mean cost of its lines: is it in thousands? Budgets are in £",
      },
    ])
  })

  it('asks whether one above a hundred times is in pence', () => {
    const [{ code, text }] = warningsOf({ '2018/19': { amount: 9e8, mean: 8e6 } })
    expect(code).toBe('budget-size')
    expect(text).toBe(
      "the budget 'Money' is £900,000,000 in 2018/19, more than a hundred times the mean cost of its lines: is it in pence, or for other lines? Budgets are in £",
    )
  })

  it.each([
    ['an amount of 0', { amount: 0, mean: 9e6 }],
    ['a hundredth', { amount: 9e4, mean: 9e6 }],
    ['a hundred times', { amount: 9e8, mean: 9e6 }],
    ['lines without a cost', { amount: 5, mean: 0 }],
    ['a package', { amount: 5, mean: 9e6, variant: 'plan' }],
  ])('is silent about %s', (_, row) => {
    expect(warningsOf({ '2018/19': row })).toEqual([])
  })
})
