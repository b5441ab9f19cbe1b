// What an earlier run left in a folder, as its manifest tells: result-folder.ts asks before it replaces anything.
import type { ResultIdentity } from './result-identity.ts'

export interface EarlierManifest {
  identity: ResultIdentity
  files: { name: string; sha256: string }[]
}

/** Reads the text of a manifest; returns undefined where it is not a manifest of carecast. */
export function parseManifest(text: string): EarlierManifest | undefined {
  try {
    const { carecast, scenario, seed, runs, files } = JSON.parse(text)
    const identity: ResultIdentity = {
      version: carecast.version,
      scenario: scenario.name,
      scenarioSha256: scenario.sha256,
      seed,
      runs,
    }
    const isOurs = Object.values(identity).every((part) => part !== undefined) && Array.isArray(files)
    return isOurs ? { identity, files: files.filter(isFile) } : undefined
  } catch {
    return undefined
  }
}

function isFile(file: unknown): file is EarlierManifest['files'][number] {
  const { name, sha256 } = (file ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof sha256 === 'string'
}

/** Says in what an earlier result differs from the one to be written; undefined where they are the same. */
export function differenceFrom(earlier: ResultIdentity, identity: ResultIdentity): string | undefined {
  const differences = [
    differ('scenario', earlier.scenario, identity.scenario),
    earlier.scenario === identity.scenario && earlier.scenarioSha256 !== identity.scenarioSha256
      ? 'an edited scenario'
      : '',
    differ('seed', earlier.seed, identity.seed),
    differ('runs', earlier.runs, identity.runs),
    differ('version', earlier.version, identity.version),
  ].filter((difference) => difference !== '')
  return differences.length === 0 ? undefined : differences.join(', ')
}

function differ(what: string, earlier: string | number, now: string | number): string {
  return earlier === now ? '' : `${what} ${earlier} instead of ${now}`
}
