// All tables of a result that are Arrow files: each with its columns, and the encoder that makes NAME.arrow of a summary.
import { BUDGETS, encodeBudgets } from './tables/budgets-table.ts'
import { CLAIMS, encodeClaims } from './tables/claims-table.ts'
import { DRAWS, encodeDraws } from './tables/draws-table.ts'
import { encodeMonthly, MONTHLY } from './tables/monthly-table.ts'
import { encodePaired, PAIRED } from './tables/paired-table.ts'
import { encodeRuns, RUNS } from './tables/runs-table.ts'
import { encodeYears, YEARS } from './tables/years-table.ts'

/** Tables by name, in the order in which a result has them. */
export const ARROW_TABLES = {
  monthly: { ...MONTHLY, encode: encodeMonthly },
  years: { ...YEARS, encode: encodeYears },
  runs: { ...RUNS, encode: encodeRuns },
  paired: { ...PAIRED, encode: encodePaired },
  draws: { ...DRAWS, encode: encodeDraws },
  budgets: { ...BUDGETS, encode: encodeBudgets },
  claims: { ...CLAIMS, encode: encodeClaims },
} as const

export type TableName = keyof typeof ARROW_TABLES
