// What every effect is compiled from beside its own block: the scenario, its days, and where the effect stands in it.
import { hash32 } from '../../domain/hash32.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes } from '../axes.ts'
import { strengthOn } from '../packages/strength.ts'

export interface EffectFrame {
  scenario: Scenario
  axes: Axes
  /** hash32 of the path of the effect: where its own random numbers are. */
  address: number
  /** [day] share of the full effect. */
  strength: Float64Array
  /** The same for any day, those before the start too. */
  strengthOn: (day: number) => number
}

/** Makes what the effects of an intervention with these strengths are compiled from, by the position of the effect. */
export function effectFrames(
  scenario: Scenario,
  axes: Axes,
  key: string,
  strength: Float64Array,
): (index: number) => EffectFrame {
  const on = strengthOn(scenario.interventions![key], axes)
  return (index) => {
    const address = hash32(`interventions.${key}.effects.${index}`)
    return { scenario, axes, address, strength, strengthOn: on }
  }
}
