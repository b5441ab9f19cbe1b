// How much financial years differ beyond chance. Scenario -> sizes; src/run/conditions.ts draws the years from them.
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** What shocks act on, in the order of their tables. */
export const SHOCKED = ['entries', 'exits', 'prices'] as const

/** Standard deviations of the logarithm of a year's multiplier; 0 where a scenario has no such shock. */
export interface ShockSizes {
  /** [shocked] of each year by itself */
  local: Float64Array
  /** [shocked] of the step that the national level takes each year */
  national: Float64Array
  /** Whether any of them is not 0. */
  areOn: boolean
}

/** Compiles the shocks of a scenario. */
export function compileShocks({ shocks }: Scenario): ShockSizes {
  const local = Float64Array.from(SHOCKED, (on) => shocks?.[on]?.local ?? 0)
  const national = Float64Array.from(SHOCKED, (on) => shocks?.[on]?.national ?? 0)
  return { local, national, areOn: [...local, ...national].some((size) => size > 0) }
}
