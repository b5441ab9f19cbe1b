// Runs another file of this folder in a process of its own, built or from source as this one is.
import { execFileSync } from 'node:child_process'

const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** Returns what the file named `script`, without its extension, prints as JSON; throws where it fails. */
export function runScript<Result>(script: string, args: readonly string[] = []): Result {
  const path = new URL(`${script}${extension}`, import.meta.url).pathname
  const output = execFileSync(process.execPath, [...process.execArgv, path, ...args], { encoding: 'utf8' })
  return JSON.parse(output) as Result
}
