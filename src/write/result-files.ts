// The names of a result's files, by which folders are known and checked. encode-result.ts makes the files.

/** The manifest: it names the other files, and a folder without it holds no result. */
export const MANIFEST = 'manifest.json'

/** Far more than a manifest has: what is larger is none. */
export const MOST_MANIFEST_BYTES = 100_000_000

/** What Node can read of a file at once: 2 GiB. */
export const MOST_FILE_BYTES = 2 ** 31 - 1

/** Every name that a result's file may have. */
export const RESULT_FILES = [
  'monthly.arrow',
  'years.arrow',
  'runs.arrow',
  'paired.arrow',
  'draws.arrow',
  'budgets.arrow',
  'claims.arrow',
  'years.csv',
  'summary.xlsx',
  'lines-by-year.csv',
  'packages.csv',
  'attribution.csv',
  'budgets.csv',
  'assumptions.csv',
  'report.html',
  'backtest.arrow',
  'backtest.csv',
  'backtest.svg',
  MANIFEST,
]
