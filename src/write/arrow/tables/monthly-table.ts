// monthly.arrow: a row for each variant, month, measure and placement.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import { MEASURES, PLACES } from '../../../summary/months.ts'
import { type MonthlySummary, STATISTICS } from '../../../summary/numbers/statistics.ts'
import { STATISTIC_DEFINITIONS, UNIT_OF_ROW, VARIANT } from './column-definitions.ts'
import { encodeTable } from './table.ts'

const MEASURE_DEFINITIONS = Object.entries(MEASURES)
  .map(([name, { unit, definition }]) => `${name} (${unit}): ${definition}`)
  .join('; ')

const DEFINITIONS = {
  variant: VARIANT,
  month: { description: 'calendar month, YYYY-MM' },
  measure: { description: MEASURE_DEFINITIONS },
  placement: { description: 'key of the placement; null is all placements together', nullable: true },
  unit: UNIT_OF_ROW,
  ...STATISTIC_DEFINITIONS,
} as const

/** Definitions where there are the places of foster carers. */
const DEFINITIONS_WITH_PLACES = {
  ...DEFINITIONS,
  measure: {
    description: `${MEASURE_DEFINITIONS}; ${PLACES.measure} (${PLACES.unit}): ${PLACES.definition}`,
  },
  unit: { description: 'unit of the values in this row: £, children, days, moves or places' },
}

export const MONTHLY = {
  name: 'monthly',
  columns: ['variant', 'month', 'measure', 'placement', 'unit', ...STATISTICS],
  definitions: DEFINITIONS_WITH_PLACES,
} as const

/** Encodes monthly.arrow. */
export function encodeMonthly(
  { statistics, ...columns }: MonthlySummary,
  identity: ResultIdentity,
): Uint8Array {
  const definitions = columns.measure.includes(PLACES.measure) ? DEFINITIONS_WITH_PLACES : DEFINITIONS
  return encodeTable(MONTHLY, { ...columns, ...statistics }, definitions, identity)
}
