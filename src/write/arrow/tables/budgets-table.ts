// budgets.arrow: a row for each variant, budget and financial year.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import {
  type BudgetResult,
  CONTINGENCY_SHARES,
  type ContingencyShare,
} from '../../../summary/targets/budgets.ts'
import { type ColumnDefinition, STATISTIC_DEFINITIONS, UNIT, VARIANT } from './column-definitions.ts'
import { encodeTable } from './table.ts'

type ContingencyColumn = `contingency_${ContingencyShare}${'' | '_error'}`

function contingencies(): Record<ContingencyColumn, ColumnDefinition> {
  const columns = Object.entries(CONTINGENCY_SHARES).flatMap(([name, share]) => [
    [
      `contingency_${name}`,
      {
        description: `the cost at its ${100 * share} % quantile less the budget, which is what to add to it to be enough in ${100 * share} of 100 runs; negative where it is more than enough`,
        unit: UNIT,
      },
    ],
    [
      `contingency_${name}_error`,
      {
        description: `Monte Carlo standard error of contingency_${name}; null where there are too few runs to tell`,
        unit: UNIT,
        nullable: true,
      },
    ],
  ])
  return Object.fromEntries(columns)
}

const DEFINITIONS = {
  variant: VARIANT,
  budget: { description: 'key of the budget in the scenario' },
  unit: { description: 'unit of the values in this row but for p_over and mc_error: £' },
  financial_year: {
    description:
      "1 April to 31 March, named like 2017/18; 'all' is every year that the budget has an amount for",
  },
  mc_error: {
    description: 'Monte Carlo standard error of p_over; null where the scenario is only an illustration',
    nullable: true,
  },
  amount: { description: 'the budget of the simulated days of the year, the same in every run', unit: UNIT },
  mean: STATISTIC_DEFINITIONS.mean,
  p_over: {
    description:
      'share of the runs in which the cost is above; null where the scenario is only an illustration',
    nullable: true,
  },
  expected_overspend: {
    description: 'mean over the runs of the cost above the budget, 0 where it is kept',
    unit: UNIT,
  },
  expected_overspend_error: {
    description: 'Monte Carlo standard error of expected_overspend; null for one run',
    unit: UNIT,
    nullable: true,
  },
  ...contingencies(),
} as const

export const BUDGETS = {
  name: 'budgets',
  columns: [
    'variant',
    'budget',
    'financial_year',
    'unit',
    'amount',
    'mean',
    'p_over',
    'mc_error',
    'expected_overspend',
    'contingency_p50',
    'contingency_p80',
    'contingency_p90',
    'contingency_p95',
    'expected_overspend_error',
    'contingency_p50_error',
    'contingency_p80_error',
    'contingency_p90_error',
    'contingency_p95_error',
  ],
  definitions: DEFINITIONS,
} as const

/** Encodes budgets.arrow: a row for each variant, budget and financial year; `baseline` is what results of no variant are of. */
export function encodeBudgets(
  results: BudgetResult[],
  baseline: string,
  identity: ResultIdentity,
): Uint8Array {
  const numbers = (read: (result: BudgetResult) => number | null) =>
    Float64Array.from(results, (result) => read(result) ?? Number.NaN)
  const columns = {
    variant: results.map(({ variant = baseline }) => variant),
    budget: results.map(({ budget }) => budget),
    financial_year: results.map(({ financial_year }) => financial_year),
    unit: results.map(() => '£'),
    amount: numbers(({ amount }) => amount),
    mean: numbers(({ mean }) => mean),
    p_over: numbers(({ p_over }) => p_over),
    mc_error: numbers(({ mc_error }) => mc_error),
    expected_overspend: numbers((result) => result.expected_overspend),
    contingency_p50: numbers(({ contingency }) => contingency.p50),
    contingency_p80: numbers(({ contingency }) => contingency.p80),
    contingency_p90: numbers(({ contingency }) => contingency.p90),
    contingency_p95: numbers(({ contingency }) => contingency.p95),
    expected_overspend_error: numbers(({ errors }) => errors.expected_overspend),
    contingency_p50_error: numbers(({ errors }) => errors.contingency.p50),
    contingency_p80_error: numbers(({ errors }) => errors.contingency.p80),
    contingency_p90_error: numbers(({ errors }) => errors.contingency.p90),
    contingency_p95_error: numbers(({ errors }) => errors.contingency.p95),
  }
  return encodeTable(BUDGETS, columns, DEFINITIONS, identity)
}
