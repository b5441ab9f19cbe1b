// Places: how many children each placement takes by arrival, and where a child goes who finds it full.
import type { Scenario } from '../input/scenario-schema.ts'

/** Stands for no limit: more than children there can be. */
export const UNLIMITED = 0x7fffffff

/** Limits and overflow lists of all placements. */
export interface Places {
  /** [placement] children it can take; UNLIMITED where there is no limit. */
  limit: Int32Array
  /** [placement * listLength + step] the placement itself, then its overflow list, then -1. */
  list: Int32Array
  listLength: number
}

/** Compiles places and overflow lists. */
export function compilePlaces(scenario: Scenario): Places {
  const keys = Object.keys(scenario.placements)
  const placements = Object.values(scenario.placements)
  const listLength = 2 + Math.max(...placements.map(({ overflow }) => overflow?.length ?? 0))
  const list = new Int32Array(placements.length * listLength).fill(-1)
  placements.forEach(({ overflow }, placement) => {
    list.set([placement, ...(overflow ?? []).map((key) => keys.indexOf(key))], placement * listLength)
  })
  return { limit: Int32Array.from(placements, ({ places }) => places ?? UNLIMITED), list, listLength }
}
