// A scenario's data before it is checked, with the place and the provenance of every part of it. yaml-source.ts makes
// one from a file, merge-documents.ts one from several, set-values.ts puts values of the command line over it,
// scenario-reader.ts checks it.
import type { FieldPath, Place } from '../input-error.ts'
import { PROVENANCE_KEYS } from '../schema/schema-figures.ts'

export interface SourceDocument {
  data: Record<string, unknown>
  /** Finds a field, or the innermost block around it that exists; `at: 'key'` is its key and not what it holds. */
  placeOf(path: FieldPath, at?: 'key'): Place
  /** Finds where the number at a path comes from. */
  provenanceOf(path: FieldPath): Provenance | undefined
}

/** Where a number comes from: a place in the document, a statistic, or why it is assumed. */
export interface Provenance {
  kind: (typeof PROVENANCE_KEYS)[number]
  text: string
}

// What is assumed counts first, so that a figure partly assumed is never shown as known.
const BY_CAUTION = [...PROVENANCE_KEYS].reverse()

/** Finds the provenance beside a number, or on the nearest block around it; the top of the file says nothing. */
export function provenanceIn(data: unknown, path: FieldPath): Provenance | undefined {
  let nearest: Provenance | undefined
  let node = data
  for (const step of path) {
    if (!isBlock(node) || !Object.hasOwn(node, step)) break
    node = node[step]
    nearest = ownProvenance(node) ?? nearest
  }
  return nearest
}

function ownProvenance(node: unknown): Provenance | undefined {
  if (!isBlock(node)) return undefined
  const kind = BY_CAUTION.find((key) => Object.hasOwn(node, key) && typeof node[key] === 'string')
  return kind && { kind, text: String(node[kind]) }
}

function isBlock(node: unknown): node is Record<string | number, unknown> {
  return typeof node === 'object' && node !== null
}
