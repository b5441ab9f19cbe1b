// Where in the text of a YAML file a field stands. yaml-source.ts makes lines and columns of it.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml'
import type { FieldPath } from '../input-error.ts'

/** Finds a field, or the innermost block around it that exists; `at: 'key'` is its key and not what it holds. */
export type OffsetOf = (path: FieldPath, at?: 'key') => number

/** Returns a function from paths to offsets, which takes no longer in a block of many keys than in one of few. */
export function offsetsIn(document: Document): OffsetOf {
  const pairOf = pairFinder()
  const targetOf = targetFinder(document)
  return (path, at) => {
    let node: unknown = document.contents
    let offset = document.contents!.range![0]
    for (const [index, step] of path.entries()) {
      if (isAlias(node)) node = targetOf(node)
      const pair = isMap(node) ? pairOf(node, String(step)) : undefined
      const value: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
      if (!pair && !value) return offset
      const atKey = pair && ((at === 'key' && index === path.length - 1) || !hasOwnPlace(value))
      offset = atKey ? (pair.key as Node).range![0] : (value as Node).range![0]
      node = value
    }
    return offset
  }
}

function pairFinder(): (map: YAMLMap, key: string) => Pair | undefined {
  const byKey = new Map<YAMLMap, Map<string, Pair>>()
  return (map, key) => {
    const pairs = byKey.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair]))
    byKey.set(map, pairs)
    return pairs.get(key)
  }
}

/** Looks each alias up once: the library goes through the whole document for it. */
function targetFinder(document: Document): (alias: Alias) => Node | undefined {
  const targets = new Map<Alias, Node | undefined>()
  return (alias) => {
    if (!targets.has(alias)) targets.set(alias, alias.resolve(document))
    return targets.get(alias)
  }
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : undefined)
}

// A block is best found by its key, and so is a value that was left out.
function hasOwnPlace(value: unknown): boolean {
  return isAlias(value) || (isScalar(value) && value.range![1] > value.range![0])
}
