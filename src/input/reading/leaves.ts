// The numbers and texts of a scenario's raw data, each with its path; a figure is one leaf, whatever stands beside it.
import type { Range } from '../../domain/distribution/distribution.ts'
import type { FieldPath } from '../input-error.ts'
import { PROVENANCE_KEYS } from '../schema/schema-figures.ts'

export interface Leaf {
  path: FieldPath
  value: number | string
  /** There where the value is the central one of a range. */
  isOfRange?: true
}

/** Lists what a block holds, in the order of the file; where figures come from is not part of it. */
export function leavesOf(node: unknown, path: FieldPath = []): Leaf[] {
  const value = leafValue(node)
  if (value !== undefined) return [{ path, value, ...(isRange(node) && { isOfRange: true as const }) }]
  return childrenOf(node, path).flatMap((child) => leavesOf(child.node, child.path))
}

/** A range as it may be written: level and shape may be left out, and who shares its draws. */
export type WrittenRange = Pick<Range, 'central' | 'low' | 'high'> & Partial<Range> & { shared?: 'national' }

/** Tells whether a block is a range: it has a central number, a low one and a high one. */
export function isRange(node: unknown): node is WrittenRange {
  if (typeof node !== 'object' || node === null) return false
  const { central, low, high } = node as Record<string, unknown>
  return [central, low, high].every((part) => typeof part === 'number')
}

/**
 * Returns the number of `350` and of `{ value: 350, source: ¶45 }`, the central one of a range, or a text; undefined for
 * blocks and lists.
 */
export function leafValue(node: unknown): number | string | undefined {
  if (typeof node === 'number' || typeof node === 'string') return node
  if (isRange(node)) return node.central
  const value = typeof node === 'object' && node !== null ? (node as { value?: unknown }).value : undefined
  return typeof value === 'number' ? value : undefined
}

/** Lists the parts of a block or a list, but for what it says of where its numbers come from. */
export function childrenOf(node: unknown, path: FieldPath): { node: unknown; path: FieldPath }[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.map((item, index) => ({ node: item, path: [...path, index] }))
  return Object.entries(node)
    .filter(([key, child]) => !(isProvenanceKey(key) && typeof child === 'string'))
    .map(([key, child]) => ({ node: child, path: [...path, key] }))
}

function isProvenanceKey(key: string): boolean {
  return (PROVENANCE_KEYS as readonly string[]).includes(key)
}
