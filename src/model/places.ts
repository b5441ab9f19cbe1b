// Places: how many children each placement takes by arrival, and where a child goes who finds it full.
import { AGE_BANDS } from '../domain/age-band.ts'
import { takesAge } from '../input/rules/placement-rules.ts'
import type { Scenario } from '../input/schema/scenario-schema.ts'
import { usablePlaces } from './carers.ts'

/** Stands for no limit: more than children there can be. */
export const UNLIMITED = 0x7fffffff

/** Limits and overflow lists of all placements. */
export interface Places {
  /** [placement] children it can take, at the start where carers give the places; UNLIMITED where there is no limit. */
  limit: Int32Array
  /** [(age * placements + placement) * listLength + step] itself, then its overflow for children of the age, then -1. */
  list: Int32Array
  listLength: number
}

/** Compiles places and overflow lists; a child skips those that do not take its age. */
export function compilePlaces(scenario: Scenario): Places {
  const keys = Object.keys(scenario.placements)
  const placements = Object.values(scenario.placements)
  const listLength = 2 + Math.max(...placements.map(({ overflow }) => overflow?.length ?? 0))
  const list = new Int32Array(AGE_BANDS.length * placements.length * listLength).fill(-1)
  AGE_BANDS.forEach((band, age) => {
    placements.forEach(({ overflow = [] }, placement) => {
      const open = overflow.filter((key) => takesAge(scenario.placements[key], band))
      const start = (age * placements.length + placement) * listLength
      list.set([placement, ...open.map((key) => keys.indexOf(key))], start)
    })
  })
  return { limit: compileLimits(scenario), list, listLength }
}

/** Returns [placement] the children that it can take at the start. */
export function compileLimits(scenario: Scenario): Int32Array {
  return Int32Array.from(Object.values(scenario.placements), limitAtStart)
}

/** Returns the children that a placement can take at the start; UNLIMITED where there is no limit. */
export function limitAtStart({ places, carers }: Scenario['placements'][string]): number {
  return carers ? usablePlaces(carers, carers.households) : (places ?? UNLIMITED)
}
