// Parts of one cost are limited together: those who pay shares of what a placement costs pay all of it at most.
import type { FieldProblem } from '../input-error.ts'
import { interventionsOf } from '../packages.ts'
import { excessProblem, ownShares, sharesAbove1, sharesOf } from '../paid-shares.ts'
import type { Scenario } from '../schema/scenario-schema.ts'

/** Finds shares of one placement that are more than its cost together: the scenario's own, and with those of each package. */
export function contributionProblems(scenario: Scenario): FieldProblem[] {
  const own = ownShares(scenario)
  const ofScenario = excessProblem(own, scenario)
  if (ofScenario) return [{ path: ofScenario.path, message: ofScenario.message }]
  const { interventions = {}, packages = {} } = scenario
  const alone = Object.entries(interventions).flatMap(([key, one]): FieldProblem[] => {
    const excess = excessProblem([...own, ...sharesOf(key, one)], scenario)
    return excess ? [{ path: excess.path, message: `with the scenario's own, ${excess.message}` }] : []
  })
  if (alone.length > 0) return alone
  const keys = Object.keys(packages)
  if (keys.length === 0) {
    const message = sharesAbove1(Object.keys(interventions), scenario)
    return message === undefined ? [] : [{ path: ['interventions'], at: 'key', message }]
  }
  return keys.flatMap((key): FieldProblem[] => {
    const message = sharesAbove1(interventionsOf(key, packages), scenario)
    return message === undefined ? [] : [{ path: ['packages', key], at: 'key', message }]
  })
}
