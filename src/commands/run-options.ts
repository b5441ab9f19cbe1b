// The options of carecast run, their limits and what they are read as.
import { availableParallelism } from 'node:os'
import type { InferredOptionTypes, Options } from 'yargs'
import { actingInLine } from '../domain/harmless-text.ts'
import { formatNumber } from '../domain/quantity.ts'
import { MOST_RUNS } from '../run/run-row.ts'
import { ASSERT_OPTION } from './assert-option.ts'
import { BUDGET_OPTION } from './budget-option.ts'
import { CHARTS_OPTION } from './charts-option.ts'
import { PACKAGE_OPTIONS } from './package-options.ts'
import { SET_OPTION } from './set-option.ts'
import { SOLVE_OPTIONS } from './solve-options.ts'
import { UsageError } from './usage-error.ts'

/** Runs where neither their number nor an error is asked for. */
export const DEFAULT_RUNS = 2_000
const MOST_THREADS = 64

/** Options for yargs. Counts have no type for it, since its own numbers turn 'abc' into NaN without a word. */
export const RUN_OPTIONS = {
  ...SET_OPTION,
  ...BUDGET_OPTION,
  ...PACKAGE_OPTIONS,
  ...ASSERT_OPTION,
  ...SOLVE_OPTIONS,
  ...CHARTS_OPTION,
  runs: {
    requiresArg: true,
    // No default for yargs, which could not tell it from what conflicts with --until-error.
    defaultDescription: String(DEFAULT_RUNS),
    coerce: last<number | undefined>((text) => parseCount('runs', text, MOST_RUNS)),
    describe: 'runs to simulate, 1 to 1,000,000',
  },
  'until-error': {
    requiresArg: true,
    conflicts: 'runs',
    coerce: last<number | undefined>((text) => parsePercent('until-error', text)),
    describe:
      'instead of --runs: as many as make the Monte Carlo error of the total cost, of mean and P90, less than so many %',
  },
  seed: {
    type: 'string',
    requiresArg: true,
    default: 'carecast',
    defaultDescription: 'carecast',
    coerce: last(parseSeed),
    describe: 'any text; it picks the random numbers',
  },
  threads: {
    requiresArg: true,
    default: String(Math.min(MOST_THREADS, availableParallelism())),
    defaultDescription: 'one per core',
    coerce: last((text) => parseCount('threads', text, MOST_THREADS)),
    describe: 'threads, 1 to 64; they do not change the result',
  },
  'chance-only': {
    type: 'boolean',
    default: false,
    describe: 'without shocks between years, every assumption at its central value',
  },
  out: {
    type: 'string',
    requiresArg: true,
    defaultDescription: 'results/<scenario>',
    coerce: last<string | undefined>((text) => parseText('out', text)),
    describe: 'folder for the result',
  },
  overwrite: { type: 'boolean', default: false, describe: 'replace a different result there' },
  quiet: { type: 'boolean', default: false, describe: 'print nothing but errors (or --json)' },
  json: { type: 'boolean', default: false, describe: 'print JSON instead of the table' },
} as const satisfies Record<string, Options>

export type RunOptions = InferredOptionTypes<typeof RUN_OPTIONS>

/** Reads the last of what is given: yargs hands over a list where an option is there more than once. */
function last<Value>(read: (text: string) => Value): (given: string | string[]) => Value {
  return (given) => read([given].flat().at(-1)!)
}

/** Reads a whole number from 1 to `most`; throws UsageError naming the option, the limits and what was found. */
export function parseCount(option: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= 1 && value <= most) return value
  throw new UsageError(`--${option} must be a whole number from 1 to ${formatNumber(most)}, not '${text}'`)
}

const LEAST_PERCENT = 0.001

/** Reads a percentage from 0.001 to 100; throws UsageError naming the option, the limits and what was found. */
export function parsePercent(option: string, text: string): number {
  const value = /^(\d+\.?\d*|\.\d+) ?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN
  if (value >= LEAST_PERCENT && value <= 100) return value
  throw new UsageError(`--${option} must be a percentage from ${LEAST_PERCENT} to 100, not '${text}'`)
}

/** Reads a seed, which every table of a result has among its metadata; throws UsageError where it has what no reader sees. */
export function parseSeed(text: string): string {
  const acting = actingInLine(text)
  if (acting !== undefined)
    throw new UsageError(`--seed must be a text without control characters, and has ${acting}; leave it out`)
  return parseText('seed', text)
}

function parseText(option: string, text: string): string {
  if (text !== '') return text
  throw new UsageError(`--${option} must not be empty`)
}
