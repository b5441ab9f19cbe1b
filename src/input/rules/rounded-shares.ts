// Shares that add up to 1 but for rounding: each was written to so many digits, and all of them together are off by no more
// than that explains. They are scaled before the rules look at them, and it is said.
import { AGE_BANDS } from '../../domain/age-band.ts'
import type { FieldPath } from '../input-error.ts'
import { isRange } from '../reading/leaves.ts'
import { valueAt } from '../reading/value-at.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { isOne, plain, sumOf } from './table-rules.ts'

type Shares = Record<string, number>

/** Fewer digits would let 0.5 and 0.6 pass for 1. */
const LEAST_DIGITS = 2
const MOST_DIGITS = 12

/** A table that was scaled, and what it added up to. */
export interface ScaledShares {
  path: FieldPath
  sum: number
}

/** Scales the tables of shares that rounding alone keeps from 1, in place; `data` is what was written. */
export function scaleRounded(scenario: Scenario, data: unknown): ScaledShares[] {
  return shareTables(scenario).flatMap((path): ScaledShares[] => {
    const table = valueAt(scenario, path) as Shares | undefined
    const written = valueAt(data, path)
    if (table === undefined || Object.values(written ?? {}).some(isRange)) return []
    const sum = sumOf(table)
    if (isOne(sum) || !isRounded(table, sum)) return []
    for (const key of Object.keys(table)) table[key] /= sum
    return [{ path, sum: plain(sum) }]
  })
}

/** Half a unit of the last digit for each share that is not 0. */
function isRounded(table: Shares, sum: number): boolean {
  const shares = Object.values(table).filter((share) => share > 0)
  const digits = Math.max(0, ...shares.map(digitsOf))
  if (digits < LEAST_DIGITS) return false
  return Math.abs(sum - 1) <= shares.length * 0.5 * 10 ** -digits + 10 ** -MOST_DIGITS
}

function digitsOf(share: number): number {
  return Array.from({ length: MOST_DIGITS }, (_, digits) => digits).find(
    (digits) => Math.abs(share - Number(share.toFixed(digits))) < 10 ** -MOST_DIGITS,
  )!
}

function shareTables({ entries, facts = [], moves }: Scenario): FieldPath[] {
  return [
    ['openingStock', 'ages'],
    ['openingStock', 'monthsInCare'],
    ['entries', 'ages'],
    ['entries', 'siblings', 'groupSizes'],
    ...AGE_BANDS.filter((age) => entries.placements[age]).map((age) => ['entries', 'placements', age]),
    ...facts.map((_, index) => ['facts', index, 'agesAtStart']),
    ...Object.entries(moves).flatMap(([kind, { destinations }]) =>
      Object.keys(destinations).map((from) => ['moves', kind, 'destinations', from]),
    ),
  ]
}
