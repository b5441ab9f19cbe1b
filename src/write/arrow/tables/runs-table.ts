// runs.arrow: a row for each variant, run, financial year and line.
import type { ResultIdentity } from '../../../result/result-identity.ts'
import type { RunValues } from '../../../summary/numbers/statistics.ts'
import {
  FINANCIAL_YEAR,
  lineDefinition,
  RUN,
  UNIT_OF_ROW,
  VALUE_IN_RUN,
  VARIANT,
} from './column-definitions.ts'
import { encodeTable } from './table.ts'

function definitionsOf(lines: readonly string[]) {
  return {
    variant: VARIANT,
    run: RUN,
    financial_year: FINANCIAL_YEAR,
    line: lineDefinition(lines),
    unit: UNIT_OF_ROW,
    value: VALUE_IN_RUN,
  }
}

export const RUNS = {
  name: 'runs',
  columns: ['variant', 'run', 'financial_year', 'line', 'unit', 'value'],
  /** With the lines of interventions. */
  definitions: definitionsOf(['intervention:']),
} as const

/** Encodes runs.arrow. */
export function encodeRuns(values: RunValues, identity: ResultIdentity): Uint8Array {
  return encodeTable(RUNS, { ...values }, definitionsOf(values.line.texts), identity)
}
