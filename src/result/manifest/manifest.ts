// manifest.json: all that repeats a run byte for byte, and all that an auditor asks. It says nothing of the clock, the
// machine or the number of threads, so that it repeats too.
import type { Result } from '../result.ts'
import type { WrittenFile } from '../result-files.ts'
import { MANIFEST_KEYS, type Written } from './manifest-keys.ts'

type Keys = typeof MANIFEST_KEYS
type Told<Key extends keyof Keys> = ReturnType<Keys[Key]['tell']>
type Sometimes = { [Key in keyof Keys]: undefined extends Told<Key> ? Key : never }[keyof Keys]

/** What a manifest says. */
export type Manifest = { [Key in Exclude<keyof Keys, Sometimes>]: Told<Key> } & {
  [Key in Sometimes]?: Exclude<Told<Key>, undefined>
}

/** Tells a result as its manifest does, with the keys in their order. */
export function manifestOf(result: Result, files: WrittenFile[] = []): Manifest {
  const written: Written = { result, files }
  const told = Object.entries(MANIFEST_KEYS).map(([key, { tell }]) => [key, tell(written)] as const)
  return Object.fromEntries(told.filter(([, value]) => value !== undefined)) as Manifest
}

/** Returns what is read back of a manifest: what is NaN becomes null. */
export function asRead(manifest: Manifest): Manifest {
  return JSON.parse(JSON.stringify(manifest))
}
