// What zod found wrong, in plain English: what was found, what is allowed, how to mend it.
import type { z } from 'zod'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import { nearestFinder, nearestName, suggestName } from '../nearest-name.ts'
import { adviceBelow0, meantNumber } from '../number-advice.ts'
import { valueAt } from '../reading/value-at.ts'
import { describeField, type FieldWords } from './field-words.ts'
import { PROVENANCE_KEYS } from './schema-figures.ts'

type Issue = z.core.$ZodIssue

const LONGEST_QUOTE = 40
/** Shares, and changes that are parts of the whole: 3 % is 0.03. */
const PARTS_OF_ALL = /^a number from (-?[01] to 1|-1 to 5)$/

/** Returns the issues one by one with whole paths, those of a union by the branch that was meant. */
export function flatIssues(issues: readonly Issue[], data: unknown): Issue[] {
  return issues.flatMap((issue) => flatten(issue, [], data))
}

/** Turns the schema's issues with the data into problems that a reader of the file can mend. */
export function schemaProblems(issues: readonly Issue[], data: unknown): FieldProblem[] {
  const flat = flatIssues(issues, data)
  const nearest = nearestFinder()
  const misspelt = new Set(flat.flatMap((issue) => meantFields(issue, nearest)))
  const nearestInWords = nearestFinder()
  const isMisspelt = ({ path }: Issue) =>
    misspelt.has(path.join('.')) && valueAt(data, path as FieldPath) === undefined
  return flat.filter((issue) => !isMisspelt(issue)).flatMap((issue) => explain(issue, data, nearestInWords))
}

/** Paths of the fields that unknown keys were meant to be; that those are missing goes without saying. */
function meantFields(issue: Issue, nearest: typeof nearestName): string[] {
  if (issue.code !== 'unrecognized_keys') return []
  const { keys } = describeField(issue.path as FieldPath)
  return issue.keys.map((key) => [...issue.path, nearest(key, keys)].join('.'))
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

function explain(issue: Issue, data: unknown, nearest: typeof nearestName): FieldProblem[] {
  const path = issue.path as FieldPath
  if (issue.code === 'unrecognized_keys') return unknownKeys(path, issue.keys, data, nearest)
  const custom = issue.code === 'custom' ? issue : undefined
  if (custom?.params?.at === 'key') return [{ path, at: 'key', message: custom.message }]
  const found = valueAt(data, path)
  if (found === undefined) return [{ path, message: missing(path) }]
  // That it is a block goes without saying, and so does what a misspelt key leaves missing.
  if (custom && isBlock(found)) return hasMisspeltKey(path, found) ? [] : [{ path, message: custom.message }]
  return [{ path, message: `found ${show(found)}; ${custom?.message ?? wrongValue(path, found)}` }]
}

/** Whether a key of a block is near one that it may have, or all of them are none that it may have. */
function hasMisspeltKey(path: FieldPath, block: Record<string, unknown>): boolean {
  const { keys } = describeField(path)
  const unknown = Object.keys(block).filter((key) => !keys.includes(key))
  const isNear = unknown.some((key) => nearestName(key, keys) !== undefined)
  return keys.length > 0 && unknown.length > 0 && (isNear || unknown.length === Object.keys(block).length)
}

function missing(path: FieldPath): string {
  const { allowed, meaning } = describeField(path)
  return `is missing; must be ${allowed}${meaning ? `: ${meaning}` : ''}`
}

function unknownKeys(
  around: FieldPath,
  names: string[],
  data: unknown,
  nearest: typeof nearestName,
): FieldProblem[] {
  const { keys } = describeField(around)
  const block = valueAt(data, around) as Record<string, unknown>
  const owners = emptyOwners(around, block)
  return names.map((name) => {
    const owner = owners.find(({ key, takes }) => key !== name && takes.includes(name))?.key
    return { path: [...around, name], at: 'key', message: unknownKey(name, keys, owner, nearest) }
  })
}

function unknownKey(
  name: string,
  keys: string[],
  owner: string | undefined,
  nearest: typeof nearestName,
): string {
  if (owner !== undefined) return `is not a known key here; it belongs to ${owner}: indent it further`
  const meant = nearest(name, keys)
  const mend = meant ? `; did you mean ${meant}?` : `; known keys: ${keys.join(', ')}`
  return `is not a known key${mend}`
}

/** The keys of a block that have no value and could be blocks themselves: what should be theirs was not indented. */
function emptyOwners(around: FieldPath, block: Record<string, unknown>): { key: string; takes: string[] }[] {
  return Object.entries(block)
    .filter(([, value]) => value === null)
    .map(([key]) => ({ key, takes: describeField([...around, key]).keys }))
    .filter(({ takes }) => takes.length > 0)
}

function wrongValue(path: FieldPath, found: unknown): string {
  const field = describeField(path)
  return `must be ${field.allowed}${advice(found, field)}${adviceBelow0(path, found)}`
}

function advice(found: unknown, { allowed, isNumber, keys }: FieldWords): string {
  if (isNumber) return numberAdvice(found, allowed)
  if (allowed === 'a block of keys') return blockAdvice(found, keys)
  if (allowed.startsWith('a list')) return listAdvice(found)
  if (allowed.startsWith('one of ') && typeof found === 'string')
    return suggestName(found, allowed.match(/(?<=')[^',]+(?=')/g) ?? [])
  if (!allowed.startsWith('a text') || allowed.includes('like')) return ''
  if (typeof found === 'number' || typeof found === 'boolean') return '; put it in quotes'
  return isBlock(found) ? "; put a text that contains ': ' in quotes" : ''
}

/** A text that was meant as a number, or a percentage where 1 is all. */
function numberAdvice(found: unknown, allowed: string): string {
  if (typeof found === 'string') {
    const meant = meantNumber(found)
    return meant === undefined ? '' : `; write it as ${meant}`
  }
  if (typeof found !== 'number' || !PARTS_OF_ALL.test(allowed) || Math.abs(found) > 100) return ''
  return `; ${found} % is ${meantNumber(`${found}%`)}`
}

/** Where a scenario chooses the keys, only those of provenance are known. */
function blockAdvice(found: unknown, keys: string[]): string {
  const own = keys.filter((key) => !(PROVENANCE_KEYS as readonly string[]).includes(key))
  if (own.length > 0) return `; its keys: ${own.join(', ')}`
  return Array.isArray(found) ? '; give each item of the list a key of its own' : ''
}

function listAdvice(found: unknown): string {
  if (typeof found === 'string') return `; write it as [${show(found).slice(1, -1)}]`
  return isBlock(found) ? "; begin each item with '- '" : ''
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
