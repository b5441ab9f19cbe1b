// The answer to a search for a value of the scenario, as a result has it. src/study/solve finds it.
import type { SolveQuestion } from './result-identity.ts'

/** A value that was tried in a search, and what came out. */
export interface SolveStep {
  value: number
  measure: number
  /** Monte Carlo standard error of the measure; NaN where there are too few runs to tell. */
  mc_error: number
  /** Whether the measure meets the target. */
  holds: boolean
}

/** The value at which a measure reaches its target. */
export interface SolveAnswer {
  /** The last value on the side that meets the target. */
  solution: number
  /** Whether higher or lower values meet it. */
  meetsFrom: 'up' | 'down'
  /** Absent where there are too few runs to tell. */
  interval?: { low: number; high: number; level: number; includes: 'Monte Carlo error only' }
  /** Whether no measure between the ends lies clearly beyond theirs, as it must for there to be one solution. */
  isMonotone: boolean
  /** In the order of the search, both ends first. */
  steps: SolveStep[]
}

/** What was solved for, and what came out. */
export type Solved = SolveQuestion & SolveAnswer
