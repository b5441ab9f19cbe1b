// Every number of a scenario with where it comes from: beside it, or on the nearest block around it.
// Comes from the raw data, since the schema reads figures as bare numbers.

import type { FieldPath, FieldProblem } from '../input-error.ts'
import { FILE_VERSION_KEY } from '../schema/file-version.ts'
import { childrenOf, type Leaf, leavesOf } from './leaves.ts'
import type { Provenance, SourceDocument } from './source-document.ts'

type Sourced = Pick<SourceDocument, 'data' | 'provenanceOf'>

/** A number of the scenario, the central one of a range, and its provenance: the path is like 'placements.ifa.weeklyPrice'. */
export interface Figure extends Provenance {
  path: string
  value: number
}

/** Lists all numbers that have a provenance, in the order of the file. */
export function listFigures({ data, provenanceOf }: Sourced): Figure[] {
  // What happened afterwards is no input.
  const inputs = numbersOf(data, []).filter(({ path }) => path[0] !== 'outcome')
  return inputs.flatMap(({ path, value }) => {
    const provenance = provenanceOf(path)
    return provenance ? [{ path: path.join('.'), value, ...provenance }] : []
  })
}

/** Finds numbers without provenance; where a whole block lacks it, the block is one problem. */
export function findUnsourced({ data, provenanceOf }: Sourced): FieldProblem[] {
  const visit = (node: unknown, path: FieldPath): FieldProblem[] => {
    const numbers = numbersOf(node, path)
    const bare = numbers.filter((number) => provenanceOf(number.path) === undefined)
    if (bare.length === 0) return []
    if (bare.length === numbers.length && path.length > 0) return [unsourced(bare, path)]
    return childrenOf(node, path).flatMap((child) => visit(child.node, child.path))
  }
  return visit(data, [])
}

interface NumberLeaf extends Leaf {
  value: number
}

function numbersOf(node: unknown, path: FieldPath): NumberLeaf[] {
  return leavesOf(node, path).filter(
    (leaf): leaf is NumberLeaf => typeof leaf.value === 'number' && !isOfFile(leaf),
  )
}

/** Whether a number is about the file, and not about children or money. */
function isOfFile({ path }: Leaf): boolean {
  return path.length === 1 && path[0] === FILE_VERSION_KEY
}

function unsourced(bare: NumberLeaf[], path: FieldPath): FieldProblem {
  const [{ path: leafPath, value, isOfRange }] = bare
  if (bare.length === 1) {
    const mend = isOfRange
      ? 'add source, published or assumed to it'
      : `write { value: ${value}, source: … }, or published or assumed`
    return { path: leafPath, message: `does not say where it comes from; ${mend}` }
  }
  const message = `does not say where its ${bare.length} numbers come from; add source, published or assumed to it`
  return { path, at: 'key', message }
}
