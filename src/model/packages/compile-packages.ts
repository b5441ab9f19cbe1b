// The packages of a scenario with all that the engine and the tables need of them. Scenario and plans -> programme and axes.
import type { PackagePlan } from '../../input/packages.ts'
import type { Scenario } from '../../input/schema/scenario-schema.ts'
import type { Axes } from '../axes.ts'
import { compileProgramme } from './compile-programme.ts'
import { packageAxes } from './package-axes.ts'
import type { Programme } from './programme.ts'

export interface Packages {
  plans: PackagePlan[]
  /** With all assumptions at their central values. */
  programme: Programme
  /** [package] */
  axes: Axes[]
}

/** Compiles packages over the axes of the baseline. */
export function compilePackages(scenario: Scenario, axes: Axes, plans: PackagePlan[]): Packages {
  return {
    plans,
    programme: compileProgramme(scenario, axes, plans),
    axes: plans.map((plan) => packageAxes(scenario, axes, plan)),
  }
}
