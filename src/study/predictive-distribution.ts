// What a forecast says of a number of children: its runs, or a distribution in closed form. Comes before crps.ts and
// scores.ts, which hold it against what happened.
import { normalQuantile } from '../domain/distribution/normal-quantile.ts'
import { sum } from '../domain/sum.ts'
import { quantileOfSorted } from '../summary/numbers/quantile-of-sorted.ts'

/** The values of the runs, sorted upwards; at least one. */
export interface SampleDistribution {
  kind: 'sample'
  sorted: Float64Array
}

/** A normal distribution; an `sd` of 0 is a single value. */
export interface NormalDistribution {
  kind: 'normal'
  mean: number
  sd: number
}

/** Probabilities of whole numbers in a row, the first of which is `first`; they add up to 1. */
export interface CountDistribution {
  kind: 'counts'
  first: number
  shares: Float64Array
}

export type PredictiveDistribution = SampleDistribution | NormalDistribution | CountDistribution

/** Weights below this share of the largest add nothing to a double. */
const NEXT_TO_NOTHING = 1e-20

/** Turns the values of runs, in any order, into a distribution; throws a RangeError where there are none. */
export function sampleOf(values: ArrayLike<number>): SampleDistribution {
  if (values.length === 0) throw new RangeError('a forecast of no runs says nothing')
  return { kind: 'sample', sorted: Float64Array.from(values).sort() }
}

/**
 * Returns the Poisson distribution of a mean of 0 or more, and throws a RangeError for any other. Probabilities follow
 * from their neighbours, outwards from the most likely number, and are then made to add up to 1: no factorials, no
 * exponentials.
 */
export function poissonOf(mean: number): CountDistribution {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new RangeError(`a Poisson mean is 0 or more, not ${mean}`)
  const mode = Math.floor(mean)
  const below = weightsBelow(mode, mean)
  const weights = Float64Array.from([...below.reverse(), 1, ...weightsAbove(mode, mean)])
  const total = sum(weights)
  return { kind: 'counts', first: mode - below.length, shares: weights.map((weight) => weight / total) }
}

function weightsBelow(mode: number, mean: number): number[] {
  const weights: number[] = []
  let weight = 1
  for (let count = mode; count > 0; count--) {
    weight *= count / mean
    if (weight < NEXT_TO_NOTHING) break
    weights.push(weight)
  }
  return weights
}

function weightsAbove(mode: number, mean: number): number[] {
  const weights: number[] = []
  let weight = 1
  for (let count = mode + 1; ; count++) {
    weight *= mean / count
    if (weight < NEXT_TO_NOTHING) return weights
    weights.push(weight)
  }
}

/** Returns the mean of a distribution. */
export function meanOf(distribution: PredictiveDistribution): number {
  if (distribution.kind === 'normal') return distribution.mean
  if (distribution.kind === 'sample') return sum(distribution.sorted) / distribution.sorted.length
  const { first, shares } = distribution
  return first + sum(shares.map((share, step) => share * step))
}

/**
 * Returns the quantile of a distribution for a share in (0, 1): of runs type 7 of Hyndman and Fan (1996), as in the
 * tables of results; of whole numbers the smallest with at least that share at or below it.
 */
export function quantileOf(distribution: PredictiveDistribution, share: number): number {
  if (distribution.kind === 'normal') return distribution.mean + distribution.sd * normalQuantile(share)
  if (distribution.kind === 'sample') return quantileOfSorted(distribution.sorted, share)
  return countQuantile(distribution, share)
}

function countQuantile({ first, shares }: CountDistribution, share: number): number {
  let [step, below] = [0, shares[0]]
  while (below < share && step < shares.length - 1) below += shares[++step]
  return first + step
}
