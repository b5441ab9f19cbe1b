// Rules of disclosure control. -> scenario-rules.ts
import { formatCount } from '../../domain/quantity.ts'
import type { FieldProblem } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

/** Finds a total that is a small count itself, so that nothing could be passed on. */
export function disclosureProblems({ disclosure, openingStock }: Scenario): FieldProblem[] {
  const { children } = openingStock
  if (disclosure === undefined || children >= disclosure.below) return []
  return [
    {
      path: ['openingStock', 'children'],
      message: `is a small count itself: a forecast of ${formatCount(children, 'child', 'children')} cannot be passed on where counts below ${disclosure.below} are withheld`,
    },
  ]
}
