// Rules that many tables share: shares add up to 1, keys are placements, tables by months start at 0.
import { sum } from '../../domain/sum.ts'
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import { listedNames, suggestName } from '../nearest-name.ts'

type Numbers = Record<string, number>

const TOLERANCE = 0.001
// Sums of decimals come out a hair off; the tolerance is not meant to turn on that.
const ROUNDING = 1e-9

/** Tells whether a sum or a mean is 1, within 0.001. */
export function isOne(value: number): boolean {
  return Math.abs(value - 1) <= TOLERANCE + ROUNDING
}

/** Adds up a table. */
export function sumOf(table: Numbers): number {
  return sum(Object.values(table))
}

/** Writes a sum without the noise of decimals in binary. */
export function plain(value: number): number {
  return Number(value.toPrecision(9))
}

/** Finds a table of shares that do not sum to 1. */
export function shareProblems(table: Numbers, path: FieldPath): FieldProblem[] {
  const sum = sumOf(table)
  if (isOne(sum)) return []
  return [{ path, at: 'key', message: `the shares sum to ${plain(sum)}; they must sum to 1${scaling(sum)}` }]
}

function scaling(sum: number): string {
  return sum > 0 ? `: divide each by ${plain(sum)}` : ''
}

/** Finds a table by months that does not say what holds from the start. */
export function monthsProblems(table: Numbers | undefined, path: FieldPath): FieldProblem[] {
  if (!table || Object.hasOwn(table, '0')) return []
  return [{ path, at: 'key', message: 'must start at month 0; add the key 0' }]
}

/** Finds keys that are not placements. */
export function placementKeyProblems(
  table: Record<string, unknown> | undefined,
  placements: readonly string[],
  path: FieldPath,
): FieldProblem[] {
  return Object.keys(table ?? {})
    .filter((key) => !placements.includes(key))
    .map((key) => ({ path: [...path, key], at: 'key', message: noSuchPlacement(key, placements) }))
}

/** Says that a name is no placement, and which one it may be. */
export function noSuchPlacement(name: string, placements: readonly string[]): string {
  return noSuchName(name, placements, 'placements')
}

/** Says that a name is none of a kind, which there are, and which one it may be. */
export function noSuchName(name: string, known: readonly string[], kind: string): string {
  if (known.length === 0) return `names nothing: the scenario has no ${kind}`
  return `is not one of the ${kind} (${listedNames(known)})${suggestName(name, known)}`
}

/** Finds the names of a list that are none of a kind. */
export function listProblems(
  names: readonly string[] | undefined,
  known: readonly string[],
  kind: string,
  path: FieldPath,
): FieldProblem[] {
  return (names ?? []).flatMap((name, index) =>
    known.includes(name)
      ? []
      : [{ path: [...path, index], message: `'${quoteSafe(name)}' ${noSuchName(name, known, kind)}` }],
  )
}

/** Finds a name that a list has already, whose share would count twice. */
export function repeatProblems(names: readonly string[], index: number, path: FieldPath): FieldProblem[] {
  if (names.indexOf(names[index]) === index) return []
  return [{ path: [...path, index], message: `names ${quoteSafe(names[index])} a second time; name it once` }]
}

/** Finds things of a kind that are called the same, however it is spaced or capitalised: no reader could tell them apart. */
export function labelProblems(
  table: Record<string, { label?: string }> | undefined,
  path: FieldPath,
): FieldProblem[] {
  const owners = new Map<string, string>()
  return Object.entries(table ?? {}).flatMap(([key, { label }]): FieldProblem[] => {
    if (label === undefined) return []
    const name = label.trim().replace(/\s+/g, ' ').toLowerCase()
    const owner = owners.get(name)
    if (owner === undefined) owners.set(name, key)
    const message = `is the label of ${owner} too; call one of them something else`
    return owner === undefined ? [] : [{ path: [...path, key, 'label'], message }]
  })
}
