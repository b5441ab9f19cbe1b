// The version of carecast, read from package.json wherever the code runs: src/ in development, dist/src/ when built.
import { readFileSync } from 'node:fs'

/** Returns the version in carecast's own package.json. */
export function packageVersion(): string {
  for (const folder of ['../../', '../../../']) {
    const manifest = readPackage(new URL(`${folder}package.json`, import.meta.url))
    if (manifest?.name === 'carecast') return manifest.version
  }
  throw new Error('package.json of carecast is missing')
}

function readPackage(url: URL): { name: string; version: string } | undefined {
  try {
    return JSON.parse(readFileSync(url, 'utf8'))
  } catch {
    return undefined
  }
}
