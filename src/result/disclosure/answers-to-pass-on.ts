// What of a result's answers is passed on: claims, and what was solved for. -> pass-on.ts
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { TestedClaim } from '../../summary/targets/claims.ts'
import type { Result } from '../result.ts'
import type { Solved } from '../solved.ts'
import { CONFIDENTIAL } from './confidential.ts'
import { isLineWithheld, isPartly, type Withheld } from './withheld.ts'

/** Withholds a target that names a placement, which would tell its number as well as the steps do. */
export function solvedToPassOn(solve: Solved, { placements }: Withheld): Solved {
  const isOfSome = solve.target.split(/[^\w-]+/).some((name) => placements.has(name))
  return isOfSome ? { ...solve, target: CONFIDENTIAL, steps: [] } : solve
}

/** Leaves out claims about what is withheld. */
export function claimsToPassOn(
  claims: TestedClaim[],
  withheld: Withheld,
  { scenario }: Result,
): TestedClaim[] {
  return claims.filter((claim) => !isHidden(claim, withheld, scenario))
}

function isHidden(
  { line, of = [], among = [] }: TestedClaim,
  withheld: Withheld,
  scenario: Scenario,
): boolean {
  return (
    isPartly(of, withheld) ||
    isPartly(among, withheld) ||
    (line !== undefined && isLineWithheld(line, withheld, scenario))
  )
}
