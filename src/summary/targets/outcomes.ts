// What happened, held against the runs: at which rank among them a later count fell. Nothing is fitted to it.
import { BASELINE } from '../../domain/baseline.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { AllRuns, RunTable } from '../../run/run-row.ts'
import { quantileOfSorted } from '../numbers/quantile-of-sorted.ts'
import { variantsOf } from '../variants.ts'
import { childrenOn } from './claim-values.ts'

/** A count of a day of the horizon among the runs of a variant. */
export interface RankedOutcome {
  /** 'baseline', or the key of a package. */
  variant: string
  /** YYYY-MM-DD, the last day of a month. */
  on: string
  /** Children as counted. */
  children: number
  /** From 0 to 1: the share of the runs below it, and half of those at it (the mid-rank). */
  rank: number
  /** Children of the runs. */
  q10: number
  q50: number
  q90: number
}

/** Ranks what happened among the runs of every variant, the baseline's first; none where the scenario says of nothing what happened. */
export function rankOutcomes(scenario: Scenario, runs: AllRuns): RankedOutcome[] {
  const counts = Object.entries(scenario.outcome?.children ?? {})
  const variants =
    runs.packages.length === 0 ? [{ variant: BASELINE, table: runs as RunTable }] : variantsOf(runs)
  return variants.flatMap(({ variant, table }) =>
    counts.map(([on, children]) => rankedOutcome(variant, on, children, childrenOn(table, on, scenario))),
  )
}

function rankedOutcome(variant: string, on: string, children: number, ofRuns: Float64Array): RankedOutcome {
  const sorted = ofRuns.slice().sort()
  const below = sorted.filter((count) => count < children).length
  const same = sorted.filter((count) => count === children).length
  const [q10, q50, q90] = [0.1, 0.5, 0.9].map((share) => quantileOfSorted(sorted, share))
  return { variant, on, children, rank: (below + same / 2) / sorted.length, q10, q50, q90 }
}
