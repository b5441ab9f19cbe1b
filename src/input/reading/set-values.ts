// Values of the command line, `--set PATH=VALUE`, put over a scenario's data before it is checked.

import { type FieldPath, InputError, type Problem, quoteSafe } from '../input-error.ts'
import { describeField } from '../schema/field-words.ts'
import { leafValue } from './leaves.ts'
import { pathProblem } from './set-path.ts'
import type { Provenance, SourceDocument } from './source-document.ts'
import { valueAt } from './value-at.ts'

interface SetValue {
  /** What messages name instead of a file. */
  place: string
  path: FieldPath
  text: string
}

/**
 * Puts values over the data, each given as PATH=VALUE. A number that is set says that it was, and what it was before.
 * Throws InputError where a path leads to no value, or is set twice; whether the values are allowed is checked later.
 */
export function applySets(document: SourceDocument, sets: string[]): SourceDocument {
  const values = sets.map((set) => parseSet(set, document.data))
  const problems = values.flatMap((value, index) => setProblems(value, values.slice(0, index), document.data))
  if (problems.length > 0) throw new InputError(problems)
  return values.reduce(applySet, document)
}

function parseSet(set: string, data: unknown): SetValue {
  const equals = set.indexOf('=')
  const steps = set.slice(0, equals).split('.')
  const isFigure = steps.at(-1) === 'value' && leafValue(valueAt(data, steps.slice(0, -1))) !== undefined
  return {
    place: `--set ${quoteSafe(set)}`,
    path: isFigure ? steps.slice(0, -1) : steps,
    text: set.slice(equals + 1),
  }
}

function setProblems({ place, path }: SetValue, before: SetValue[], data: unknown): Problem[] {
  const isTwice = before.some((earlier) => earlier.path.join('.') === path.join('.'))
  const message = isTwice ? 'sets the same value a second time' : pathProblem(path, data)
  return message === undefined ? [] : [{ file: place, message }]
}

function applySet(document: SourceDocument, { place, path, text }: SetValue): SourceDocument {
  const before = leafValue(valueAt(document.data, path))
  const provenance = setProvenance(before, document.provenanceOf(path))
  const isHere = (other: FieldPath) => other.join('.') === path.join('.')
  return {
    data: replaceAt(document.data, path, parseValue(text, before, path)) as SourceDocument['data'],
    placeOf: (other, at) => (isHere(other) ? { file: place } : document.placeOf(other, at)),
    provenanceOf: (other) => (isHere(other) ? provenance : document.provenanceOf(other)),
  }
}

function setProvenance(before: number | string | undefined, provenance: Provenance | undefined): Provenance {
  const old = before === undefined ? ['not given'] : [before, ...(provenance ? [provenance.text] : [])]
  return { kind: 'assumed', text: `set on the command line (was ${old.join(', ')})` }
}

/** Numbers as YAML's core schema has them; anything else stays a text, for the schema to refuse as it would in a file. */
const NUMBER = /^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i

function parseValue(text: string, before: number | string | undefined, path: FieldPath): number | string {
  const takesText = before === undefined ? !describeField(path).isNumber : typeof before === 'string'
  return !takesText && NUMBER.test(text) ? Number(text) : text
}

/** Copies the blocks along the path and leaves the others: with *aliases, one may stand in several places. */
function replaceAt(node: unknown, path: FieldPath, value: unknown): unknown {
  if (path.length === 0) return value
  const [step, ...rest] = path
  const child = replaceAt((node as Record<string, unknown>)[step], rest, value)
  return Array.isArray(node) ? node.with(Number(step), child) : { ...(node as object), [step]: child }
}
