import { describe, expect, it } from 'vitest'
import type { Budget, Scenario } from '../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../src/model/axes.ts'
import { budgetAmounts } from '../../src/money/budget-amount.ts'
import { onlyAge, simpleScenario } from '../simple-scenario.ts'

/** Three months of 2020/21, then the whole of 2021/22; 30 children at £700 and 10 at £1,500 in prices of 2020/21. */
const scenario = simpleScenario({
  start: '2020-12-31',
  end: '2022-03-31',
  priceBase: '2020/21',
  upliftPerYear: 0.1,
  placements: {
    foster: { label: 'Foster care', weeklyPrice: 700 },
    residential: { label: 'Homes', weeklyPrice: 1500 },
  },
  openingStock: {
    children: 40,
    placements: { foster: 30, residential: 10 },
    ages: onlyAge('under 1'),
    monthsInCare: { 0: 1 },
  },
})

function amountsOf(budget: Omit<Budget, 'label'>, of: Scenario = scenario) {
  const budgets = { one: { label: 'One', ...budget } }
  return budgetAmounts({ ...of, budgets }, axesOf(of))[0]
}

const pounds = (budget: Omit<Budget, 'label'>) =>
  amountsOf(budget).years.map(({ financial_year, amount }) => [
    financial_year,
    Math.round(amount * 100) / 100,
  ])

describe('budgetAmounts', () => {
  it('leaves out years that are not simulated, and budgets that have no others', () => {
    const budgets = {
      earlier: { label: 'Earlier', perFinancialYear: { '2018/19': 5 } },
      money: { label: 'Money', perFinancialYear: { '2019/20': 5, '2021/22': 7 } },
    }
    const [budget, ...others] = budgetAmounts({ ...scenario, budgets }, axesOf(scenario))
    expect(budget).toMatchObject({ budget: 'money', years: [{ financial_year: '2021/22', amount: 7 }] })
    expect(others).toEqual([])
  })

  it('takes cash as it is, and gives a part year the share of its days', () => {
    expect(pounds({ perFinancialYear: { '2020/21': 3_650_000, '2021/22': 4_000_000 } })).toEqual([
      ['2020/21', 900_000],
      ['2021/22', 4_000_000],
    ])
  })

  it('leaves out the years that a budget says nothing of', () => {
    expect(pounds({ perFinancialYear: { '2021/22': 5 } })).toEqual([['2021/22', 5]])
    expect(pounds({ placements: 7, weeklyPrice: 1, prices: '2021/22', financialYears: ['2021/22'] })).toEqual(
      [['2021/22', 365]],
    )
  })

  it('uplifts £ from the year whose prices they are in, forwards and back', () => {
    expect(pounds({ perFinancialYear: { '2021/22': 1000 }, prices: '2019/20' })).toEqual([['2021/22', 1210]])
    expect(pounds({ perFinancialYear: { '2021/22': 1210 }, prices: '2023/24' })).toEqual([['2021/22', 1000]])
  })

  it('pays a number of placements by the day at their price, which is uplifted like all prices', () => {
    expect(pounds({ placements: 10, weeklyPrice: 700 })).toEqual([
      ['2020/21', 10 * 700 * (90 / 7)],
      ['2021/22', 10 * 110 * 365],
    ])
  })

  it('takes the mean price of the children of the start date where none is stated: £900 of 30 at £700 and 10 at £1,500', () => {
    const { years } = amountsOf({ placements: 40 })
    expect(years.map(({ basis }) => basis.weekly_price)).toEqual([900, 990])
    expect(years[1].amount).toBeCloseTo((40 * 990 * 365) / 7, 6)
    expect(years[1].basis).toMatchObject({ price: 'mean on the start date', placements: 40, uplift: 1.1 })
  })

  it('takes the mean over the placements that the budget is for alone', () => {
    const { lines, years } = amountsOf({ placements: 10, lines: ['residential'] })
    expect(lines).toEqual(['residential'])
    expect(years[0].basis.weekly_price).toBe(1500)
  })

  it('is for all placements where it names no lines', () => {
    expect(amountsOf({ placements: 1 }).lines).toEqual(['foster', 'residential'])
  })
})
