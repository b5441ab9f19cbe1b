// The tables of single runs, which only Arrow files have: they are never passed on. conclude.ts makes them beside the Result.
import type { Draws } from '../run/draws.ts'
import type { RunValues } from '../summary/numbers/statistics.ts'
import type { PairedSummary } from '../summary/packages/paired.ts'

export interface RunTables {
  /** One value for each variant, run, financial year and line. */
  runs: RunValues
  /** Absent where there are no packages. */
  paired?: PairedSummary
  /** Without paths where nothing is drawn. */
  draws: Draws
}
