// lines-by-year.csv, packages.csv, attribution.csv, budgets.csv and assumptions.csv: the tables of summary.xlsx for those
// who do not open workbooks.

import { CONFIDENTIAL } from '../../result/disclosure/confidential.ts'
import { ORIGINS } from '../../result/rows/assumption-rows.ts'
import type { PackageTable } from '../../result/rows/package-rows.ts'
import { type Cell, encodeCsv } from './csv.ts'
import type { PaperTables } from './paper-tables.ts'

/** The tables by the names of their files; undefined where there is nothing to be told. */
export const CSV_TABLES = {
  'lines-by-year.csv': linesByYear,
  'packages.csv': ({ packages }) => packages && packageRows(packages),
  'attribution.csv': (tables) => (tables.attribution.length > 0 ? attributionRows(tables) : undefined),
  'budgets.csv': (tables) => (tables.budgets.length > 0 ? budgetRows(tables) : undefined),
  'assumptions.csv': assumptionRows,
} as const satisfies Record<string, (tables: PaperTables) => Cell[][] | undefined>

export type CsvTableName = keyof typeof CSV_TABLES

/** Encodes a table; undefined where there is nothing for it. An illustration says so in every row, as in years.csv. */
export function encodeCsvTable(name: CsvTableName, tables: PaperTables): Uint8Array | undefined {
  const table = CSV_TABLES[name](tables)
  if (table === undefined) return undefined
  const { illustrative } = tables.result.identity
  const [header, ...rows] = table
  const marked = [[...header, 'illustrative'], ...rows.map((row) => [...row, illustrative ?? ''])]
  return encodeCsv(illustrative === undefined ? table : marked)
}

function linesByYear({ lines }: PaperTables): Cell[][] {
  return [
    ['statistic', 'line', 'label', 'unit', ...lines.years],
    ...lines.rows.map(({ statistic, line, label, unit, values }) => {
      return [statistic, line, label, unit, ...values.map(known)]
    }),
  ]
}

function packageRows({ years, rows }: PackageTable): Cell[][] {
  return [
    ['package', 'label', 'line', 'statistic', 'unit', ...years],
    ...rows.map(({ package: key, label, line, statistic, unit, values }) => {
      return [key, label, line, statistic, unit, ...values.map(number)]
    }),
  ]
}

function attributionRows({ attribution }: PaperTables): Cell[][] {
  const names = ['alone', 'last', 'in_order', 'shapley', 'p10', 'p50', 'p80', 'p90', 'mc_error'] as const
  return [
    ['package', 'line', 'unit', 'intervention', 'label', 'saving', ...names],
    ...attribution.flatMap(({ package: key, line, unit, rows }) =>
      rows.map(({ intervention, label, saving, ...numbers }) => {
        return [key, line, unit, intervention, label, saving, ...names.map((name) => number(numbers[name]))]
      }),
    ),
  ]
}

/** The column of variants is there where packages were run. */
function budgetRows({ budgets, packages }: PaperTables): Cell[][] {
  return [
    [
      ...(packages ? ['variant'] : []),
      ...['budget', 'label', 'financial_year', 'amount', 'mean', 'p_over', 'mc_error', 'expected_overspend'],
      ...['contingency_p50', 'contingency_p80', 'contingency_p90', 'contingency_p95'],
    ],
    ...budgets.map(({ variant = '', budget, label, financial_year, contingency, ...result }) => [
      ...(packages ? [variant] : []),
      ...[budget, label, financial_year],
      ...[result.amount, result.mean, result.p_over, result.mc_error, result.expected_overspend].map(number),
      ...[contingency.p50, contingency.p80, contingency.p90, contingency.p95].map(number),
    ]),
  ]
}

function assumptionRows({ assumptions }: PaperTables): Cell[][] {
  return [
    ['path', 'label', 'value', 'low', 'high', 'level', 'origin', 'text'],
    ...assumptions.map(({ path, label, value, range, origin, text }) => {
      return [
        path,
        label,
        ...[value, range?.low, range?.high].map(known),
        number(range?.level),
        ORIGINS[origin],
        text,
      ]
    }),
  ]
}

/** Where a number is missing the cell is empty; one that is there but not known is confidential. */
function known(value: number | undefined): Cell {
  return value !== undefined && Number.isNaN(value) ? CONFIDENTIAL : number(value)
}

/** What is unknown or missing is an empty cell. */
function number(value: number | null | undefined): Cell {
  return { number: Number.isFinite(value) ? String(value) : '' }
}
