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
  /** For the reference. */
  says: string
  /** Whether small counts are withheld in it, so that it may be passed on where they come from child-level data. */
  mayBePassedOn: boolean
  /** Returns undefined where the result has nothing for it: then there is no such file. */
  encode: (source: FileSource) => Promise<Uint8Array | undefined>
}

/** A CSV file of a table that the workbook has too. */
function csvKind(name: CsvTableName, says: string): FileKind {
  return {
    name,
    says,
    mayBePassedOn: true,
    encode: async ({ papers }) => (await import('./paper/csv-tables.ts')).encodeCsvTable(name, papers),
  }
}

/** All but the manifest and the charts, in the order in which the manifest lists them. */
export const FILE_KINDS: readonly FileKind[] = [
  {
    name: 'monthly.arrow',
    says: 'statistics of every month: children, entries, exits and cost, by placement',
    mayBePassedOn: false,
    encode: async ({ result }) =>
      (await import('./arrow/tables/monthly-table.ts')).encodeMonthly(result.monthly, result.identity),
  },
  {
    name: 'years.arrow',
    says: 'statistics of every line of every financial year',
    mayBePassedOn: false,
    encode: async ({ result }) =>
      (await import('./arrow/tables/years-table.ts')).encodeYears(result.years, result.identity),
  },
  {
    name: 'runs.arrow',
    says: 'the value of every line of every financial year in every run',
    mayBePassedOn: false,
    encode: async ({ tables, result }) =>
      (await import('./arrow/tables/runs-table.ts')).encodeRuns(tables.runs, result.identity),
  },
  {
    name: 'paired.arrow',
    says: 'statistics of the differences between each package and the baseline in the same run',
    mayBePassedOn: false,
    encode: async ({ tables: { paired }, result }) =>
      paired && (await import('./arrow/tables/paired-table.ts')).encodePaired(paired, result.identity),
  },
  {
    name: 'draws.arrow',
    says: 'what each run drew for every range',
    mayBePassedOn: false,
    encode: async ({ tables: { draws }, result }) =>
      draws.paths.length > 0
        ? (await import('./arrow/tables/draws-table.ts')).encodeDraws(draws, result.identity)
        : undefined,
  },
  {
    name: 'budgets.arrow',
    says: 'every budget against the runs, by variant and year',
    mayBePassedOn: false,
    encode: async ({ result: { budgets, identity } }) =>
      budgets.length > 0
        ? (await import('./arrow/tables/budgets-table.ts')).encodeBudgets(budgets, BASELINE, identity)
        : undefined,
  },
  {
    name: 'claims.arrow',
    says: 'every claim against the runs, by variant',
    mayBePassedOn: false,
    encode: async ({ result: { claims, identity } }) =>
      claims.length > 0
        ? (await import('./arrow/tables/claims-table.ts')).encodeClaims(claims, BASELINE, identity)
        : undefined,
  },
  {
    name: 'years.csv',
    says: 'years.arrow for spreadsheets',
    mayBePassedOn: true,
    encode: async ({ passedOn: { years, identity } }) =>
      (await import('./paper/csv.ts')).encodeYearsCsv(years, identity.illustrative),
  },
  {
    name: 'summary.xlsx',
    says: 'a workbook for papers: summary, years, packages, budgets, assumptions and warnings',
    mayBePassedOn: true,
    encode: async ({ papers }) => (await import('./paper/excel/workbook.ts')).encodeWorkbook(papers),
  },
  csvKind('lines-by-year.csv', 'the sheet Years: every line with the years across, rounded'),
  csvKind('packages.csv', 'the sheet Packages: what each package changes, year by year'),
  csvKind('attribution.csv', 'the sheet Attribution: what each intervention of the largest package brings'),
  csvKind('budgets.csv', 'the sheet Budgets: chance and amount of an overspend'),
  csvKind('assumptions.csv', 'the sheet Assumptions: every input, its range and where it comes from'),
  {
    name: REPORT,
    says: 'one page for a committee, with charts; it needs no network',
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
