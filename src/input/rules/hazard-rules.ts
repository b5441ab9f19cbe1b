// The rates at which children leave and move: their tables name placements, and every move leads somewhere.
import type { FieldPath, FieldProblem } from '../input-error.ts'
import type { Hazard, Move, Scenario } from '../schema/scenario-schema.ts'
import { monthsProblems, placementKeyProblems, shareProblems } from './table-rules.ts'

/** Checks the hazards of all exit reasons. */
export function exitProblems({ exits, placements }: Scenario): FieldProblem[] {
  return Object.entries(exits).flatMap(([reason, hazard]) =>
    hazard ? hazardProblems(hazard, Object.keys(placements), ['exits', reason]) : [],
  )
}

/** Checks the hazards and the destinations of all kinds of move. */
export function moveProblems({ moves, placements }: Scenario): FieldProblem[] {
  return Object.entries(moves).flatMap(([kind, move]) => {
    const path = ['moves', kind]
    return [
      ...hazardProblems(move, Object.keys(placements), path),
      ...destinationProblems(move, Object.keys(placements), [...path, 'destinations']),
    ]
  })
}

function hazardProblems(hazard: Hazard, placements: string[], path: FieldPath): FieldProblem[] {
  return [
    ...placementKeyProblems(hazard.byPlacement, placements, [...path, 'byPlacement']),
    ...monthsProblems(hazard.byMonthsInCare, [...path, 'byMonthsInCare']),
    ...monthsProblems(hazard.byMonthsInPlacement, [...path, 'byMonthsInPlacement']),
  ]
}

// A destination may be the placement itself: a move to another home of the same type. Destinations that do not take
// the child's age are left out and the others share its moves; where none is left, the move does not happen.
function destinationProblems(move: Move, placements: string[], path: FieldPath): FieldProblem[] {
  const rows = Object.entries(move.destinations)
  const missing = placements.filter((key) => !Object.hasOwn(move.destinations, key) && canHappenIn(move, key))
  return [
    ...placementKeyProblems(move.destinations, placements, path),
    ...rows.flatMap(([origin, row]) => [
      ...placementKeyProblems(row, placements, [...path, origin]),
      ...shareProblems(row, [...path, origin]),
    ]),
    ...missing.map((key) => ({
      path: [...path, key],
      message: `is missing; say where children move to from ${key}, or give it the factor 0 in byPlacement`,
    })),
  ]
}

function canHappenIn(hazard: Hazard, placement: string): boolean {
  const levels = typeof hazard.perYear === 'number' ? [hazard.perYear] : Object.values(hazard.perYear)
  return levels.some((level) => level > 0) && hazard.byPlacement?.[placement] !== 0
}
