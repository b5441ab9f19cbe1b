// monthly.arrow, years.arrow, runs.arrow and draws.arrow: which columns they have and what each means. Summaries -> arrow-file.ts.
import type { Draws } from '../run/draws.ts'
import { MEASURES, PLACES } from '../summary/months.ts'
import { type MonthlySummary, type RunValues, STATISTICS, type YearsSummary } from '../summary/statistics.ts'
import { LINE_DEFINITIONS } from '../summary/year-lines.ts'
import { type ColumnValues, encodeArrowFile } from './arrow-file.ts'
import type { ResultIdentity } from './result-identity.ts'

/** The columns of each table, in order: names that others build on. */
export const TABLE_COLUMNS = {
  monthly: ['variant', 'month', 'measure', 'placement', 'unit', ...STATISTICS],
  years: ['variant', 'financial_year', 'line', 'unit', ...STATISTICS],
  runs: ['variant', 'run', 'financial_year', 'line', 'unit', 'value'],
  draws: ['run', 'assumption', 'value'],
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

const DEFINITIONS: Record<ColumnName, ColumnDefinition> = {
  variant: { description: 'baseline, or the name of the package of interventions' },
  month: { description: 'calendar month, YYYY-MM' },
  measure: { description: MEASURE_DEFINITIONS },
  placement: { description: 'key of the placement; null is all placements together', nullable: true },
  unit: { description: 'unit of the values in this row: £, children, days or moves' },
  financial_year: { description: '1 April to 31 March, the simulated months of it, named like 2017/18' },
  line: { description: LINE_DEFINITIONS },
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
  q90: quantile('90 %'),
  q95: quantile('95 %'),
  mc_error: {
    description: 'Monte Carlo standard error of the mean, sd / sqrt(runs); null for one run',
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

const DRAWN_VALUE: ColumnDefinition = {
  description:
    'value in this run, in the unit of the number; a share of a table before the table is scaled to add up to 1 again',
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
  return encodeTable('years', { ...columns, ...statistics }, identity)
}

/** Encodes runs.arrow. */
export function encodeRuns(values: RunValues, identity: ResultIdentity): Uint8Array {
  return encodeTable('runs', { ...values }, identity)
}

/** Encodes draws.arrow: a row for each run and assumption, the value used. */
export function encodeDraws({ paths, values, runs }: Draws, identity: ResultIdentity): Uint8Array {
  const rows = paths.length * runs
  const columns = {
    run: Int32Array.from({ length: rows }, (_, row) => Math.floor(row / paths.length)),
    assumption: Array.from({ length: rows }, (_, row) => paths[row % paths.length]),
    value: Float64Array.from({ length: rows }, (_, row) => {
      const run = Math.floor(row / paths.length)
      return values[(row % paths.length) * runs + run]
    }),
  }
  return encodeTable('draws', columns, identity)
}

function encodeTable<Name extends TableName>(
  table: Name,
  values: Record<ColumnName<Name>, ColumnValues>,
  identity: ResultIdentity,
  definitions = DEFINITIONS,
): Uint8Array {
  const columns = TABLE_COLUMNS[table].map((name: ColumnName<Name>) => {
    const definition = table === 'draws' && name === 'value' ? DRAWN_VALUE : definitions[name]
    return { name, nullable: false, ...definition, values: values[name] }
  })
  return encodeArrowFile(columns, tableMetadata(table, columns[0].values.length, identity))
}

/** The table's name and number of rows let readArrowTable tell a whole file from another or a part of one. */
function tableMetadata(table: TableName, rows: number, identity: ResultIdentity): Map<string, string> {
  return new Map([
    ['carecast_version', identity.version],
    ['scenario', identity.scenario],
    ['scenario_sha256', identity.scenarioSha256],
    ...(identity.sets.length === 0 ? [] : [['set', identity.sets.join('\n')] as const]),
    ['seed', identity.seed],
    ['intervals', identity.intervals],
    ['runs', String(identity.runs)],
    ...(identity.illustrative === undefined ? [] : [['illustrative', identity.illustrative] as const]),
    ['table', table],
    ['rows', String(rows)],
  ])
}
