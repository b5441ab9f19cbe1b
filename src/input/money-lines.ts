// The lines of money that a scenario's results have: what a budget or an outturn may be for.

import { paymentsOf } from './payments-after-care.ts'
import type { Intervention } from './schema/intervention-schema.ts'
import type { Scenario } from './schema/scenario-schema.ts'

/** The line of all money together. */
export const TOTAL_LINE = 'total'

/** What of a scenario makes lines of money. */
type MoneyOf = Pick<Scenario, 'placements' | 'afterCare' | 'contributions' | 'otherLines' | 'interventions'>

/**
 * Lists the lines in £ of the results: placements, payments after care, other lines, interventions, which cost nothing
 * where they are not run, contributions, and the total.
 */
export function moneyLinesOf(scenario: MoneyOf): string[] {
  const { placements, otherLines = {}, interventions = {}, contributions = {} } = scenario
  return [
    ...Object.keys(placements),
    ...paymentsOf(scenario).map(({ line }) => line),
    ...Object.keys(otherLines).map((key) => `other:${key}`),
    ...Object.keys(interventions).map((key) => `intervention:${key}`),
    ...Object.keys(contributions).map((key) => `contribution:${key}`),
    ...Object.entries(interventions).flatMap(([key, one]) => (othersPay(one) ? [`contribution:${key}`] : [])),
    TOTAL_LINE,
  ]
}

/** Tells whether somebody else pays for an intervention or because of it. */
export function othersPay({ investment, effects }: Intervention): boolean {
  return (
    investment?.payer !== undefined ||
    effects.some(({ changePrice }) => changePrice?.contribution !== undefined)
  )
}

/** Returns the lines that a budget or an outturn names, or all placements where it names none. */
export function linesCovered(
  lines: readonly string[] | undefined,
  placements: readonly string[],
): readonly string[] {
  return lines ?? placements
}
