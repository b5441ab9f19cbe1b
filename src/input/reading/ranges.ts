// The numbers of a scenario that are not known exactly: found in the raw data, since the schema reads a range as its central
// number. What a range may say beyond the schema, and which numbers cannot be one.
import {
  distributionProblem,
  quantileOf,
  type Range,
  type Shape,
} from '../../domain/distribution/distribution.ts'
import type { FieldPath, FieldProblem } from '../input-error.ts'
import { describeField, type RangeField } from '../schema/field-words.ts'
import { childrenOf, isRange, type WrittenRange } from './leaves.ts'

/** A number that each run draws afresh; the path is like 'placements.ifa.weeklyPrice'. */
export interface Assumption {
  path: string
  range: Range
  /** The number's own limits; a value beyond one is moved to it. */
  least: number
  most: number
  /** Whether values are rounded to whole numbers. */
  isWhole?: true
  /** Whether all councils of a seed draw the same, as what is uncertain in it is the country's. */
  isNational?: true
  /** Events behind it, where it is not a number of the file but a multiplier fitted to a count. */
  events?: number
}

/** Of all values of a range, the share that may lie beyond each limit of its number. */
const LARGEST_TAIL = 0.001

const WITH_ENDS = 'level: 1 with the shape pert, triangular or uniform, whose ends are low and high'
/** Numbers of the country, whatever their ranges say. */
const NATIONAL_PATHS = ['upliftPerYear']
const NO_ZERO = 'pert, triangular and uniform can have it'

const NEVER_BELOW_0: readonly Shape[] = ['beta', 'gamma', 'log-normal']

interface Found {
  path: FieldPath
  written: WrittenRange
}

/** Lists the ranges of data that has been checked, in the order of the file. */
export function listAssumptions(data: unknown): Assumption[] {
  return rangesOf(data).flatMap(({ path, written }) => {
    const field = describeField(path).range
    return field ? [assumptionOf(path, written, field)] : []
  })
}

function assumptionOf(path: FieldPath, written: WrittenRange, field: RangeField): Assumption {
  const { central, low, high, level = field.level, shape = usualShape(field.shape, low), shared } = written
  const name = path.join('.')
  const { least, most, isWhole } = field
  return {
    path: name,
    range: { central, low, high, level, shape },
    least,
    most,
    ...(isWhole && { isWhole }),
    ...((shared === 'national' || NATIONAL_PATHS.includes(name)) && { isNational: true as const }),
  }
}

/** The shape of a kind of number, but normal for a range that goes below 0 where the shape has no such values. */
function usualShape(shape: Shape, low: number): Shape {
  return low < 0 && NEVER_BELOW_0.includes(shape) ? 'normal' : shape
}

/** Finds ranges that no distribution has, and those whose values would leave the limits of their number too often. */
export function rangeProblems(data: unknown): FieldProblem[] {
  return rangesOf(data).flatMap(({ path, written }) => {
    const field = describeField(path).range
    const message = field && problemOf(assumptionOf(path, written, field))
    return message ? [{ path, message }] : []
  })
}

function problemOf({ range, least, most }: Assumption): string | undefined {
  const problem = distributionProblem(range)
  if (problem === undefined) return limitProblem(range, least, most)
  const isAtEnd = range.low === 0 || range.central === 0 || range.central === 1
  return isAtEnd && range.low <= range.central && range.central <= range.high
    ? `${problem}; ${NO_ZERO}`
    : problem
}

function limitProblem(range: Range, least: number, most: number): string | undefined {
  const beyond = (where: string) =>
    `more than 1 in ${1 / LARGEST_TAIL} values of this ${range.shape} would be ${where}; narrow the range or write ${WITH_ENDS}`
  if (quantileOf(range, LARGEST_TAIL) < least) return beyond(`below ${least}, the least allowed`)
  if (quantileOf(range, 1 - LARGEST_TAIL) > most) return beyond(`above ${most}, the most allowed`)
  return undefined
}

/** Finds ranges where the schema takes none, each with the reason, and returns the data with their central numbers instead. */
export function refuseRanges<Data>(data: Data): { data: Data; problems: FieldProblem[] } {
  const refused = rangesOf(data).filter(({ path }) => {
    const { isNumber, range } = describeField(path)
    return isNumber && range === undefined
  })
  if (refused.length === 0) return { data, problems: [] }
  const copy = structuredClone(data)
  for (const { path, written } of refused) replaceAt(copy, path, written.central)
  return { data: copy, problems: refused.map(({ path }) => ({ path, message: refusal(path) })) }
}

function refusal(path: FieldPath): string {
  const { whyFixed = 'no run uses it' } = describeField(path)
  return `cannot be a range: ${whyFixed}; write one number`
}

function replaceAt(data: unknown, path: FieldPath, value: number): void {
  let node = data as Record<string, unknown>
  for (const step of path.slice(0, -1)) node = node[step] as Record<string, unknown>
  node[path.at(-1)!] = value
}

function rangesOf(node: unknown, path: FieldPath = []): Found[] {
  if (isRange(node)) return [{ path, written: node }]
  return childrenOf(node, path).flatMap((child) => rangesOf(child.node, child.path))
}
