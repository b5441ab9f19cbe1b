// Scenario files for the Tab key, and the names that one of them gives to packages and interventions.
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { shippedNames } from '../input/files/shipped-scenarios.ts'
import { pathOrShipped } from './shipped-scenario.ts'

/** Lists scenario files and folders whose path begins so, and those that come with carecast as the examples name them. */
export function scenarioPaths(current: string): string[] {
  const folder = current.endsWith('/') ? current : current.includes('/') ? `${dirname(current)}/` : ''
  const shipped = shippedNames().map((name) => `scenarios/${name}`)
  const paths = new Set([...filesIn(folder), ...shipped])
  return [...paths].filter((path) => path.startsWith(current)).sort()
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => {
        if (/\.ya?ml$/.test(entry.name)) return [folder + entry.name]
        return entry.isDirectory() && entry.name !== 'node_modules' ? [`${folder}${entry.name}/`] : []
      })
  } catch {
    return []
  }
}

/** Lists the keys of a block of a scenario, with those of the files that it extends; none where it cannot be read. */
export async function namesInScenario(
  path: string | undefined,
  block: 'packages' | 'interventions',
): Promise<string[]> {
  if (path === undefined) return []
  // Loaded late, as in run.ts.
  const { readSourceFiles } = await import('../input/files/source-files.ts')
  const { mergeDocuments } = await import('../input/reading/merge-documents.ts')
  try {
    const files = await readSourceFiles(pathOrShipped(path))
    const { data } = mergeDocuments(files.map(({ document }) => document))
    return Object.keys(data[block] ?? {})
  } catch {
    return []
  }
}
