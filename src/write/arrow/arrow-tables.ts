// monthly.arrow, years.arrow, runs.arrow, paired.arrow, draws.arrow, budgets.arrow and claims.arrow: which columns they have
// and what each means. Summaries -> arrow-file.ts.

import type { ResultIdentity } from '../../result/result-identity.ts'
import type { Draws } from '../../run/draws.ts'
import { MEASURES, PLACES } from '../../summary/months.ts'
import { codeRepeated } from '../../summary/numbers/coded-texts.ts'
import {
  type MonthlySummary,
  type RunValues,
  STATISTICS,
  type YearsSummary,
} from '../../summary/numbers/statistics.ts'
import type { PairedSummary } from '../../summary/packages/paired.ts'
import { repeatEach } from '../../summary/run-values.ts'
import {
  type BudgetResult,
  CONTINGENCY_SHARES,
  type ContingencyShare,
} from '../../summary/targets/budgets.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import { INTERVENTION_LINE_DEFINITIONS, LINE_DEFINITIONS } from '../../summary/year-lines.ts'
import { type ColumnValues, encodeArrowFile, rowsOf } from './arrow-file.ts'

/** The columns of each table, in order: names that others build on. */
export const TABLE_COLUMNS = {
  monthly: ['variant', 'month', 'measure', 'placement', 'unit', ...STATISTICS],
  years: ['variant', 'financial_year', 'line', 'unit', ...STATISTICS],
  runs: ['variant', 'run', 'financial_year', 'line', 'unit', 'value'],
  paired: [
    'package',
    'financial_year',
    'line',
    'unit',
    ...STATISTICS,
    'p_below_zero',
    'variance_ratio',
    'correlation',
  ],
  draws: ['run', 'assumption', 'value'],
  budgets: [
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
  claims: [
    'variant',
    'claim',
    'source',
    'value',
    'probability',
    'mc_error',
    'quantile',
    'unit',
    'kind',
    'relation',
    'q10',
    'q50',
    'q80',
    'q90',
  ],
} as const

export type TableName = keyof typeof TABLE_COLUMNS

type ColumnName<Table extends TableName = TableName> = (typeof TABLE_COLUMNS)[Table][number]

interface ColumnDefinition {
  description: string
  unit?: string
  nullable?: true
}

const UNIT = 'as in the column unit'
const MEASURE_DEFINITIONS = Object.entries(MEASURES)
  .map(([name, { unit, definition }]) => `${name} (${unit}): ${definition}`)
  .join('; ')

const quantile = (share: string): ColumnDefinition => ({
  description: `${share} quantile over the runs, interpolated as by PERCENTILE.INC; quantiles do not add up`,
  unit: UNIT,
})

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

const DEFINITIONS: Record<ColumnName, ColumnDefinition> = {
  variant: { description: 'baseline, or the name of the package of interventions' },
  package: { description: 'key of the package of interventions' },
  p_below_zero: {
    description:
      'share of the runs in which the package has less than the baseline; null where the scenario is only an illustration',
    nullable: true,
  },
  variance_ratio: {
    description:
      'variance of the difference, divided by the sum of the variances of package and baseline: 1 for independent runs; null where neither varies',
    nullable: true,
  },
  correlation: {
    description: 'of package and baseline over the runs (Pearson); null where one of them does not vary',
    nullable: true,
  },
  month: { description: 'calendar month, YYYY-MM' },
  measure: { description: MEASURE_DEFINITIONS },
  placement: { description: 'key of the placement; null is all placements together', nullable: true },
  unit: { description: 'unit of the values in this row: £, children, days or moves' },
  financial_year: { description: '1 April to 31 March, the simulated months of it, named like 2017/18' },
  line: { description: LINE_DEFINITIONS },
  budget: { description: 'key of the budget in the scenario' },
  amount: { description: 'the budget of the simulated days of the year, the same in every run', unit: UNIT },
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
  claim: { description: 'key of the claim in the scenario' },
  source: { description: 'where the claim comes from; null where the scenario does not say', nullable: true },
  probability: {
    description:
      'share of the runs in which the claim is true; null where the scenario is only an illustration',
    nullable: true,
  },
  quantile: {
    description:
      'share of the runs at or below the claimed value; null where the scenario is only an illustration',
    nullable: true,
  },
  kind: { description: 'what kind of claim it is, as in the scenario' },
  relation: { description: 'above, below, at_least or by: how the runs are to stand to the value' },
  run: { description: 'number of the run, from 0' },
  assumption: {
    description: 'path of a number in the scenario, or of a multiplier of the fit, which is 1 on average',
  },
  value: { description: 'value in this run', unit: UNIT },
  mean: { description: 'mean over the runs', unit: UNIT },
  sd: {
    description: 'sample standard deviation over the runs; null for one run',
    unit: UNIT,
    nullable: true,
  },
  q05: quantile('5 %'),
  q10: quantile('10 %'),
  q25: quantile('25 %'),
  q50: quantile('50 %'),
  q75: quantile('75 %'),
  q80: quantile('80 %'),
  q90: quantile('90 %'),
  q95: quantile('95 %'),
  mc_error: {
    description: 'Monte Carlo standard error of the mean, sd / sqrt(runs); null for one run',
    unit: UNIT,
    nullable: true,
  },
}

/** Definitions of budgets.arrow that other tables do not have, or have with another meaning. */
const BUDGET_DEFINITIONS = {
  ...DEFINITIONS,
  unit: { description: 'unit of the values in this row but for p_over and mc_error: £' },
  financial_year: {
    description:
      "1 April to 31 March, named like 2017/18; 'all' is every year that the budget has an amount for",
  },
  mc_error: {
    description: 'Monte Carlo standard error of p_over; null where the scenario is only an illustration',
    nullable: true,
  },
} satisfies typeof DEFINITIONS

const claimedQuantile = (definition: ColumnDefinition): ColumnDefinition => ({
  ...definition,
  description: `${definition.description}; of years not interpolated, and null where it is beyond the horizon`,
  nullable: true,
})

/** Definitions of claims.arrow, whose values are those that are claimed. */
const CLAIM_DEFINITIONS: Record<ColumnName, ColumnDefinition> = {
  ...DEFINITIONS,
  value: {
    description: 'the claimed value; of a payback the calendar year in which the financial year begins',
    unit: UNIT,
  },
  unit: { description: 'unit of value and quantiles: share, year, £, children, days or moves' },
  mc_error: {
    description: 'Monte Carlo standard error of the probability; null with it',
    nullable: true,
  },
  q10: claimedQuantile(DEFINITIONS.q10),
  q50: claimedQuantile(DEFINITIONS.q50),
  q80: claimedQuantile(DEFINITIONS.q80),
  q90: claimedQuantile(DEFINITIONS.q90),
}

/** Definitions of paired.arrow, whose statistics are those of differences. */
const PAIRED_DEFINITIONS: Record<ColumnName, ColumnDefinition> = {
  ...DEFINITIONS,
  financial_year: {
    description:
      "1 April to 31 March, named like 2017/18; 'all' is all simulated years, whose children_end and children_end:<placement> are those of the last",
  },
  line: { description: `${LINE_DEFINITIONS}; a line that the baseline lacks counts as 0 there` },
  mean: {
    description: 'mean over the runs of the package less the baseline in the same run',
    unit: UNIT,
  },
  sd: {
    description: 'sample standard deviation of the difference over the runs; null for one run',
    unit: UNIT,
    nullable: true,
  },
}

/** Definitions of a monthly table that has the places of foster carers. */
const DEFINITIONS_WITH_PLACES: Record<ColumnName, ColumnDefinition> = {
  ...DEFINITIONS,
  measure: {
    description: `${MEASURE_DEFINITIONS}; ${PLACES.measure} (${PLACES.unit}): ${PLACES.definition}`,
  },
  unit: { description: 'unit of the values in this row: £, children, days, moves or places' },
}

/** Definitions of yearly tables that have packages. */
const DEFINITIONS_WITH_INTERVENTIONS: Record<ColumnName, ColumnDefinition> = {
  ...DEFINITIONS,
  line: { description: `${LINE_DEFINITIONS}; ${INTERVENTION_LINE_DEFINITIONS}` },
}

const DRAWN_VALUE: ColumnDefinition = {
  description:
    'value in this run, in the unit of the number; a share of a table before the table is scaled to add up to 1 again',
}

/** What the columns of each table mean, where there are packages and foster carers give places. */
export const TABLE_DEFINITIONS: Record<TableName, Record<ColumnName, ColumnDefinition>> = {
  monthly: DEFINITIONS_WITH_PLACES,
  years: DEFINITIONS_WITH_INTERVENTIONS,
  runs: DEFINITIONS_WITH_INTERVENTIONS,
  paired: PAIRED_DEFINITIONS,
  draws: { ...DEFINITIONS, value: DRAWN_VALUE },
  budgets: BUDGET_DEFINITIONS,
  claims: CLAIM_DEFINITIONS,
}

function definitionsOf(lines: readonly string[]): Record<ColumnName, ColumnDefinition> {
  const hasInterventions = lines.some((line) => line.startsWith('intervention:'))
  return hasInterventions ? DEFINITIONS_WITH_INTERVENTIONS : DEFINITIONS
}

/** Encodes monthly.arrow. */
export function encodeMonthly(
  { statistics, ...columns }: MonthlySummary,
  identity: ResultIdentity,
): Uint8Array {
  const definitions = columns.measure.includes(PLACES.measure) ? DEFINITIONS_WITH_PLACES : DEFINITIONS
  return encodeTable('monthly', { ...columns, ...statistics }, identity, definitions)
}

/** Encodes years.arrow. */
export function encodeYears({ statistics, ...columns }: YearsSummary, identity: ResultIdentity): Uint8Array {
  return encodeTable('years', { ...columns, ...statistics }, identity, definitionsOf(columns.line))
}

/** Encodes runs.arrow. */
export function encodeRuns(values: RunValues, identity: ResultIdentity): Uint8Array {
  return encodeTable('runs', { ...values }, identity, definitionsOf(values.line.texts))
}

/** Encodes paired.arrow: a row for each package, financial year (or 'all') and line, with statistics of the difference. */
export function encodePaired(
  { statistics, ...columns }: PairedSummary,
  identity: ResultIdentity,
): Uint8Array {
  return encodeTable('paired', { ...columns, ...statistics }, identity, PAIRED_DEFINITIONS)
}

/** Encodes draws.arrow: a row for each run and assumption, the value used. */
export function encodeDraws({ paths, values, runs }: Draws, identity: ResultIdentity): Uint8Array {
  const value = new Float64Array(paths.length * runs)
  for (let run = 0; run < runs; run++)
    for (let path = 0; path < paths.length; path++)
      value[run * paths.length + path] = values[path * runs + run]
  const columns = {
    run: repeatEach(paths.length, new Int32Array(paths.length * runs)),
    assumption: codeRepeated(paths, runs),
    value,
  }
  return encodeTable('draws', columns, identity, TABLE_DEFINITIONS.draws)
}

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
  return encodeTable('budgets', columns, identity, BUDGET_DEFINITIONS)
}

/** Encodes claims.arrow: a row for each variant and claim; `baseline` is what claims of no variant are of. */
export function encodeClaims(claims: TestedClaim[], baseline: string, identity: ResultIdentity): Uint8Array {
  const numbers = (read: (claim: TestedClaim) => number | null) =>
    Float64Array.from(claims, (claim) => read(claim) ?? Number.NaN)
  const columns = {
    variant: claims.map(({ variant = baseline }) => variant),
    claim: claims.map(({ claim }) => claim),
    source: claims.map(({ source = null }) => source),
    value: numbers(({ value }) => value),
    probability: numbers(({ probability }) => probability),
    mc_error: numbers(({ mc_error }) => mc_error),
    quantile: numbers(({ quantile }) => quantile),
    unit: claims.map(({ unit }) => unit),
    kind: claims.map(({ kind }) => kind),
    relation: claims.map(({ relation }) => relation),
    q10: numbers(({ q10 }) => q10),
    q50: numbers(({ q50 }) => q50),
    q80: numbers(({ q80 }) => q80),
    q90: numbers(({ q90 }) => q90),
  }
  return encodeTable('claims', columns, identity, CLAIM_DEFINITIONS)
}

function encodeTable<Name extends TableName>(
  table: Name,
  values: Record<ColumnName<Name>, ColumnValues>,
  identity: ResultIdentity,
  definitions = DEFINITIONS,
): Uint8Array {
  const columns = TABLE_COLUMNS[table].map((name: ColumnName<Name>) => {
    return { name, nullable: false, ...definitions[name], values: values[name] }
  })
  return encodeArrowFile(columns, tableMetadata(table, rowsOf(columns[0].values), identity))
}

/** The table's name and number of rows let readArrowTable tell a whole file from another or a part of one. */
function tableMetadata(table: TableName, rows: number, identity: ResultIdentity): Map<string, string> {
  return new Map([
    ['carecast_version', identity.version],
    ['scenario', identity.scenario],
    ['scenario_sha256', identity.scenarioSha256],
    ...(identity.sets.length === 0 ? [] : [['set', identity.sets.join('\n')] as const]),
    ...(identity.budgetSha256 === undefined ? [] : [['budget_file_sha256', identity.budgetSha256] as const]),
    ['seed', identity.seed],
    ...(identity.stream === undefined ? [] : [['stream', identity.stream] as const]),
    ['intervals', identity.intervals],
    ['runs', String(identity.runs)],
    ...(identity.illustrative === undefined ? [] : [['illustrative', identity.illustrative] as const]),
    ['table', table],
    ['rows', String(rows)],
  ])
}
