// The scenarios that come with carecast, for users who have installed it and name them as the examples do.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearestName } from '../nearest-name.ts'

/** Beside the source, and above what is built from it; the first that is there is the package's. */
const FOLDERS = ['../../../scenarios/', '../../../../scenarios/']

/** Returns the folder of the scenarios that come with carecast; undefined where they were taken away. */
export function shippedFolder(): string | undefined {
  return FOLDERS.map((folder) => fileURLToPath(new URL(folder, import.meta.url))).find((folder) =>
    existsSync(join(folder, 'smallshire.yaml')),
  )
}

/** Lists the names of their files, in order. */
export function shippedNames(): string[] {
  const folder = shippedFolder()
  return folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
}

/** Returns the path of the one with the name of this path's file; undefined where none has it. */
export function shippedNamesake(path: string): string | undefined {
  const name = basename(path.replaceAll('\\', '/'))
  return shippedNames().includes(name) ? join(shippedFolder()!, name) : undefined
}

/** Says where the shipped scenario is that a path of no file means; nothing where it means none. */
export function shippedHint(path: string): string {
  const stem = stemOf(basename(path.replaceAll('\\', '/')))
  const stems = shippedNames().map(stemOf)
  // A name within a longer one is near to it, so that the same name is looked for first.
  const meant = stems.includes(stem) ? stem : nearestName(stem, stems)
  return meant === undefined
    ? ''
    : `; ${meant}.yaml comes with carecast and is ${join(shippedFolder()!, `${meant}.yaml`)}: name that, or copy it`
}

function stemOf(name: string): string {
  return name.replace(/\.ya?ml$/, '')
}
