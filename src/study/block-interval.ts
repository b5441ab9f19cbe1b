// An interval for an average score, by drawing whole blocks anew: scores of one region, or of one year, go up and down
// together, and to draw them one by one would make the average look surer than it is.
//
// The nine regions of England prove little. Of so few blocks the interval is too narrow: where it should hold the true
// average in 80 % of all cases, it does in about 74 %. And all regions have the same years: a shock that all of England
// shares is in every block, so that the interval says how the score would differ in other regions of those years, not
// in other years. For that the blocks must be years, and of two or three years no interval can be made that deserves
// the name.
import { block as blockOfNumbers, type Key, seedKey } from '../run/addresses.ts'
import { quantileOfSorted } from '../summary/numbers/quantile-of-sorted.ts'

/** A score and the block that it goes up and down with: a region, or a year. */
export interface BlockScore {
  block: string
  score: number
}

/** How an interval is made; the same text as `seed` gives the same interval. */
export interface ResamplingOptions {
  seed: string
  /** Share of the drawn averages between the ends; 0.8 unless told. */
  level?: number
  /** How many times the blocks are drawn; 10,000 unless told. */
  resamples?: number
}

/** An average and the central interval of the averages drawn, in the unit of the scores. */
export interface BlockInterval {
  average: number
  low: number
  high: number
  blocks: number
}

interface Total {
  sum: number
  count: number
}

/**
 * Returns the average of scores, each counting the same, and its percentile interval (Efron 1979): as many blocks as
 * there are, drawn with replacement, their scores averaged; quantiles are type 7. Throws a RangeError where there are
 * no scores.
 */
export function blockInterval(scores: readonly BlockScore[], options: ResamplingOptions): BlockInterval {
  if (scores.length === 0) throw new RangeError('there are no scores to average')
  const { seed, level = 0.8, resamples = 10_000 } = options
  const totals = totalsByBlock(scores)
  const key = seedKey(`${seed} block interval`)
  const averages = Float64Array.from({ length: resamples }, (_, resample) =>
    averageOf(drawTotals(totals, key, resample)),
  ).sort()
  const quantile = (share: number) => quantileOfSorted(averages, share)
  const [low, high] = [quantile((1 - level) / 2), quantile((1 + level) / 2)]
  return { average: averageOf(totals), low, high, blocks: totals.length }
}

/**
 * Returns the average of `ours` less that of `theirs`, and its interval. Scores stand in pairs, in the same order and
 * blocks, so that a block drawn counts for both and what makes both good or bad falls out. Throws a RangeError where
 * they do not.
 */
export function blockIntervalOfDifference(
  ours: readonly BlockScore[],
  theirs: readonly BlockScore[],
  options: ResamplingOptions,
): BlockInterval {
  const inPairs = ours.length === theirs.length && ours.every(({ block }, at) => block === theirs[at].block)
  if (!inPairs)
    throw new RangeError('the scores of the two forecasts are not of the same blocks in the same order')
  const differences = ours.map(({ block, score }, at) => ({ block, score: score - theirs[at].score }))
  return blockInterval(differences, options)
}

function totalsByBlock(scores: readonly BlockScore[]): Total[] {
  const totals = new Map<string, Total>()
  for (const { block, score } of scores) {
    const { sum, count } = totals.get(block) ?? { sum: 0, count: 0 }
    totals.set(block, { sum: sum + score, count: count + 1 })
  }
  return [...totals.values()]
}

/** Draws as many blocks as there are; the number that picks one has the address (resample, draw). */
function drawTotals(totals: Total[], key: Key, resample: number): Total[] {
  return totals.map((_, draw) => {
    const word = blockOfNumbers(key, resample, draw).first >>> 0
    return totals[Math.floor((word / 2 ** 32) * totals.length)]
  })
}

function averageOf(totals: Total[]): number {
  const total = (part: keyof Total) => totals.reduce((all, block) => all + block[part], 0)
  return total('sum') / total('count')
}
