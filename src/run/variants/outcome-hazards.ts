// The hazards of some of the outcomes of a cell, those that an effect has more of.
import type { Model } from '../../model/compile-model.ts'
import type { Eligible } from '../../model/packages/programme.ts'

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

/**
 * Writes the largest hazard of some outcomes together in the cells of eligible children, over placements and times there, by age
 * and time in care: at the cell that they make in the first placement, on the first day there. Where the time in care is not known ahead it is that of the age. Returns
 * the largest of all.
 */
export function setLargestHazards(
  model: Model,
  { homes }: Eligible,
  outcomes: Int32Array,
  isTimeKnown: boolean,
  largest: Float64Array,
): number {
  const { cells, axes } = model
  const placements = axes.placements.length
  const perAge = cells.ageStride
  // A step as long as an age has cells takes all of them together.
  const step = isTimeKnown ? cells.careStride : perAge
  largest.fill(0)
  let largestOfAll = 0
  for (let from = 0; from < cells.placementStride; from += step) {
    const age = Math.floor(from / perAge)
    let here = 0
    for (let placement = 0; placement < placements; placement++) {
      if (homes[age * placements + placement] === 0) continue
      const first = placement * cells.placementStride + from
      here = Math.max(here, largestIn(model, outcomes, first, first + step))
    }
    largest.fill(here, from, from + step)
    largestOfAll = Math.max(largestOfAll, here)
  }
  return largestOfAll
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
