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

/** The one folder within a result. */
export const CHARTS = 'charts'
const NAME_IN_RESULT = /^(charts\/)?[^/\\]+$/
/** The hidden folder of a process that works in the folder of a result is none of its files. */
export const WORK = '.carecast'
const NO_NAMES = ['.', '..', WORK]

/** Tells whether a name is one that a file of a result may have. */
export function isNameInResult(name: string): boolean {
  return NAME_IN_RESULT.test(name) && !NO_NAMES.includes(name.replace('charts/', ''))
}
