// What several services that prevent entries reach together, taken one after the other (A23, A24).
import type { Prevention } from '../../model/packages/programme.ts'

/** Whom services count: children by themselves, or families by their first child. */
export const UNITS = 2

/** [unit] of the services so far: probability that no independent one reaches the child at hand; sum of the disjoint ones'. */
const missing = new Float64Array(UNITS)
const disjoint = new Float64Array(UNITS)
/** [unit] of the services so far the largest probability of one. */
export const strongest = new Float64Array(UNITS)

/** Returns whom a service counts, by index. */
export function unitOf({ byFamily }: Prevention): number {
  return byFamily ? 1 : 0
}

/** Forgets all services. */
export function reachNobody(): void {
  missing.fill(1)
  disjoint.fill(0)
  strongest.fill(0)
}

/** Adds a service, which reaches a child with a probability, to those so far. */
export function reachAlso(effect: Prevention, chance: number): void {
  const unit = unitOf(effect)
  if (effect.isDisjoint) disjoint[unit] += chance
  else missing[unit] *= 1 - chance
  strongest[unit] = Math.max(strongest[unit], chance)
}

/** Returns the share of a unit that the services so far prevent together, each finding its families by itself but for the disjoint ones. */
export function endOf(unit: number): number {
  return 1 - missing[unit] * (1 - Math.min(1, disjoint[unit]))
}
