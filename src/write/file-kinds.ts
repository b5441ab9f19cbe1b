// Every file that a result may have, once: its name, what it says, whether it may be passed on, and how it is encoded. What
// encodes them is loaded when there is something to encode, since Arrow's library alone takes as long to load as all else.
import { BASELINE } from '../domain/baseline.ts'
import type { ReportSource } from '../report/report-source.ts'
import type { Result } from '../result/result.ts'
import { BACKTEST_FILES, MANIFEST } from '../result/result-files.ts'
import type { CsvTableName } from './paper/csv-tables.ts'
import type { PaperTables } from './paper/paper-tables.ts'
import type { RunTables } from './run-tables.ts'

/** Name of the page for committees. */
export const REPORT = 'report.html'

/** What the files are made from. */
export interface FileSource {
  result: Result
  tables: RunTables
  /** The result without small counts, where it has any that are not passed on. */
  passedOn: Result
  /** The tables for papers, of what is passed on. */
  papers: PaperTables
  /** What the report is made from, of what is passed on. */
  report: ReportSource
}

/** A file of a result. */
export interface FileKind {
  name: string
  /** What one row of it is, and when it is there, for the reference. */
  row: string
  /** What it is for. */
  purpose: string
  /** Whether small counts are withheld in it, so that it may be passed on where they come from child-level data. */
  mayBePassedOn: boolean
  /** Returns undefined where the result has nothing for it: then there is no such file. */
  encode: (source: FileSource) => Promise<Uint8Array | undefined>
}

/** A CSV file of a table that the workbook has too. */
function csvKind(name: CsvTableName, row: string, purpose: string): FileKind {
  return {
    name,
    row,
    purpose,
    mayBePassedOn: true,
    encode: async ({ papers }) => (await import('./paper/csv-tables.ts')).encodeCsvTable(name, papers),
  }
}

/** All but the manifest and the charts, in the order in which the manifest lists them. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    name: 'monthly.arrow',
    row: 'variant × month × measure × placement (null: all)',
    purpose: 'charts',
    mayBePassedOn: false,
    encode: async ({ result }) =>
      (await import('./arrow/tables/monthly-table.ts')).encodeMonthly(result.monthly, result.identity),
  },
  {
    name: 'years.arrow',
    row: 'variant × financial year × line',
    purpose: 'finance',
    mayBePassedOn: false,
    encode: async ({ result }) =>
      (await import('./arrow/tables/years-table.ts')).encodeYears(result.years, result.identity),
  },
  {
    name: 'runs.arrow',
    row: 'variant × run × financial year × line: the value',
    purpose: 'analyses of your own',
    mayBePassedOn: false,
    encode: async ({ tables, result }) =>
      (await import('./arrow/tables/runs-table.ts')).encodeRuns(tables.runs, result.identity),
  },
  {
    name: 'paired.arrow',
    row: 'package × financial year, or `all`, × line: package less baseline in the same run; only with packages',
    purpose: 'what packages change',
    mayBePassedOn: false,
    encode: async ({ tables: { paired }, result }) =>
      paired && (await import('./arrow/tables/paired-table.ts')).encodePaired(paired, result.identity),
  },
  {
    name: 'draws.arrow',
    row: 'run × assumption: the value used; only where something is uncertain',
    purpose: 'sensitivity',
    mayBePassedOn: false,
    encode: async ({ tables: { draws }, result }) =>
      draws.paths.length > 0
        ? (await import('./arrow/tables/draws-table.ts')).encodeDraws(draws, result.identity)
        : undefined,
  },
  {
    name: 'budgets.arrow',
    row: 'variant × budget × financial year; only with budgets',
    purpose: 'finance',
    mayBePassedOn: false,
    encode: async ({ result: { budgets, identity } }) =>
      budgets.length > 0
        ? (await import('./arrow/tables/budgets-table.ts')).encodeBudgets(budgets, BASELINE, identity)
        : undefined,
  },
  {
    name: 'claims.arrow',
    row: 'variant × claim: printed value, probability and its error, where the value stands in the runs; only with claims',
    purpose: 'targets',
    mayBePassedOn: false,
    encode: async ({ result: { claims, identity } }) =>
      claims.length > 0
        ? (await import('./arrow/tables/claims-table.ts')).encodeClaims(claims, BASELINE, identity)
        : undefined,
  },
  {
    name: 'years.csv',
    row: 'as `years.arrow`',
    purpose: 'spreadsheets',
    mayBePassedOn: true,
    encode: async ({ passedOn: { years, identity } }) =>
      (await import('./paper/csv.ts')).encodeYearsCsv(years, identity.illustrative),
  },
  {
    name: 'summary.xlsx',
    row: 'sheets: summary, years, budgets, packages, attribution, assumptions, warnings; rounded to the Monte Carlo error',
    purpose: 'papers',
    mayBePassedOn: true,
    encode: async ({ papers }) => (await import('./paper/excel/workbook.ts')).encodeWorkbook(papers),
  },
  csvKind('lines-by-year.csv', 'statistic × line, years across', 'papers without Excel'),
  csvKind(
    'packages.csv',
    'package × line × statistic, years across; only with packages',
    'papers without Excel',
  ),
  csvKind(
    'attribution.csv',
    'package × line × intervention: what each brings; only where it was asked for and there are several',
    'papers without Excel',
  ),
  csvKind('budgets.csv', 'variant × budget × year; only with budgets', 'papers without Excel'),
  csvKind(
    'assumptions.csv',
    'an input of the scenario, with its range and where it comes from',
    'audit, papers',
  ),
  {
    name: REPORT,
    row: 'one page: see [the report](../guide/report.md)',
    purpose: 'committees',
    mayBePassedOn: true,
    encode: async ({ report }) => (await import('../report/page.ts')).encodeReport(report),
  },
]

/** Every name that a file of a result or of a backtest may have, but for charts. */
export const FILE_NAMES: readonly string[] = [
  ...FILE_KINDS.map(({ name }) => name),
  ...BACKTEST_FILES,
  MANIFEST,
]
