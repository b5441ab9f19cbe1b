import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../src/input/schema/scenario-schema.ts'
import { axesOf } from '../../../src/model/axes.ts'
import { type RunTable, rowLayout } from '../../../src/run/run-row.ts'
import { evaluateBudgets } from '../../../src/summary/targets/budgets.ts'
import { normalStream } from '../../normal-stream.ts'
import { simpleScenario } from '../../simple-scenario.ts'

/** Two whole years of one placement at £7 a week, so that a care day costs £1. */
const scenario = simpleScenario({
  placements: { foster: { label: 'Foster care', weeklyPrice: 7 } },
})

const withBudget = (perFinancialYear: Record<string, number>, more: Partial<Scenario> = {}) => ({
  ...scenario,
  budgets: { money: { label: 'Money', perFinancialYear } },
  ...more,
})

/** Runs that cost what is listed for each of them: [run][year]. */
function tableOf(costs: number[][]): RunTable {
  const axes = axesOf(scenario)
  const layout = rowLayout(axes)
  const rows = new Int32Array(layout.length * costs.length)
  costs.forEach((ofYears, run) => {
    ofYears.forEach((cost, year) => {
      const at = run * layout.length
      rows[at + layout.weeklyPence + year] = 700
      rows[at + layout.offset.care_days + axes.yearOfMonth.indexOf(year)] = cost
    })
  })
  return { axes, layout, runs: costs.length, rows }
}

const FIVE = tableOf([
  [10, 1],
  [20, 1],
  [30, 1],
  [40, 1],
  [50, 96],
])

describe('evaluateBudgets', () => {
  const [first, second, all] = evaluateBudgets(withBudget({ '2021/22': 30, '2022/23': 100 }), FIVE)

  it('gives the share of the runs above, their mean overspend over all runs, and what would be enough', () => {
    expect(first).toMatchObject({
      budget: 'money',
      label: 'Money',
      financial_year: '2021/22',
      amount: 30,
      mean: 30,
      p_over: 0.4,
      expected_overspend: 6,
    })
    expect(first.mc_error).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 5), 12)
    expect(first.contingency.p50).toBe(0)
    expect(first.contingency.p80).toBeCloseTo(12, 10)
    expect(first.contingency.p95).toBeCloseTo(18, 10)
    // Overspends of 0, 0, 0, 10 and 20 have a variance of 80.
    expect(first.errors.expected_overspend).toBeCloseTo(Math.sqrt(80 / 5), 12)
  })

  it('keeps the sign of a contingency that nobody needs', () => {
    expect([second.p_over, second.expected_overspend, second.contingency.p50]).toEqual([0, 0, -99])
  })

  it('ranks all years together on their own', () => {
    expect(all).toMatchObject({ financial_year: 'all', amount: 130, mean: 50, p_over: 0.2 })
    expect(all.expected_overspend).toBeCloseTo(16 / 5, 12)
    expect(all.contingency.p50).toBe(31 - 130)
    expect(all.basis).toBeUndefined()
  })

  it('adds up only the years that the budget has an amount for', () => {
    const [year, together] = evaluateBudgets(withBudget({ '2022/23': 100 }), FIVE)
    expect([year.financial_year, together.amount, together.mean]).toEqual(['2022/23', 100, 20])
  })

  it('gives no probability where the scenario is only an illustration', () => {
    const [one] = evaluateBudgets(withBudget({ '2021/22': 30 }, { illustrative: 'nothing is known' }), FIVE)
    expect([one.p_over, one.mc_error, one.expected_overspend]).toEqual([null, null, 6])
  })

  it('needs no contingency at P80 where the budget is that quantile', () => {
    const [one] = evaluateBudgets(withBudget({ '2021/22': 42 }), FIVE)
    expect(one.contingency.p80).toBeCloseTo(0, 10)
    expect(one.p_over).toBe(0.2)
  })

  it('gives no row where there is no budget', () => {
    expect(evaluateBudgets(scenario, FIVE)).toEqual([])
  })
})

describe('evaluateBudgets of a normal cost', () => {
  const [mean, sd, budget] = [1_000_000, 100_000, 1_050_000]
  const next = normalStream('budgets')
  const costs = Array.from({ length: 20_000 }, () => [Math.round(mean + sd * next()), 0])
  const [result] = evaluateBudgets(withBudget({ '2021/22': budget }), tableOf(costs))
  const within = (value: number, known: number, error: number) =>
    expect(Math.abs(value - known) / error).toBeLessThan(4)

  it('has its known probability, overspend and contingencies, within four of the errors that it states', () => {
    // P(Z > 0.5) = 0.30854; E[max(0, Z - 0.5)] = 0.19780; quantiles 0, 0.84162, 1.28155 and 1.64485.
    within(result.p_over!, 0.30854, result.mc_error!)
    within(result.expected_overspend, 0.1978 * sd, result.errors.expected_overspend)
    const { contingency, errors } = result
    within(contingency.p50, -50_000, errors.contingency.p50)
    within(contingency.p80, 34_162, errors.contingency.p80)
    within(contingency.p90, 78_155, errors.contingency.p90)
    within(contingency.p95, 114_485, errors.contingency.p95)
  })

  it('states errors as large as theory has them', () => {
    // Of a quantile: sqrt(p (1 - p) / n) over the density; of the overspend its deviation over sqrt(n).
    const density = Math.exp(-(1.28155 ** 2) / 2) / Math.sqrt(2 * Math.PI)
    const p90 = (Math.sqrt(0.09 / 20_000) / density) * sd
    expect(result.errors.contingency.p90 / p90).toBeGreaterThan(0.8)
    expect(result.errors.contingency.p90 / p90).toBeLessThan(1.25)
  })
})
