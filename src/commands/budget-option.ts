// The option --budget, which commands that read a scenario share.
import type { Options } from 'yargs'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const BUDGET_OPTION = {
  budget: {
    type: 'string',
    requiresArg: true,
    coerce: (given: string | string[] | undefined) => (given === undefined ? undefined : parsePath(given)),
    describe: 'a CSV file with budgets: financial_year, line, amount in £',
  },
} as const satisfies Record<string, Options>

/** Takes the last path where the option is there more than once, as other options do. */
function parsePath(given: string | string[]): string {
  const path = [given].flat().at(-1)!
  if (path !== '') return path
  throw new UsageError('--budget must not be empty')
}
