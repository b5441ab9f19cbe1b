// The options of carecast new, their limits and what they are read as.
import type { InferredOptionTypes, Options } from 'yargs'
import { EDITIONS } from '../input/published/published-table.ts'
import { parseCount } from './run-options.ts'
import { UsageError } from './usage-error.ts'

const DEFAULT_YEARS = 3
const MOST_YEARS = 30

/** Options for yargs. */
export const NEW_OPTIONS = {
  authority: {
    type: 'string',
    requiresArg: true,
    coerce: (given: string | string[] | undefined) => given && lastText('authority', given),
    describe: 'name of the council',
  },
  at: {
    requiresArg: true,
    coerce: (given: string | string[] | undefined) =>
      given === undefined ? undefined : parseYear(lastText('at', given)),
    describe: `start on 31 March of this year, ${EDITIONS[0]} to ${EDITIONS.at(-1)}; nothing later is used`,
  },
  years: {
    requiresArg: true,
    default: String(DEFAULT_YEARS),
    defaultDescription: String(DEFAULT_YEARS),
    coerce: (given: string | string[]) => parseCount('years', lastText('years', given), MOST_YEARS),
    describe: 'years to forecast, 1 to 30',
  },
  out: {
    type: 'string',
    requiresArg: true,
    defaultDescription: '<council>-<year>.yaml',
    coerce: (given: string | string[] | undefined) => given && lastText('out', given),
    describe: 'file to write, or - to print it',
  },
  overwrite: { type: 'boolean', default: false, describe: 'replace a file of that name' },
  list: { type: 'boolean', default: false, describe: 'list the councils by region' },
} as const satisfies Record<string, Options>

export type NewOptions = InferredOptionTypes<typeof NEW_OPTIONS>

/** yargs hands over a list where an option is there more than once. */
function lastText(option: string, given: string | string[]): string {
  const text = [given].flat().at(-1)!
  if (text !== '') return text
  throw new UsageError(`--${option} must not be empty`)
}

/** Reads a year whose figures carecast has; throws UsageError for any other. */
export function parseYear(text: string): number {
  const year = EDITIONS.find((edition) => String(edition) === text)
  if (year !== undefined) return year
  throw new UsageError(
    `--at must be a year whose published figures carecast has, ${EDITIONS[0]} to ${EDITIONS.at(-1)}, not '${text}'`,
  )
}
