// Statistics made up for tests of tables, where only the quantiles shown and the error matter.
import type { Statistics } from '../../src/summary/numbers/statistics.ts'

/** Returns statistics with the given P10, P50, P90 and error; the others follow from nothing. */
export function statisticsOf(q10: number, q50: number, q90: number, mc_error: number): Statistics {
  return {
    mean: q50,
    sd: 1,
    q05: q10 - 1,
    q10,
    q25: q10,
    q50,
    q75: q90,
    q80: q90,
    q90,
    q95: q90 + 1,
    mc_error,
  }
}
