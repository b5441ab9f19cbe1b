// Sibling groups: how many children of one family enter together (A14).
import type { Scenario } from '../input/schema/scenario-schema.ts'

/** The law of the size of a group that enters together; the size is 1 for every group where nothing is stated. */
export interface SiblingGroups {
  /** [size - 1] share of the groups that have at most this size; the last, of the largest group, is 1. */
  groupCumulative: Float64Array
  /** Children in a group, on average. */
  meanGroupSize: number
  /** Variance over mean of the children who enter in a time: E[size²] / E[size], 1 where all come alone. */
  dispersion: number
}

/** Compiles the shares of groups by size; they may be off 1 by a rounding, and sizes without a share are left out. */
export function compileSiblingGroups({ entries }: Scenario): SiblingGroups {
  const sizes = Object.entries(entries.siblings?.groupSizes ?? { 1: 1 })
    .map(([size, share]) => ({ size: Number(size), share }))
    .filter(({ share }) => share > 0)
  const sum = (of: (group: { size: number; share: number }) => number) =>
    sizes.reduce((total, group) => total + of(group), 0)
  const total = sum(({ share }) => share)
  const children = sum(({ size, share }) => size * share)
  const largest = Math.max(...sizes.map(({ size }) => size))
  const groupCumulative = Float64Array.from(
    { length: largest },
    (_, at) => sum(({ size, share }) => (size <= at + 1 ? share : 0)) / total,
  )
  return {
    groupCumulative,
    meanGroupSize: children / total,
    dispersion: sum(({ size, share }) => size * size * share) / children,
  }
}

/** Returns the size of the group that a uniform number in [0, 1) stands for. */
export function groupSize({ groupCumulative }: SiblingGroups, uniform: number): number {
  let size = 1
  while (uniform >= groupCumulative[size - 1]) size++
  return size
}
