// The option --set, which commands that read a scenario share.
import type { Options } from 'yargs'
import { actingInText } from '../domain/harmless-text.ts'
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

/** Reads a set; throws UsageError where it is none, or has what no reader of the manifest would see. */
function parseSet(text: string): string {
  const acting = actingInText(text)
  if (acting !== undefined)
    throw new UsageError(`--set must be a text without control characters, and has ${acting}; leave it out`)
  if (text.indexOf('=') > 0) return text
  throw new UsageError(`--set must be PATH=VALUE, like entries.perYear=300, not '${text}'`)
}
