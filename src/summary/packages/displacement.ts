// How much of what a package varies by comes from limited places: a child who does not come leaves a place to another, who
// would have gone elsewhere. The runs of baseline and packages against the same runs without limits.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { AllRuns, RunTable } from '../../run/run-row.ts'
import { centred } from '../numbers/centred.ts'
import { shareOf } from '../spread/variance-split.ts'
import { pairedDifferences } from './paired.ts'

/** The part of limited places in the variance of a package's difference from the baseline, of the cost of all years. */
export interface Displacement {
  /** 1 less the variance without limits over that with them: below 0 where limits hold it down, NaN where there is none. */
  share: number
  /** Monte Carlo standard error of the share. */
  mc_error: number
  /** The first so many runs are what it is made from. */
  runs: number
}

/** Enough to know a share to some 5 %; each is simulated once more. */
const MOST_DISPLACED_RUNS = 300

/** Returns how many runs without limits there are beside those of the result. */
export function displacedRuns(runs: number): number {
  return Math.min(runs, MOST_DISPLACED_RUNS)
}

/** Returns the displacement of each package; `without` has the first of the runs again, where nothing limits placements. */
export function displacements(table: AllRuns, without: AllRuns): Displacement[] {
  const { runs } = without
  return table.packages.map((own, index) => ({
    ...displacementOf(
      costDifferences(firstRuns(table, runs), firstRuns(own.table, runs)),
      costDifferences(without, without.packages[index].table),
    ),
    runs,
  }))
}

function firstRuns(table: RunTable, runs: number): RunTable {
  return { ...table, runs }
}

function costDifferences(baseline: RunTable, own: RunTable): Float64Array {
  return pairedDifferences(baseline, own, { line: 'total', financial_year: ALL_YEARS })
}

/** Returns the share of the variance of one number by run that it would not have as the other, from the same run, has it. */
export function displacementOf(withLimits: Float64Array, without: Float64Array): Omit<Displacement, 'runs'> {
  const [own, other] = [withLimits, without].map((values) => centred(values).map((value) => value * value))
  return shareOf(
    own.map((square, run) => square - other[run]),
    own,
  )
}
