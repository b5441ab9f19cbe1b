// A quantile of numbers in the memory that runs have theirs in.
import { quantileSorted } from 'simple-statistics'

/** Returns a quantile of numbers in rising order: type 7 of Hyndman and Fan (1996), Excel's PERCENTILE.INC. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  // quantileSorted is declared for arrays, but only reads length and elements.
  return quantileSorted(sorted as unknown as number[], share)
}
