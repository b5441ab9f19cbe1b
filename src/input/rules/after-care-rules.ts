// What follows care: shares who come back only grow, payments end somewhere, services name placements that exist.
import { type FieldPath, type FieldProblem, quoteSafe } from '../input-error.ts'
import type { Payment } from '../payments-after-care.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { noSuchPlacement } from './table-rules.ts'

/** Checks re-entry, allowances and services. */
export function afterCareProblems({ afterCare = {}, placements }: Scenario): FieldProblem[] {
  const { reentry = {}, allowances = {}, services = {} } = afterCare
  const keys = Object.keys(placements)
  return [
    ...Object.entries(reentry).flatMap(([reason, shares]) =>
      reentryProblems(shares ?? {}, ['afterCare', 'reentry', reason]),
    ),
    ...Object.entries(allowances).flatMap(([reason, allowance]) =>
      endProblems(allowance!, ['afterCare', 'allowances', reason]),
    ),
    ...Object.entries(services).flatMap(([key, service]) => [
      ...endProblems(service, ['afterCare', 'services', key]),
      ...fromProblems(service.from ?? [], keys, ['afterCare', 'services', key, 'from']),
    ]),
  ]
}

/** Shares are of all who left, so that a later one is never below an earlier one; nobody is back at month 0. */
function reentryProblems(shares: Record<string, number>, path: FieldPath): FieldProblem[] {
  const months = Object.keys(shares)
    .map(Number)
    .sort((one, other) => one - other)
  if (months.length === 0)
    return [{ path, at: 'key', message: 'is empty; say what share is back by which month' }]
  return months.flatMap((month, index): FieldProblem[] => {
    const at = [...path, String(month)]
    if (month === 0)
      return [{ path: at, at: 'key', message: 'nobody is back after 0 months; begin with 1 or more' }]
    const before = shares[months[index - 1]]
    if (before === undefined || shares[month] >= before) return []
    return [
      { path: at, message: `is below the ${before} of month ${months[index - 1]}; the share only grows` },
    ]
  })
}

function endProblems(
  { months, untilAge }: Pick<Payment, 'months' | 'untilAge'>,
  path: FieldPath,
): FieldProblem[] {
  if (months !== undefined || untilAge !== undefined) return []
  return [{ path, at: 'key', message: 'has no end; add months, untilAge, or both' }]
}

function fromProblems(
  from: readonly string[],
  placements: readonly string[],
  path: FieldPath,
): FieldProblem[] {
  return from.flatMap((key, index) =>
    placements.includes(key)
      ? []
      : [{ path: [...path, index], message: `'${quoteSafe(key)}' ${noSuchPlacement(key, placements)}` }],
  )
}
