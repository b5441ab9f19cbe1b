// Where children go who find a placement full: every list of overflow must end somewhere with room.
import { AGE_BANDS, type AgeBand } from '../../domain/age-band.ts'
import { type FieldProblem, quoteSafe } from '../input-error.ts'
import type { Scenario } from '../schema/scenario-schema.ts'
import { noSuchPlacement } from './table-rules.ts'

type Placements = Scenario['placements']

/** Lines of the results that a placement's own line would be mistaken for. */
const LINES = ['total', 'gross', 'contributions', 'entries', 'moves']

function lineProblem(key: string): FieldProblem {
  const message = `is the name of a line of the results; call the placement something else`
  return { path: ['placements', key], at: 'key', message }
}

/** Tells whether children of an age may move into a placement. */
export function takesAge(placement: Placements[string], age: AgeBand): boolean {
  return placement.ages === undefined || placement.ages.includes(age)
}

/** Checks that overflow refers to other placements, never in a circle, and that it ends where there is room for the age. */
export function placementProblems({ placements }: Scenario): FieldProblem[] {
  const keys = Object.keys(placements)
  return [
    ...keys.filter((key) => LINES.includes(key)).map(lineProblem),
    ...keys.flatMap((key) => referenceProblems(key, placements)),
    ...cycleProblems(placements),
    ...keys.flatMap((key) => limitProblems(key, placements)),
    ...keys.flatMap((key) => roomProblems(key, placements)),
  ]
}

function referenceProblems(key: string, placements: Placements): FieldProblem[] {
  const keys = Object.keys(placements)
  const overflow = placements[key].overflow ?? []
  return overflow.flatMap((target, index) => {
    const path = ['placements', key, 'overflow', index]
    if (target === key) return [{ path, message: `${key} cannot overflow to itself` }]
    if (!keys.includes(target))
      return [{ path, message: `'${quoteSafe(target)}' ${noSuchPlacement(target, keys)}` }]
    if (overflow.indexOf(target) < index) return [{ path, message: `${target} is in the list already` }]
    return []
  })
}

/** Reports each circle once, at the list that closes it. */
function cycleProblems(placements: Placements): FieldProblem[] {
  const problems: FieldProblem[] = []
  const finished = new Set<string>()
  const follow = (key: string, route: string[]): void => {
    for (const target of placements[key].overflow ?? []) {
      if (target === key || !Object.hasOwn(placements, target) || finished.has(target)) continue
      const first = route.indexOf(target)
      if (first < 0) follow(target, [...route, target])
      else {
        const circle = [...route.slice(first), target].join(' -> ')
        problems.push({
          path: ['placements', key, 'overflow'],
          at: 'key',
          message: `goes in a circle: ${circle}`,
        })
      }
    }
    finished.add(key)
  }
  for (const key of Object.keys(placements)) if (!finished.has(key)) follow(key, [key])
  return problems
}

/** The field that limits a placement; undefined where nothing does. */
function limitOf({ places, carers }: Placements[string]): 'places' | 'carers' | undefined {
  if (carers !== undefined) return 'carers'
  return places === undefined ? undefined : 'places'
}

function limitProblems(key: string, placements: Placements): FieldProblem[] {
  const { places, carers } = placements[key]
  if (places === undefined || carers === undefined) return []
  const message = `${key} has both places and carers; leave one out: the places are fixed, or carers give them`
  return [{ path: ['placements', key, 'carers'], at: 'key', message }]
}

// A child goes down the list of the placement that was full, and not on into the lists of the others; so that list
// itself needs, for every age that the placement takes, a placement without a limit. It skips those that do not take it.
function roomProblems(key: string, placements: Placements): FieldProblem[] {
  const { overflow = [] } = placements[key]
  const limit = limitOf(placements[key])
  if (limit === undefined) return []
  const unlimited = overflow
    .filter((target) => target !== key && Object.hasOwn(placements, target))
    .map((target) => placements[target])
    .filter((target) => limitOf(target) === undefined)
  const stranded = AGE_BANDS.filter(
    (age) => takesAge(placements[key], age) && !unlimited.some((target) => takesAge(target, age)),
  )
  if (stranded.length === 0) return []
  const whom = unlimited.length === 0 ? '' : ` that takes the ages ${stranded.join(', ')}`
  const need = `${key} has ${limit}, so its overflow must list a placement without places or carers${whom}`
  return [{ path: ['placements', key, 'overflow'], at: 'key', message: need }]
}
