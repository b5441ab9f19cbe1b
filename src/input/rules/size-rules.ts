// How many of a kind a scenario may have: every table of the results has a line or a column for each.
import { formatNumber } from '../../domain/quantity.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

const MOST = { placements: 200, interventions: 500, packages: 500 } as const

/** Finds tables with more placements, interventions or packages than a run takes. */
export function sizeProblems(scenario: Scenario): FieldProblem[] {
  return (Object.keys(MOST) as (keyof typeof MOST)[]).flatMap((table): FieldProblem[] => {
    const size = Object.keys(scenario[table] ?? {}).length
    if (size <= MOST[table]) return []
    return [
      {
        path: [table],
        at: 'key',
        message: `has ${formatNumber(size)} ${table}; the limit is ${MOST[table]}`,
      },
    ]
  })
}
