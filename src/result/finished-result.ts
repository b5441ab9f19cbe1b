// What is read back of a result to compare it with another.
import type { LineValues } from '../summary/comparison.ts'
import type { ResultIdentity } from './result-identity.ts'

/** A result as its folder has it. */
export interface FinishedResult {
  folder: string
  identity: ResultIdentity
  /** Path of the file of budgets; absent where none was given. */
  budgetFile?: string
  /** The scenario's dates, YYYY-MM-DD. */
  start: string
  end: string
  /** Children at the end and cost of each variant and year. */
  lines: LineValues[]
}
