// The scenario that a command line means: a file, or where the examples' path is of none here, what comes with carecast.
import { existsSync } from 'node:fs'
import { shippedNamesake } from '../input/files/shipped-scenarios.ts'

/** A path as the examples have it: `scenarios/smallshire.yaml`. */
const OF_THE_EXAMPLES = /^(\.[\\/])?scenarios[\\/][\w-]+\.yaml$/

/** Returns the path, or where nothing is there, that of the scenario of this name that comes with carecast. */
export function pathOrShipped(path: string): string {
  if (!OF_THE_EXAMPLES.test(path) || existsSync(path)) return path
  return shippedNamesake(path) ?? path
}

/** Returns the same, and says on the standard error where it is one that comes with carecast. */
export function scenarioOrShipped(path: string): string {
  const found = pathOrShipped(path)
  if (found !== path)
    process.stderr.write(`There is no ${path} here; taken is the one that comes with carecast, ${found}\n`)
  return found
}
