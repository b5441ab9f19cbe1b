// More and more runs, until the Monte Carlo error of the total cost is small enough: what --until-error asks for.
import { MOST_RUNS, type RunTable } from '../run/run-row.ts'
import { type MonteCarloErrors, totalCostErrors } from './monte-carlo-error.ts'

const FIRST_STEP = 1_000

/** Tells whether the errors of the mean and of the 90 % quantile are both below a percentage. */
export function isBelow(
  percent: number,
  { mean_error_percent, q90_error_percent }: MonteCarloErrors,
): boolean {
  return mean_error_percent < percent && q90_error_percent < percent
}

/**
 * Simulates 1,000 runs, 2,000, 4,000 and so on, up to the limit, until both errors are below the percentage. Each step
 * is given the table of the one before, so that no run is simulated twice. Steps are fixed, and so is where they end.
 */
export async function simulateUntilError<Table extends RunTable>(
  percent: number,
  simulateTo: (runs: number, begun?: Table) => Promise<Table>,
  mostRuns = MOST_RUNS,
): Promise<Table> {
  let table = await simulateTo(Math.min(FIRST_STEP, mostRuns))
  while (table.runs < mostRuns && !isBelow(percent, totalCostErrors(table)))
    table = await simulateTo(Math.min(2 * table.runs, mostRuns), table)
  return table
}
