// Which assumptions move the result most: how much of its variance each explains by itself, and in which direction.
import { sampleCorrelation } from 'simple-statistics'
import { sum } from '../../domain/sum.ts'
import type { RunTable } from '../../run/run-row.ts'
import { centred } from '../numbers/centred.ts'
import { headlineValues, mainHeadlinesOf } from './headlines.ts'

/** An assumption and what it does to a headline. */
export interface RankedAssumption {
  line: string
  /** '2017/18', or 'all'. */
  financial_year: string
  /** Path in the scenario, like 'entries.perYear'. */
  assumption: string
  /** Spearman's, -1 to 1: positive where more of the assumption goes with more of the headline. */
  rank_correlation: number
  /** Var E[Y|X] / Var Y: the share of the variance that knowing the assumption alone would take away. */
  first_order_share: number
  /** Monte Carlo standard error of the share. */
  mc_error: number
}

/** The values that the assumptions took in the runs. */
interface Draws {
  paths: string[]
  /** [path * runs + run] */
  values: Float64Array
  runs: number
}

type Influence = Omit<RankedAssumption, 'line' | 'financial_year' | 'assumption'>

/** A number of every run, ready to be compared with others. */
interface Outcome {
  ranks: Float64Array
  /** The values less their mean. */
  fromMean: Float64Array
}

const MOST_BINS = 100
const MOST_BLOCKS = 50

/** Ranks the assumptions for each main headline: the largest share first, then the strongest rank correlation, then by path. */
export function rankAssumptions(table: RunTable, { paths, values, runs }: Draws): RankedAssumption[] {
  if (paths.length === 0) return []
  const headlines = mainHeadlinesOf(table)
  const outcomes = headlineValues(table, headlines).map(outcomeOf)
  const byPath = paths.map((_, path) => {
    const ranks = midranks(values.subarray(path * runs, (path + 1) * runs))
    return outcomes.map((outcome) => influenceOf(ranks, outcome))
  })
  return headlines.flatMap(({ line, financial_year }, headline) => {
    const ranked = paths.map((assumption, path) => ({
      line,
      financial_year,
      assumption,
      ...byPath[path][headline],
    }))
    return ranked.sort(byInfluence)
  })
}

/** Returns what an input does to an output, both given as one value for each run; without error where the input is constant. */
export function influence(input: Float64Array, output: Float64Array): Influence {
  return influenceOf(midranks(input), outcomeOf(output))
}

/** Returns the place of each value among all, from 0 on; equal values share the mean of their places. */
export function midranks(values: Float64Array): Float64Array {
  const sorted = values.toSorted()
  const rankOf = new Map<number, number>()
  for (let first = 0; first < sorted.length; ) {
    let last = first
    while (sorted[last + 1] === sorted[first]) last++
    rankOf.set(sorted[first], (first + last) / 2)
    first = last + 1
  }
  return values.map((value) => rankOf.get(value)!)
}

function outcomeOf(values: Float64Array): Outcome {
  return { ranks: midranks(values), fromMean: centred(values) }
}

function influenceOf(ranks: Float64Array, { ranks: outcomeRanks, fromMean }: Outcome): Influence {
  const isConstant = ranks.every((rank) => rank === ranks[0])
  if (isConstant) return { rank_correlation: 0, first_order_share: 0, mc_error: 0 }
  return { rank_correlation: rankCorrelation(ranks, outcomeRanks), ...firstOrderShare(ranks, fromMean) }
}

function rankCorrelation(left: Float64Array, right: Float64Array): number {
  // Declared for arrays, but only reads length and elements; rounding may leave it a hair above 1.
  const correlation = sampleCorrelation(left as unknown as number[], right as unknown as number[])
  return Math.max(-1, Math.min(1, correlation))
}

/**
 * The first-order share from given runs: the runs are put into bins of equal count by the rank of the input, equal values
 * into one, and the variance between the bins' means is freed from what chance alone puts there (Hays's omega squared,
 * 1963). With as many bins as the square root of the runs, what varies inside a bin is less than the error. The error is
 * a jackknife's over blocks of runs.
 */
function firstOrderShare(
  ranks: Float64Array,
  outcome: Float64Array,
): Pick<Influence, 'first_order_share' | 'mc_error'> {
  const runs = ranks.length
  const bins = Math.max(2, Math.min(MOST_BINS, Math.round(Math.sqrt(runs))))
  const blocks = Math.min(MOST_BLOCKS, runs)
  const all = momentsOf(bins)
  const ofBlocks = Array.from({ length: blocks }, () => momentsOf(bins))
  for (let run = 0; run < runs; run++) {
    const bin = Math.floor((ranks[run] * bins) / runs)
    for (const moments of [all, ofBlocks[run % blocks]]) addTo(moments, bin, outcome[run])
  }
  const withoutOne = ofBlocks.map((block) => omegaSquared(less(all, block)))
  return { first_order_share: omegaSquared(all), mc_error: jackknifeError(withoutOne) }
}

/** Of the values in each bin: how many, their sum, and the sum of the squares of all. */
interface Moments {
  counts: Float64Array
  sums: Float64Array
  squares: number
}

function momentsOf(bins: number): Moments {
  return { counts: new Float64Array(bins), sums: new Float64Array(bins), squares: 0 }
}

function addTo(moments: Moments, bin: number, value: number): void {
  moments.counts[bin]++
  moments.sums[bin] += value
  moments.squares += value * value
}

function less(all: Moments, block: Moments): Moments {
  return {
    counts: all.counts.map((count, bin) => count - block.counts[bin]),
    sums: all.sums.map((sum, bin) => sum - block.sums[bin]),
    squares: all.squares - block.squares,
  }
}

/** The share of the variance that lies between bins; bins that are empty do not count. */
function omegaSquared({ counts, sums, squares }: Moments): number {
  let [runs, sum, filled, squaresOfMeans] = [0, 0, 0, 0]
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin] === 0) continue
    filled++
    runs += counts[bin]
    sum += sums[bin]
    squaresOfMeans += (sums[bin] * sums[bin]) / counts[bin]
  }
  const between = squaresOfMeans - (sum * sum) / runs
  const within = squares - squaresOfMeans
  const chance = within / (runs - filled)
  return (between - (filled - 1) * chance) / (between + within + chance)
}

function jackknifeError(withoutOne: number[]): number {
  const count = withoutOne.length
  const mean = sum(withoutOne) / count
  const squares = withoutOne.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return Math.sqrt(((count - 1) / count) * squares)
}

function byInfluence(left: RankedAssumption, right: RankedAssumption): number {
  // What is unknown, NaN, comes after all that is known to matter.
  const share = (right.first_order_share || 0) - (left.first_order_share || 0)
  const correlation = Math.abs(right.rank_correlation || 0) - Math.abs(left.rank_correlation || 0)
  return share || correlation || (left.assumption < right.assumption ? -1 : 1)
}
