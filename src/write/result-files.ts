// The names of a result's files, by which folders are known and checked. encode-result.ts makes the files.

/** The manifest: it names the other files, and a folder without it holds no result. */
export const MANIFEST = 'manifest.json'

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
