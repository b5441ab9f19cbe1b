// docs/reference/files.md: every file that a result may have, and what its columns mean.

import { MANIFEST_KEYS } from '../../src/result/manifest/manifest-keys.ts'
import { ORIGINS } from '../../src/result/rows/assumption-rows.ts'
import { encodeOutcomes } from '../../src/study/backtest/outcomes.ts'
import { ARROW_TABLES, type TableName } from '../../src/write/arrow/arrow-tables.ts'
import type { ColumnDefinition } from '../../src/write/arrow/tables/column-definitions.ts'
import { FILE_KINDS, FILE_NAMES } from '../../src/write/file-kinds.ts'
import { encodeYearsCsv } from '../../src/write/paper/csv.ts'
import { CSV_TABLES, type CsvTableName, encodeCsvTable } from '../../src/write/paper/csv-tables.ts'
import { smallPackages } from '../result/small-packages.ts'
import { BUDGET, smallTables } from '../result/small-papers.ts'
import { smallResult } from '../result/small-result.ts'
import { pageOf, tableOf } from './reference-pages.ts'

/** What one row of a file is, and what it is for: those that the list of a result's files does not have. */
const OTHER_FILES: Record<string, [row: string, purpose: string]> = {
  'backtest.arrow': ['council × origin × target × forecast; of `carecast backtest`', 'scores of your own'],
  'backtest.csv': ['council × origin × target: forecast and outcome; of `carecast backtest`', 'spreadsheets'],
  'backtest.svg': ['a chart of the forecasts against the outcomes; of `carecast backtest`', 'papers'],
  'manifest.json': [
    'one document: scenario, its SHA-256, what was set in it, seed, stream, runs, Monte Carlo errors, version, packages and their attribution, every figure and its origin, and the SHA-256 of every file',
    'audit',
  ],
}

const FILES: typeof OTHER_FILES = {
  ...Object.fromEntries(FILE_KINDS.map(({ name, row, purpose }) => [name, [row, purpose]])),
  ...OTHER_FILES,
}

/** What the columns of CSV files mean that the Arrow files do not have. */
const CSV_COLUMNS: Record<string, string> = {
  statistic: 'Mean, P10, P50, P80 or P90; the means alone add up',
  label: 'the name that the scenario gives it',
  'a financial year': 'the value of that year, one column for each; empty where there is none',
  all: 'the value of all simulated years together',
  intervention: 'key of the intervention; empty for the interaction and the package',
  saving:
    'cashable, avoided or mitigation, as the intervention says; empty for the interaction and the package',
  alone: 'what it brings without the others, mean',
  last: 'what it brings when all others are there, mean',
  in_order: 'what it brings in the order of the package, mean',
  shapley: 'what it brings on average over all orders, mean',
  p10: '10 % quantile of the Shapley value over the runs',
  p50: '50 % quantile of the Shapley value over the runs',
  p80: '80 % quantile of the Shapley value over the runs',
  p90: '90 % quantile of the Shapley value over the runs',
  path: 'where the number stands in the scenario',
  value: 'the number, or the central value of its range',
  low: 'lower end of the range; empty where there is none',
  high: 'upper end of the range; empty where there is none',
  level: 'probability between low and high',
  origin: Object.values(ORIGINS).join(', '),
  text: 'the source, the statistic or the reason',
  illustrative: 'only in an illustration: that it is one, and why',
  authority: 'name of the council',
  code: 'its ONS code',
  target: 'the number of 31 March of this year is forecast',
  last_value: 'children at the origin, as published in its edition',
  outcome: 'children at the target, as first published',
  outcome_in_80_percent_interval: 'whether P10 to P90 holds the outcome',
}

/** Columns that mean something else in one file. */
const OF_ONE_FILE: Record<string, Record<string, string>> = {
  'backtest.csv': { origin: 'the forecast starts on 31 March of this year' },
  'attribution.csv': { mc_error: 'Monte Carlo standard error of the Shapley value' },
}

function arrowSection(table: TableName): string {
  const { columns, definitions } = ARROW_TABLES[table]
  const rows = columns.map((name) => {
    const { description, unit, nullable }: ColumnDefinition = (
      definitions as Record<string, ColumnDefinition>
    )[name]
    return [`\`${name}\``, description, unit ?? '', nullable ? 'may be null' : '']
  })
  return `## ${table}.arrow\n\n${tableOf(['column', 'means', 'unit', ''], rows)}`
}

function csvSection(name: string, header: string[]): string {
  const arrow =
    name === 'budgets.csv'
      ? ARROW_TABLES.budgets.definitions
      : { ...ARROW_TABLES.paired.definitions, ...ARROW_TABLES.years.definitions }
  const columns = [
    ...new Set(header.map((column) => (/^\d{4}\//.test(column) ? 'a financial year' : column))),
  ]
  const rows = columns.map((column) => {
    const known: Record<string, { description: string } | undefined> = arrow
    const meaning =
      OF_ONE_FILE[name]?.[column] ??
      (name === 'years.csv' ? undefined : CSV_COLUMNS[column]) ??
      known[column]?.description
    if (meaning === undefined) throw new Error(`${name} has a column ${column} that no one describes`)
    return [column === 'a financial year' ? column : `\`${column}\``, meaning]
  })
  return `## ${name}\n\n${tableOf(['column', 'means'], rows)}`
}

/** The names and headers of all CSV files, as the encoders write them. */
function csvHeaders(): [string, string[]][] {
  const { packages, attribution } = smallPackages()
  const budgets = ['baseline', 'all'].map((variant) => ({ ...BUDGET, variant }))
  const source = smallTables({}, { packages, attribution, budgets })
  const tables = (Object.keys(CSV_TABLES) as CsvTableName[]).map((name) => {
    return { name, bytes: encodeCsvTable(name, source)! }
  })
  const files = [
    { name: 'years.csv', bytes: encodeYearsCsv(smallResult().years) },
    ...tables,
    { name: 'backtest.csv', bytes: encodeOutcomes([]) },
  ]
  return files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes).split('\r\n')[0].split(',')])
}

/** The keys of the manifest, in the order of the file. */
function manifestSection(): string {
  const rows = Object.entries(MANIFEST_KEYS).map(([key, { says }]) => [`\`${key}\``, says])
  return `## manifest.json\n\n${tableOf(['key', 'says'], rows)}`
}

/** The page; throws where a file or a column has no description. */
export function filesPage(): string {
  const undescribed = FILE_NAMES.filter((name) => !(name in FILES))
  if (undescribed.length > 0) throw new Error(`no one describes ${undescribed.join(', ')}`)
  const files = [
    ...FILE_NAMES.map((name) => [`\`${name}\``, ...FILES[name]]),
    ['`charts/*.svg`, `charts/*.png`', 'a chart of the report; with `--charts`', 'slides, papers'],
  ]
  const body = [
    tableOf(['file', 'one row is', 'for'], files),
    ...(Object.keys(ARROW_TABLES) as TableName[]).map(arrowSection),
    ...csvHeaders().map(([name, header]) => csvSection(name, header)),
    manifestSection(),
  ]
  return pageOf(
    'The files of a result',
    'Every file that a command writes into `results/<scenario>/`, or into the folder that `--out` names, and what its columns mean. Arrow files are in the IPC file format (Feather v2) and have these descriptions in them; CSV files are in UTF-8 with a byte order mark.',
    body.join('\n\n'),
    '[how to read a result](../guide/reading-a-result.md), [small counts](../guide/small-counts.md)',
  )
}
