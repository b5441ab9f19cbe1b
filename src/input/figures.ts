// Every number of a scenario with where it comes from: beside it, or on the nearest block around it.
// Comes from the raw data, since the schema reads figures as bare numbers.
import type { FieldPath, FieldProblem } from './input-error.ts'
import { PROVENANCE_KEYS } from './scenario-schema.ts'

type Provenance = {
  kind: (typeof PROVENANCE_KEYS)[number]
  text: string
}

/** A number of the scenario and its provenance: the path is like 'placements.ifa.weeklyPrice'. */
export interface Figure extends Provenance {
  path: string
  value: number
}

/** Lists all numbers that have a provenance, in the order of the file. */
export function listFigures(data: unknown): Figure[] {
  return leavesOf(data, [], undefined).flatMap(({ path, value, provenance }) =>
    provenance ? [{ path: path.join('.'), value, ...provenance }] : [],
  )
}

/** Finds numbers without provenance; where a whole block lacks it, the block is one problem. */
export function findUnsourced(data: unknown): FieldProblem[] {
  const visit = (node: unknown, path: FieldPath, outer: Provenance | undefined): FieldProblem[] => {
    const leaves = leavesOf(node, path, outer)
    const bare = leaves.filter(({ provenance }) => provenance === undefined)
    if (bare.length === 0) return []
    if (bare.length === leaves.length && path.length > 0) return [unsourced(bare, path)]
    return childrenOf(node, path).flatMap((child) =>
      visit(child.node, child.path, provenanceOf(node, path) ?? outer),
    )
  }
  return visit(data, [], undefined)
}

interface Leaf {
  path: FieldPath
  value: number
  provenance: Provenance | undefined
}

function leavesOf(node: unknown, path: FieldPath, outer: Provenance | undefined): Leaf[] {
  const provenance = provenanceOf(node, path) ?? outer
  const value = figureValue(node)
  if (value !== undefined) return [{ path, value, provenance }]
  return childrenOf(node, path).flatMap((child) => leavesOf(child.node, child.path, provenance))
}

/** The number of `350` and of `{ value: 350, source: ¶45 }`. */
function figureValue(node: unknown): number | undefined {
  if (typeof node === 'number') return node
  const value = typeof node === 'object' && node !== null ? (node as { value?: unknown }).value : undefined
  return typeof value === 'number' ? value : undefined
}

function childrenOf(node: unknown, path: FieldPath): { node: unknown; path: FieldPath }[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).map(([key, child]) => ({
    node: child,
    path: [...path, Array.isArray(node) ? Number(key) : key],
  }))
}

// What is assumed counts first, so that a figure partly assumed is never shown as known.
const BY_CAUTION = [...PROVENANCE_KEYS].reverse()

function provenanceOf(node: unknown, path: FieldPath): Provenance | undefined {
  if (typeof node !== 'object' || node === null || path.length === 0) return undefined
  const table = node as Record<string, unknown>
  const kind = BY_CAUTION.find((key) => Object.hasOwn(table, key) && typeof table[key] === 'string')
  return kind && { kind, text: String(table[kind]) }
}

function unsourced(bare: Leaf[], path: FieldPath): FieldProblem {
  const [{ path: leafPath, value }] = bare
  if (bare.length === 1) {
    const mend = `write { value: ${value}, source: … }, or published or assumed`
    return { path: leafPath, message: `does not say where it comes from; ${mend}` }
  }
  const message = `does not say where its ${bare.length} numbers come from; add source, published or assumed to it`
  return { path, at: 'key', message }
}
