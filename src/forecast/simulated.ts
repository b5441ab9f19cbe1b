// All that was simulated for a result: what forecast.ts hands to conclude.ts.
import type { FittedModel } from '../estimate/fitted-model.ts'
import type { Packages } from '../model/packages/compile-packages.ts'
import type { ResultIdentity } from '../result/result-identity.ts'
import type { AllRuns } from '../run/run-row.ts'
import type { MonthlySummary } from '../summary/numbers/statistics.ts'
import type { Prepared } from './prepare.ts'
import type { Repeated } from './repeats.ts'

/** All that was simulated, and what it was simulated from. */
export interface Simulated extends Repeated {
  prepared: Prepared
  fitted: FittedModel
  packages: Packages
  identity: ResultIdentity
  /** Baseline and packages. */
  table: AllRuns
  /** [variant] */
  monthly: MonthlySummary[]
}
