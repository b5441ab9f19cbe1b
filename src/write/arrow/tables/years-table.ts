// years.arrow: a row for each variant, financial year and line, with statistics over the runs.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import { STATISTICS, type YearsSummary } from '../../../summary/numbers/statistics.ts'
import {
  FINANCIAL_YEAR,
  lineDefinition,
  STATISTIC_DEFINITIONS,
  UNIT_OF_ROW,
  VARIANT,
} from './column-definitions.ts'
import { encodeTable } from './table.ts'

function definitionsOf(lines: readonly string[]) {
  return {
    variant: VARIANT,
    financial_year: FINANCIAL_YEAR,
    line: lineDefinition(lines),
    unit: UNIT_OF_ROW,
    ...STATISTIC_DEFINITIONS,
  }
}

export const YEARS = {
  name: 'years',
  columns: ['variant', 'financial_year', 'line', 'unit', ...STATISTICS],
  /** With the lines of interventions. */
  definitions: definitionsOf(['intervention:']),
} as const

/** Encodes years.arrow. */
export function encodeYears({ statistics, ...columns }: YearsSummary, identity: ResultIdentity): Uint8Array {
  return encodeTable(YEARS, { ...columns, ...statistics }, definitionsOf(columns.line), identity)
}
