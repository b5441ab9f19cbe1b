// Packages name interventions and packages that exist, never in a circle, and their disjoint services can share a draw.
import { BASELINE } from '../../domain/baseline.ts'
import { type FieldProblem, quoteSafe } from '../input-error.ts'
import { interventionsOf, mixedUnits } from '../packages.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { listProblems, noSuchName } from './table-rules.ts'

type Packages = NonNullable<Scenario['packages']>

/** Checks the packages of a scenario, or all interventions together, which are one package where none is given. */
export function packageProblems({ packages = {}, interventions = {} }: Scenario): FieldProblem[] {
  const keys = Object.keys(packages)
  if (keys.length === 0) return unitProblems(Object.keys(interventions), interventions, ['interventions'])
  return keys.flatMap((key) => [
    ...nameProblems(key),
    ...parentProblems(key, packages),
    ...memberProblems(packages[key].interventions, Object.keys(interventions), key),
    ...unitProblems(interventionsOf(key, packages), interventions, ['packages', key]),
  ])
}

/** A package is a variant by its key, beside the one without interventions. */
function nameProblems(key: string): FieldProblem[] {
  if (key !== BASELINE) return []
  const message = 'is the name of what packages are compared with; give the package another name'
  return [{ path: ['packages', key], at: 'key', message }]
}

function parentProblems(key: string, packages: Packages): FieldProblem[] {
  const path = ['packages', key, 'extends']
  const parent = packages[key].extends
  if (parent === undefined) return []
  if (!Object.hasOwn(packages, parent))
    return [
      { path, message: `'${quoteSafe(parent)}' ${noSuchName(parent, Object.keys(packages), 'packages')}` },
    ]
  const circle = circleFrom(key, packages)
  // Each package of a circle could report it; the first in the file does.
  const first = Object.keys(packages).find((name) => circle.includes(name))
  if (key !== first) return []
  return [{ path, message: `goes in a circle: ${[...circle, key].join(' -> ')}` }]
}

/** The packages on the way from one back to itself; none where the way ends, or leads into a circle that it is not in. */
function circleFrom(key: string, packages: Packages): string[] {
  const way = [key]
  for (let next = packages[key].extends; next !== undefined; next = packages[next]?.extends) {
    if (next === key) return way
    if (way.includes(next)) return []
    way.push(next)
  }
  return []
}

function memberProblems(members: readonly string[], known: readonly string[], key: string): FieldProblem[] {
  const path = ['packages', key, 'interventions']
  return [
    ...listProblems(members, known, 'interventions', path),
    ...members.flatMap((member, index) =>
      members.indexOf(member) < index
        ? [{ path: [...path, index], message: `names ${quoteSafe(member)} a second time` }]
        : [],
    ),
  ]
}

function unitProblems(
  keys: readonly string[],
  interventions: NonNullable<Scenario['interventions']>,
  path: string[],
): FieldProblem[] {
  const message = mixedUnits(keys, interventions)
  return message === undefined ? [] : [{ path, at: 'key', message }]
}
