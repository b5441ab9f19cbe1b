// A scenario file over the one that it extends: blocks merge key by key, and whatever else the child has replaces what
// the parent has: figures with their provenance, lists, numbers, texts. A key without a value removes the parent's.
import type { FieldPath } from '../input-error.ts'
import { isRange } from './leaves.ts'
import type { SourceDocument } from './source-document.ts'
import { valueAt } from './value-at.ts'

/** Key of the scenario that a file extends; it is gone from the data once the files are merged. */
export const EXTENDS = 'extends'

/**
 * Merges documents, each over the next: the child first, the oldest parent last. Every value keeps the place where it
 * was written and the provenance that it has there: a block's `source` speaks for the numbers of its own file only.
 */
export function mergeDocuments(documents: SourceDocument[]): SourceDocument {
  if (documents.length === 1) return documents[0]
  const datas = documents.map(({ data: { [EXTENDS]: _, ...data } }) => data)
  return {
    data: datas.reduceRight<unknown>((parent, child) => merged(parent, child), {}) as SourceDocument['data'],
    placeOf: (path, at) => writersOf(path, documents)[0].placeOf(path, at),
    provenanceOf: (path) => writersOf(path, documents)[0].provenanceOf(path),
  }
}

function merged(parent: unknown, child: unknown): unknown {
  if (!isBlock(parent) || !isBlock(child)) return child
  const entries = new Map(Object.entries(parent))
  for (const [key, value] of Object.entries(child)) {
    if (value === null && entries.has(key)) entries.delete(key)
    else entries.set(key, entries.has(key) ? merged(entries.get(key), value) : value)
  }
  return Object.fromEntries(entries)
}

/** Finds the documents that say what stands at a path, or in the innermost block around it; the first has the say. */
function writersOf(path: FieldPath, documents: SourceDocument[]): SourceDocument[] {
  let writers = documents
  for (let depth = 1; depth <= path.length; depth++) {
    const step = path.slice(0, depth)
    const holding = writers.filter(({ data }) => valueAt(data, step) !== undefined)
    if (holding.length === 0) return writers
    // From the first that has no block here on, the older ones are replaced.
    const end = holding.findIndex(({ data }) => !isBlock(valueAt(data, step)))
    writers = end < 0 ? holding : holding.slice(0, Math.max(end, 1))
  }
  return writers
}

/** Tells blocks from lists and from figures and ranges, which look like blocks; a figure may hold anything, even a wrong value. */
function isBlock(node: unknown): node is Record<string, unknown> {
  if (typeof node !== 'object' || node === null || Array.isArray(node) || isRange(node)) return false
  const { value } = node as { value?: unknown }
  return value === undefined || (typeof value === 'object' && value !== null)
}
