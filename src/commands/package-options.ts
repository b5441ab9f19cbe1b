// The options of carecast run that say which packages of interventions are simulated beside the baseline.
import type { Options } from 'yargs'
import { UsageError } from './usage-error.ts'

/** Options for yargs. */
export const PACKAGE_OPTIONS = {
  package: {
    ...keysOption('package', 'a package to run beside the baseline, by its key; repeatable'),
    defaultDescription: 'all of the scenario',
  },
  with: keysOption('with', 'interventions put into these packages, KEY,KEY; alone: a package of these'),
  without: keysOption('without', 'interventions left out of these packages, KEY,KEY'),
  attribution: {
    type: 'boolean',
    default: true,
    describe: 'say what each intervention of a package brings; --no-attribution is faster',
  },
} as const satisfies Record<string, Options>

function keysOption(option: string, describe: string) {
  return {
    type: 'string',
    array: true,
    requiresArg: true,
    coerce: (given: string[] | undefined) => given && readKeys(option, given),
    describe,
  } as const
}

/** Reads keys separated by commas, each once; throws UsageError where one is empty. */
export function readKeys(option: string, given: string[]): string[] {
  const keys = given.flatMap((text) => text.split(',')).map((key) => key.trim())
  if (keys.includes(''))
    throw new UsageError(`--${option} must be keys with commas between, not '${given.join(',')}'`)
  return [...new Set(keys)]
}
