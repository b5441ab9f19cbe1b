// The scenarios that come with carecast, for whoever has installed it and names them as the examples do.
import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folders above the source and above what is built from it; the first that has the scenario is the package. */
const PACKAGES = ['../../', '../../../']

/**
 * Returns the path, or where nothing is there, that of the scenario of this name that comes with carecast, and says so on
 * the standard error.
 */
export function scenarioOrShipped(path: string): string {
  if (isAbsolute(path) || existsSync(path) || !/^scenarios[\\/][\w-]+\.yaml$/.test(path)) return path
  const shipped = PACKAGES.map((folder) =>
    fileURLToPath(new URL(folder + path.replace('\\', '/'), import.meta.url)),
  )
  const found = shipped.find((candidate) => existsSync(candidate))
  if (found === undefined) return path
  process.stderr.write(`There is no ${path} here; taken is the one that comes with carecast, ${found}\n`)
  return found
}
