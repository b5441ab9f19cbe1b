// How much of the variance of a number comes from assumptions, from shocks and from chance: runs against repeats of
// themselves in which some of the three are held and the others are drawn afresh.
import { sum } from '../../domain/sum.ts'
import { centred } from '../numbers/centred.ts'

/** Where variance comes from, in the order of conditioning: shocks given the assumptions, chance given both. */
export const PARTS = ['assumptions', 'shocks', 'chance'] as const

export type Part = (typeof PARTS)[number]

/** What differs between the runs beside chance. */
export type Varied = Record<Exclude<Part, 'chance'>, boolean>

/** A part of the variance. */
export interface VariancePart {
  part: Part
  /** Of the total variance; 0 for what does not vary, NaN where there is no variance to share or too few runs. */
  share: number
  /** Monte Carlo standard error of the share. */
  mc_error: number
}

export interface VarianceSplit {
  /** The square of the values' unit. */
  total_variance: number
  /** In the order of PARTS; the shares add up to 1. */
  parts: VariancePart[]
}

/**
 * Splits the variance of a number by the law of total variance: Var E[Y|a] is the part of the assumptions a, E Var(E[Y|a, s]|a)
 * that of the shocks s, E Var(Y|a, s) that of chance. What comes from two acting together counts with the later one. The
 * columns hold the values of the same runs: as they are; with fresh chance, unless chance alone varies; and where both
 * assumptions and shocks vary, with fresh shocks and chance. With Y1 and Y2 sharing all but chance, and Y1 and Y3 the
 * assumptions alone, chance is E(Y1 - Y2)² / 2, with the shocks it is E(Y1 - Y3)² / 2, and Cov(Y1, Y3) is left. Each
 * estimate is unbiased, and the three add up to the mean of the sample variances of Y1 and Y3, without rest.
 */
export function splitVariance(varied: Varied, columns: Float64Array[]): VarianceSplit {
  const terms = termsByRun(varied, columns.map(centred))
  const runs = columns[0].length
  const total = PARTS.reduce<Float64Array>((sums, part) => added(sums, terms[part]), new Float64Array(runs))
  const total_variance = sum(total) / (runs - 1)
  const parts = PARTS.map((part) => ({ part, ...shareOf(terms[part], total) }))
  return { total_variance, parts }
}

/** What each run adds to each part that varies; divided by runs - 1, the sums are the parts. */
function termsByRun(
  { assumptions, shocks }: Varied,
  [own, freshChance, freshShocks]: Float64Array[],
): Partial<Record<Part, Float64Array>> {
  if (!assumptions && !shocks) return { chance: products(own, own) }
  const chance = halfSquaredDistances(own, freshChance)
  if (assumptions && shocks) {
    const chanceAndShocks = halfSquaredDistances(own, freshShocks)
    return {
      assumptions: products(own, freshShocks),
      shocks: chanceAndShocks.map((term, run) => term - chance[run]),
      chance,
    }
  }
  const held = products(own, freshChance)
  return assumptions ? { assumptions: held, chance } : { shocks: held, chance }
}

/**
 * Returns the share of a total, and its error: that of a ratio of two means, from what each run adds to both (delta
 * method).
 */
export function shareOf(terms: Float64Array | undefined, total: Float64Array): Omit<VariancePart, 'part'> {
  if (terms === undefined) return { share: 0, mc_error: 0 }
  const all = sum(total)
  const share = sum(terms) / all
  const rests = terms.map((term, run) => term - share * total[run])
  const squares = sum(products(rests, rests))
  return { share, mc_error: Math.sqrt((squares * total.length) / (total.length - 1)) / all }
}

function products(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, run) => value * right[run])
}

function halfSquaredDistances(left: Float64Array, right: Float64Array): Float64Array {
  const distances = left.map((value, run) => value - right[run])
  return products(distances, distances).map((square) => square / 2)
}

function added(sums: Float64Array, terms: Float64Array | undefined): Float64Array {
  return terms === undefined ? sums : sums.map((value, run) => value + terms[run])
}
