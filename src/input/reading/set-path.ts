// Whether a path of --set leads to a value of the scenario, and if not, which one was meant.

import { type FieldPath, messageAt } from '../input-error.ts'
import { nearestName } from '../nearest-name.ts'
import { describeField } from '../schema/field-words.ts'
import { PROVENANCE_KEYS } from '../schema/schema-figures.ts'
import { childrenOf, isRange, leafValue, leavesOf } from './leaves.ts'
import { EXTENDS } from './merge-documents.ts'

const MOST_KEYS_LISTED = 12

/** Says what is wrong with a path; undefined where there is a number or a text, or where the schema takes one. */
export function pathProblem(path: FieldPath, data: unknown): string | undefined {
  const message = findProblem(path, data)
  return message === undefined ? undefined : messageAt(path, message)
}

function findProblem(path: FieldPath, data: unknown): string | undefined {
  if ((PROVENANCE_KEYS as readonly unknown[]).includes(path.at(-1)))
    return 'says where a figure comes from; what is set says so by itself'
  if (path[0] === EXTENDS) return 'is read before anything is set'
  let node = data
  for (const [depth, step] of path.entries()) {
    if (isRange(node))
      return `is part of a range; set ${path.slice(0, depth).join('.')} to one number, which replaces the range`
    const child = childrenOf(node, []).find((candidate) => String(candidate.path[0]) === String(step))
    if (child === undefined)
      return isNewValue(path, depth, node) ? undefined : unknownPath(path, depth, data, node)
    node = child.node
  }
  if (leafValue(node) !== undefined || node === null) return undefined
  if (Array.isArray(node)) return 'is a list; set one of its items by its number, the first is 0'
  return `is a block of keys; set one of ${listed(keysOf(path, node))}`
}

/** Tells whether a path leads to a value that the file leaves out and the schema takes, in a block that is there. */
function isNewValue(path: FieldPath, depth: number, around: unknown): boolean {
  if (depth < path.length - 1 || !isBlock(around) || path[depth] in Object.prototype) return false
  const { allowed, isNumber } = describeField(path)
  return isNumber || /^(a text|one of)/.test(allowed)
}

function unknownPath(path: FieldPath, depth: number, data: unknown, around: unknown): string {
  const missing = path.slice(0, depth + 1).join('.')
  if (isBlock(around) && describeField(path.slice(0, depth)).keys.includes(String(path[depth])))
    return `is not in the scenario, which has no ${missing}; a set changes values and adds no blocks`
  const nearest = nearestPath(path, depth, data, around)
  if (nearest !== undefined) return `is not in the scenario; did you mean ${nearest}?`
  const keys = keysOf(path.slice(0, depth), around)
  if (keys.length === 0) return 'is not in the scenario'
  return `is not in the scenario; ${path.slice(0, depth).join('.') || 'it'} has ${listed(keys)}`
}

/** Finds a path that ends like this one, or this one with its misspelt step mended, or the one with the fewest edits. */
function nearestPath(path: FieldPath, depth: number, data: unknown, around: unknown): string | undefined {
  const wanted = path.join('.')
  const paths = leavesOf(data).map((leaf) => leaf.path.join('.'))
  const ending = paths.find((known) => known.endsWith(`.${wanted}`))
  if (ending !== undefined) return ending
  const nearestKey = nearestName(String(path[depth]), keysOf(path.slice(0, depth), around))
  const mended = nearestKey && path.with(depth, nearestKey)
  return mended && findProblem(mended, data) === undefined ? mended.join('.') : nearestName(wanted, paths)
}

/** Names the keys that a block has in the file, and those that it could have. */
function keysOf(path: FieldPath, node: unknown): string[] {
  const inFile = childrenOf(node, []).map((child) => String(child.path[0]))
  const inSchema = isBlock(node) ? describeField(path).keys : []
  const others: readonly string[] = [...PROVENANCE_KEYS, EXTENDS]
  return [...new Set([...inFile, ...inSchema])].filter((key) => !others.includes(key))
}

function listed(keys: string[]): string {
  const shown = keys.slice(0, MOST_KEYS_LISTED).join(', ')
  return keys.length > MOST_KEYS_LISTED ? `${shown} and more` : shown
}

function isBlock(node: unknown): boolean {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && leafValue(node) === undefined
}
