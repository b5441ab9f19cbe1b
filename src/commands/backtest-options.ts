// The options of carecast backtest, their limits and what they are read as.
import type { InferredOptionTypes, Options } from 'yargs'
import { MOST_RUNS } from '../run/run-row.ts'
import { parseCount, RUN_OPTIONS } from './run-options.ts'
import { UsageError } from './usage-error.ts'

/** Runs of each council and origin where their number is not asked for. */
const DEFAULT_RUNS = 400
/** Runs of the one chance that is printed are ten times as many. */
const MOST_BACKTEST_RUNS = MOST_RUNS / 10
/** Years from which a forecast knows an earlier number and meets a later one. */
const ORIGINS = [2016, 2017]

/** Where the result goes where nothing is said. */
export const DEFAULT_FOLDER = 'results/backtest'

/** Options for yargs. */
export const BACKTEST_OPTIONS = {
  authority: {
    type: 'string',
    requiresArg: true,
    coerce: (given: string | string[] | undefined) =>
      given === undefined ? undefined : [given].flat().map(notEmpty),
    defaultDescription: 'all',
    describe: 'name of a council; may be given several times',
  },
  origin: {
    requiresArg: true,
    default: ORIGINS.map(String),
    coerce: (given: string | string[]) => [...new Set([given].flat().map(parseOrigin))].sort(),
    defaultDescription: ORIGINS.join(' and '),
    describe: 'forecast from 31 March of this year; may be given several times',
  },
  runs: {
    requiresArg: true,
    default: String(DEFAULT_RUNS),
    defaultDescription: String(DEFAULT_RUNS),
    coerce: (given: string | string[]) => parseCount('runs', [given].flat().at(-1)!, MOST_BACKTEST_RUNS),
    describe: 'runs of each council and origin, 1 to 100,000',
  },
  seed: RUN_OPTIONS.seed,
  threads: RUN_OPTIONS.threads,
  out: { ...RUN_OPTIONS.out, defaultDescription: DEFAULT_FOLDER },
  overwrite: RUN_OPTIONS.overwrite,
  quiet: { type: 'boolean', default: false, describe: 'print nothing but errors' },
} as const satisfies Record<string, Options>

export type BacktestOptions = InferredOptionTypes<typeof BACKTEST_OPTIONS>

function notEmpty(text: string): string {
  if (text !== '') return text
  throw new UsageError('--authority must not be empty')
}

function parseOrigin(text: string): number {
  const year = ORIGINS.find((origin) => String(origin) === text)
  if (year !== undefined) return year
  throw new UsageError(
    `--origin must be ${ORIGINS.join(' or ')}, years with an edition before and after them, not '${text}'`,
  )
}
