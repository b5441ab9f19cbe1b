// The parts of a manifest that are blocks of results: which keys they must have, and that numbers are numbers in all of them.
import { z } from 'zod'
import { STATISTICS } from '../../summary/numbers/statistics.ts'

/** Names that stand for a number, or null where it is unknown, wherever they are. */
const NUMBERS = new Set<string>([
  ...STATISTICS,
  ...['amount', 'p_over', 'expected_overspend', 'share', 'probability', 'p_below_zero', 'p_error'],
  ...['p_lower', 'never', 'never_error', 'variance_ratio', 'rank_correlation', 'first_order_share'],
  ...['total_variance', 'rule', 'printed', 'quantile', 'solution', 'measure', 'p50', 'p80', 'p90', 'p95'],
])

/** A block that has at least these keys: some of any kind, others with numbers. */
export function detail(keys: string[], numbers: string[] = []) {
  return z.record(z.string(), z.unknown()).superRefine((block, context) => {
    for (const key of [...keys, ...numbers])
      if (!Object.hasOwn(block, key)) context.addIssue({ code: 'custom', path: [key], message: 'is missing' })
    for (const path of notNumbers(block, new Set([...NUMBERS, ...numbers])))
      context.addIssue({ code: 'custom', path, message: 'must be a number, or null where it is unknown' })
  })
}

/** The paths below a node that have the name of a number and hold something else. */
function notNumbers(node: unknown, names: Set<string>): (string | number)[][] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const step = Array.isArray(node) ? Number(key) : key
    // A placement may have the name of a statistic, but holds a block or a number then.
    if (names.has(key) && (typeof value === 'string' || typeof value === 'boolean')) return [[step]]
    return notNumbers(value, names).map((path) => [step, ...path])
  })
}
