// The variants of a result: the baseline, and the packages beside it.
import { BASELINE } from '../domain/baseline.ts'
import type { AllRuns, RunTable } from '../run/run-row.ts'

/** A variant by its name: the baseline, or the key of a package. */
export interface NamedRuns {
  variant: string
  table: RunTable
}

/** Lists the variants, the baseline first. */
export function variantsOf(runs: AllRuns): NamedRuns[] {
  return [
    { variant: BASELINE, table: runs },
    ...runs.packages.map(({ key, table }) => ({ variant: key, table })),
  ]
}
