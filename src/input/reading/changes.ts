// What one version of a scenario's data changes in another: each number and text that differs.
import { isRange, type Leaf, leavesOf } from './leaves.ts'
import { valueAt } from './value-at.ts'

/** A value that differs; null stands for one that is not there, and a range is a text like '45 (38 to 53)'. */
export interface Change {
  /** What brought it: the file that extends another, or the option --set. */
  by: 'extends' | 'set'
  path: string
  from: number | string | null
  to: number | string | null
}

/** Lists the values that differ, in the order of the new data, and then those that are gone. */
export function changesBetween(before: unknown, after: unknown, by: Change['by']): Change[] {
  const [old, now] = [before, after].map(
    (data) => new Map(leavesOf(data).map((leaf) => [leaf.path.join('.'), shown(leaf, data)])),
  )
  const paths = [...now.keys(), ...[...old.keys()].filter((path) => !now.has(path))]
  return paths
    .map((path): Change => ({ by, path, from: old.get(path) ?? null, to: now.get(path) ?? null }))
    .filter(({ from, to }) => from !== to)
}

function shown({ path, value }: Leaf, data: unknown): number | string {
  const node = valueAt(data, path)
  if (!isRange(node)) return value
  const { central, low, high, level, shape } = node
  return [`${central} (${low} to ${high})`, level === undefined ? [] : `level ${level}`, shape ?? []]
    .flat()
    .join(', ')
}
