// Looks into data of any shape, key by key.
import type { FieldPath } from '../input-error.ts'

/** Returns what stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
