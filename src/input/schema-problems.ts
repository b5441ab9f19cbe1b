// What zod found wrong, in plain English: what was found, what is allowed, how to mend it.
import type { z } from 'zod'
import { describeField } from './field-words.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from './input-error.ts'
import { nearestName, suggestName } from './nearest-name.ts'
import { meantNumber } from './number-advice.ts'
import { valueAt } from './value-at.ts'

type Issue = z.core.$ZodIssue

const LONGEST_QUOTE = 40

/** Returns the issues one by one with whole paths, those of a union by the branch that was meant. */
export function flatIssues(issues: readonly Issue[], data: unknown): Issue[] {
  return issues.flatMap((issue) => flatten(issue, [], data))
}

/** Turns the schema's issues with the data into problems that a reader of the file can mend. */
export function schemaProblems(issues: readonly Issue[], data: unknown): FieldProblem[] {
  const flat = flatIssues(issues, data)
  const misspelt = new Set(flat.flatMap(meantFields))
  const isMisspelt = ({ path }: Issue) =>
    misspelt.has(path.join('.')) && valueAt(data, path as FieldPath) === undefined
  return flat.filter((issue) => !isMisspelt(issue)).flatMap((issue) => explain(issue, data))
}

/** Paths of the fields that unknown keys were meant to be; that those are missing goes without saying. */
function meantFields(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  const { keys } = describeField(issue.path as FieldPath)
  return issue.keys.map((key) => [...issue.path, nearestName(key, keys)].join('.'))
}

/** Replaces a union's issue by those of the one branch that the file was meant to follow; paths become whole. */
function flatten(issue: Issue, parent: FieldPath, data: unknown): Issue[] {
  const path = [...parent, ...issue.path] as PropertyKey[]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }]
  const options = issue.errors.map((errors) =>
    errors.flatMap((error) => flatten(error, path as FieldPath, data)),
  )
  const found = valueAt(data, path as FieldPath)
  const misfits = (option: Issue[]) => misfit(option, path.length, isBlock(found))
  return options.reduce((best, option) => (misfits(option) < misfits(best) ? option : best))
}

/** Ranks a branch: one of another type is worst, then come unknown keys, then the number of issues. */
function misfit(issues: Issue[], depth: number, foundBlock: boolean): number {
  const wrongType = issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === depth)
  const unknownKeys = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === depth ? issue.keys : [],
  )
  return (wrongType && foundBlock ? 1e6 : wrongType ? 1e3 : 0) + unknownKeys.length * 100 + issues.length
}

function explain(issue: Issue, data: unknown): FieldProblem[] {
  const path = issue.path as FieldPath
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], data))
  const custom = issue.code === 'custom' ? issue : undefined
  if (custom?.params?.at === 'key') return [{ path, at: 'key', message: custom.message }]
  const found = valueAt(data, path)
  if (found === undefined) return [{ path, message: missing(path) }]
  return [{ path, message: `found ${show(found)}; ${custom?.message ?? wrongValue(path, found)}` }]
}

function missing(path: FieldPath): string {
  const { allowed, meaning } = describeField(path)
  return `is missing; must be ${allowed}${meaning ? `: ${meaning}` : ''}`
}

function unknownKey(path: FieldPath, data: unknown): FieldProblem {
  const name = String(path.at(-1))
  const { keys } = describeField(path.slice(0, -1))
  const nearest = nearestName(name, keys)
  // In { source: table 1, row 2 } the comma ends the text, and `row 2` stands as a key without a value.
  const comma =
    valueAt(data, path) === null ? '; in { } a comma ends a value: put a text that has one in quotes' : ''
  const mend = nearest ? `; did you mean ${nearest}?` : comma || `; known keys: ${keys.join(', ')}`
  return { path, at: 'key', message: `is not a known key${mend}` }
}

function wrongValue(path: FieldPath, found: unknown): string {
  const { allowed, isNumber } = describeField(path)
  return `must be ${allowed}${advice(found, allowed, isNumber)}`
}

function advice(found: unknown, allowed: string, isNumber: boolean): string {
  if (isNumber && typeof found === 'string') {
    const meant = meantNumber(found)
    return meant === undefined ? '' : `; write it as ${meant}`
  }
  if (allowed.startsWith('one of ') && typeof found === 'string')
    return suggestName(found, allowed.match(/(?<=')[^',]+(?=')/g) ?? [])
  if (!allowed.startsWith('a text') || allowed.includes('like')) return ''
  if (typeof found === 'number' || typeof found === 'boolean') return '; put it in quotes'
  return isBlock(found) ? "; put a text that contains ': ' in quotes" : ''
}

function show(found: unknown): string {
  if (found === null) return 'nothing'
  if (Array.isArray(found)) return `a list of ${found.length}`
  if (typeof found === 'object') return 'a block of keys'
  if (typeof found !== 'string') return String(found)
  if (found.length <= LONGEST_QUOTE) return `'${quoteSafe(found)}'`
  return `'${quoteSafe(found.slice(0, LONGEST_QUOTE))}…' (${found.length} characters)`
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
