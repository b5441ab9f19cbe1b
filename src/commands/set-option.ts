// The option --set, which commands that read a scenario share.
import type { Options } from 'yargs'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const SET_OPTION = {
  set: {
    type: 'string',
    array: true,
    requiresArg: true,
    coerce: (given: string[] | undefined) => given?.map(parseSet),
    describe: 'a value instead of the one in the file, PATH=VALUE; repeatable',
  },
} as const satisfies Record<string, Options>

function parseSet(text: string): string {
  if (text.indexOf('=') > 0) return text
  throw new UsageError(`--set must be PATH=VALUE, like entries.perYear=300, not '${text}'`)
}
