// The lines of money that a scenario's results have: what a budget or an outturn may be for.
import { paymentsOf } from './payments-after-care.ts'
import type { Scenario } from './scenario-schema.ts'

/** The line of all money together. */
export const TOTAL_LINE = 'total'

/** Lists the lines in £ of the results: placements, what is paid after care, and the total. */
export function moneyLinesOf(scenario: Pick<Scenario, 'placements' | 'afterCare'>): string[] {
  return [...Object.keys(scenario.placements), ...paymentsOf(scenario).map(({ line }) => line), TOTAL_LINE]
}

/** Returns the lines that a budget or an outturn names, or all placements where it names none. */
export function linesCovered(
  lines: readonly string[] | undefined,
  placements: readonly string[],
): readonly string[] {
  return lines ?? placements
}
