// A scenario in which no placement is ever full: what packages would bring if no child took a place from another.

import type { Assumption } from '../../input/reading/ranges.ts'
import type { Effect } from '../../input/schema/intervention-schema.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'

/** Paths of numbers that are not there, or change nothing, where no placement has limits. */
const OF_LIMITS = [
  /^placements\.[^.]+\.(places$|carers\.)/,
  /^interventions\.[^.]+\.effects\.\d+\.(addPlaces\.|stabilise\.carerAttrition$)/,
]

type Placement = Scenario['placements'][string]

/** Says whether a placement of a scenario has places or carers that limit it. */
export function hasLimits({ placements }: Pick<Scenario, 'placements'>): boolean {
  return Object.values(placements).some(isLimited)
}

function isLimited({ places, carers }: Placement): boolean {
  return places !== undefined || carers !== undefined
}

/** Returns a scenario without places, carers and effects on them; one that has no limits as it is. */
export function withoutLimits(scenario: Scenario): Scenario {
  if (!hasLimits(scenario)) return scenario
  const { placements, interventions } = scenario
  return {
    ...scenario,
    placements: mapped(placements, ({ places, carers, overflow, ...placement }) => placement),
    ...(interventions && {
      interventions: mapped(interventions, (intervention) => ({
        ...intervention,
        effects: intervention.effects.map(withoutPlaces),
      })),
    }),
  }
}

/** The effect stays in its place of the list, since its place is the address of the random numbers of those beside it. */
function withoutPlaces(effect: Effect): Effect {
  const { addPlaces, stabilise } = effect
  if (addPlaces) return { addPlaces: { placement: addPlaces.placement, places: 0 } }
  if (stabilise?.carerAttrition === undefined) return effect
  const { carerAttrition, ...rest } = stabilise
  const isEmpty = rest.moves === undefined && rest.reentry === undefined
  return { stabilise: isEmpty ? { ...rest, moves: 1 } : rest }
}

/** Returns the assumptions that are left where no placement has limits. */
export function assumptionsWithoutLimits(assumptions: readonly Assumption[]): Assumption[] {
  return assumptions.filter(({ path }) => !OF_LIMITS.some((beginning) => beginning.test(path)))
}

function mapped<Value, Made>(
  table: Record<string, Value>,
  make: (value: Value) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, make(value)]))
}
