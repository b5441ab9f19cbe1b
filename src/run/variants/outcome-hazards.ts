// The hazards of some of the outcomes of a cell, those that an effect has more of.
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/programme.ts'

const indicesOf = new WeakMap<Uint8Array, Int32Array>()

/** Returns the outcomes that an effect has, by index. */
export function outcomesOf(flags: Uint8Array): Int32Array {
  const known = indicesOf.get(flags)
  if (known) return known
  const indices = Int32Array.from([...flags.keys()].filter((outcome) => flags[outcome] === 1))
  indicesOf.set(flags, indices)
  return indices
}

/** Returns the hazard per day of some outcomes together in a cell. */
export function hazardOf({ cells }: Model, outcomes: Int32Array, cell: number): number {
  const { cumulative } = cells
  const first = cell * cells.outcomes
  let hazard = 0
  for (let index = 0; index < outcomes.length; index++) {
    const at = first + outcomes[index]
    hazard += cumulative[at] - (at > first ? cumulative[at - 1] : 0)
  }
  return hazard
}

/** Returns the first of some outcomes at which the running sum of their hazards exceeds a value; the last of them at most. */
export function outcomeAt({ cells }: Model, outcomes: Int32Array, cell: number, value: number): number {
  if (outcomes.length === 1) return outcomes[0]
  const { cumulative } = cells
  const first = cell * cells.outcomes
  let hazard = 0
  for (let index = 0; index < outcomes.length; index++) {
    const at = first + outcomes[index]
    hazard += cumulative[at] - (at > first ? cumulative[at - 1] : 0)
    if (value < hazard) return outcomes[index]
  }
  return outcomes[outcomes.length - 1]
}

/** Writes [age] the largest hazard of some outcomes together in any cell of eligible children; returns the largest of all. */
export function setLargestHazards(
  model: Model,
  { homes }: Eligible,
  outcomes: Int32Array,
  largestAtAge: Float64Array,
): number {
  const { cells, axes } = model
  const placements = axes.placements.length
  const perAge = cells.placementStride / largestAtAge.length
  let largest = 0
  for (let age = 0; age < largestAtAge.length; age++) {
    largestAtAge[age] = 0
    for (let placement = 0; placement < placements; placement++) {
      if (homes[age * placements + placement] === 0) continue
      const first = placement * cells.placementStride + age * perAge
      const here = largestIn(model, outcomes, first, first + perAge)
      if (here > largestAtAge[age]) largestAtAge[age] = here
    }
    if (largestAtAge[age] > largest) largest = largestAtAge[age]
  }
  return largest
}

/** The largest hazard of some outcomes together in the cells from one up to, not including, another. */
function largestIn(model: Model, outcomes: Int32Array, from: number, to: number): number {
  let largest = 0
  for (let cell = from; cell < to; cell++) {
    const hazard = hazardOf(model, outcomes, cell)
    if (hazard > largest) largest = hazard
  }
  return largest
}
