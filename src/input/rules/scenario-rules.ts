// What no single field can know: references, sums, order and limits across the scenario. The schema has passed before.
import type { FieldProblem } from '../input-error.ts'
import { valueAt } from '../reading/value-at.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { afterCareProblems } from './after-care-rules.ts'
import { budgetProblems, outturnProblems } from './budget-rules.ts'
import { entriesProblems, openingStockProblems } from './children-rules.ts'
import { claimProblems, outcomeProblems } from './claim-rules.ts'
import { contributionProblems } from './contribution-rules.ts'
import { disclosureProblems } from './disclosure-rules.ts'
import { factsProblems } from './facts-rules.ts'
import { exitProblems, moveProblems } from './hazard-rules.ts'
import { horizonProblems } from './horizon-rules.ts'
import { interventionProblems } from './intervention-rules.ts'
import { moneyProblems } from './money-rules.ts'
import { packageProblems } from './package-rules.ts'
import { placementProblems } from './placement-rules.ts'
import { shiftProblems } from './shift-rules.ts'
import { sizeProblems } from './size-rules.ts'
import { labelProblems } from './table-rules.ts'

type Labelled = Record<string, { label?: string }> | undefined

/** Tables whose labels stand beside each other in the results. */
const LABELLED = [
  ['placements'],
  ['afterCare', 'services'],
  ['contributions'],
  ['otherLines'],
  ['interventions'],
  ['packages'],
]

const NO_PLACEMENTS: FieldProblem = {
  path: ['placements'],
  at: 'key',
  message: 'is empty; a scenario has at least one placement',
}

/** Finds everything that contradicts itself or goes beyond the limits of a run, all at once. */
export function checkRules(scenario: Scenario): FieldProblem[] {
  // Without placements every table would be wrong, which would only hide the one problem.
  if (Object.keys(scenario.placements).length === 0) return [...horizonProblems(scenario), NO_PLACEMENTS]
  // Rules that hold everything against everything would take too long.
  const tooMany = sizeProblems(scenario)
  if (tooMany.length > 0) return [...horizonProblems(scenario), ...tooMany]
  return [
    ...horizonProblems(scenario),
    ...placementProblems(scenario),
    ...openingStockProblems(scenario),
    ...disclosureProblems(scenario),
    ...entriesProblems(scenario),
    ...shiftProblems(scenario),
    ...factsProblems(scenario),
    ...claimProblems(scenario),
    ...outcomeProblems(scenario),
    ...exitProblems(scenario),
    ...moveProblems(scenario),
    ...afterCareProblems(scenario),
    ...moneyProblems(scenario),
    ...budgetProblems(scenario),
    ...outturnProblems(scenario),
    ...interventionProblems(scenario),
    ...packageProblems(scenario),
    ...contributionProblems(scenario),
    ...LABELLED.flatMap((path) => labelProblems(valueAt(scenario, path) as Labelled, path)),
  ]
}
