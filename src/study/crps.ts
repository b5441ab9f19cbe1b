// The continuous ranked probability score: how far a whole distribution lies from what happened, in the unit of the
// number forecast. It is the integral over x of (F(x) - [outcome <= x])², F the distribution function; for a single
// value it is the absolute error. Less is better, and no other forecast scores better on average than the true
// distribution.
import { exponentialOf } from '../domain/exact-math.ts'
import type {
  CountDistribution,
  NormalDistribution,
  PredictiveDistribution,
  SampleDistribution,
} from './predictive-distribution.ts'

const SQRT_PI = Math.sqrt(Math.PI)
const SQRT_TWO_PI = Math.sqrt(2 * Math.PI)
/** Standard deviations beyond which less lies than a double near 1 can tell. */
const FAR_OUT = 8.3

/** Returns the continuous ranked probability score of a forecast, in the unit of the outcome. */
export function crpsOf(distribution: PredictiveDistribution, outcome: number): number {
  if (distribution.kind === 'sample') return crpsOfSample(distribution, outcome)
  return distribution.kind === 'normal'
    ? crpsOfNormal(distribution, outcome)
    : crpsOfCounts(distribution, outcome)
}

/**
 * Returns the fair score of runs: E|X - y| - E|X - X'| / 2, X and X' two different runs (Ferro 2014). Its mean over
 * samples is the score of the distribution that the runs come from, so that few runs neither help nor harm against a
 * forecast in closed form; the score of the runs' own step function is larger by E|X - X'| / 2n. It may be a little
 * below 0. One run scores its absolute error.
 */
function crpsOfSample({ sorted }: SampleDistribution, outcome: number): number {
  const runs = sorted.length
  let [distance, spread] = [0, 0]
  for (let rank = 0; rank < runs; rank++) {
    distance += Math.abs(sorted[rank] - outcome)
    // The sum over all pairs, each once: a run is the larger one of `rank` pairs and the smaller one of its others.
    // Counted from the outcome, which falls out, large numbers keep their digits.
    spread += (2 * rank - runs + 1) * (sorted[rank] - outcome)
  }
  return runs === 1 ? distance : distance / runs - spread / (runs * (runs - 1))
}

/** Returns the score of a normal distribution in closed form (Gneiting and Raftery 2007, section 4.2). */
function crpsOfNormal({ mean, sd }: NormalDistribution, outcome: number): number {
  if (sd === 0) return Math.abs(outcome - mean)
  const z = (outcome - mean) / sd
  return sd * (z * (2 * normalShareBelow(z) - 1) + 2 * normalDensity(z) - 1 / SQRT_PI)
}

/**
 * Returns the score of whole numbers for a whole outcome: between them the integrand is constant, so the sum is exact.
 */
function crpsOfCounts({ first, shares }: CountDistribution, outcome: number): number {
  const end = Math.max(first + shares.length, outcome)
  let [score, below] = [0, 0]
  for (let count = Math.min(first, outcome); count < end; count++) {
    below += shares[count - first] ?? 0
    score += (below - (outcome <= count ? 1 : 0)) ** 2
  }
  return score
}

function normalDensity(z: number): number {
  return exponentialOf((-z * z) / 2) / SQRT_TWO_PI
}

/**
 * Returns the share of the standard normal distribution below z, to 1e-15 (Marsaglia 2004, 'Evaluating the normal
 * distribution').
 */
function normalShareBelow(z: number): number {
  if (Math.abs(z) > FAR_OUT) return z < 0 ? 0 : 1
  let [sum, term] = [0, z]
  for (let power = 3; sum + term !== sum; power += 2) {
    sum += term
    term *= (z * z) / power
  }
  return 0.5 + sum * normalDensity(z)
}
