// The search for the value at which a measure reaches its target: bisection between two ends on either side of it. It
// takes any measure; solve-scenario.ts brings that of a scenario.

import { normalQuantile } from '../../domain/distribution/normal-quantile.ts'
import { roundToError } from '../../domain/quantity.ts'
import type { SolveAnswer, SolveStep } from '../../result/solved.ts'

/** Simulates with a value in place; the error is NaN where there are too few runs to tell. */
export type Measure = (value: number) => Promise<Omit<SolveStep, 'value'>>

/** Both ends of a search, the lower value first. */
export type Ends = [SolveStep, SolveStep]

/** What a search is for. */
export interface Search {
  /** Number that the measure is held to. */
  threshold: number
  /** Whether only whole numbers can be tried. */
  isWhole: boolean
}

/** Width, as a share of the distance between the ends, below which the search stops. */
const CLOSE_ENOUGH = 0.005
/** Values are tried to the tenth part of the place of that width. */
const DIGITS_BEYOND = 0.1
const LEVEL = 0.8

/** Returns the largest number of values that a search measures, the ends included. */
export const MOST_STEPS = 2 + Math.ceil(Math.log2(1 / CLOSE_ENOUGH))

/** Measures at both ends, the lower value first. */
export async function measureEnds(measure: Measure, between: readonly number[]): Promise<Ends> {
  const [low, high] = between.toSorted((one, other) => one - other)
  return [await stepAt(measure, low), await stepAt(measure, high)]
}

async function stepAt(measure: Measure, value: number): Promise<SolveStep> {
  return { value, ...(await measure(value)) }
}

/**
 * Halves the distance between ends of which one meets the target, until it is below 0.5 % of what it was or 1 between whole
 * numbers, or the measure changes by less than its Monte Carlo error. The solution is the end that meets the target. The
 * measure is taken to rise or to fall all the way. Throws a RangeError where both ends, or neither, meet the target.
 */
export async function bisect(
  measure: Measure,
  ends: Ends,
  { threshold, isWhole }: Search,
): Promise<SolveAnswer> {
  if (ends[0].holds === ends[1].holds) throw new RangeError('both ends are on the same side of the target')
  const brackets = [ends]
  const finest = finestOf(ends, isWhole)
  while (isWorthHalving(brackets.at(-1)!, widthOf(ends) * CLOSE_ENOUGH, isWhole)) {
    const bracket = brackets.at(-1)!
    const middle = await stepAt(measure, middleOf(bracket, finest))
    brackets.push(middle.holds === bracket[0].holds ? [middle, bracket[1]] : [bracket[0], middle])
  }
  return answerOf(brackets, finest, threshold)
}

function isWorthHalving(bracket: Ends, width: number, isWhole: boolean): boolean {
  if (widthOf(bracket) < width || (isWhole && widthOf(bracket) <= 1)) return false
  return !(changeIn(bracket) < errorIn(bracket))
}

function middleOf([low, high]: Ends, finest: number): number {
  return roundToError((low.value + high.value) / 2, 0, finest)
}

/** The place, a power of ten, to which values are tried. */
function finestOf(ends: Ends, isWhole: boolean): number {
  if (isWhole) return 1
  return 10 ** Math.floor(Math.log10(widthOf(ends) * CLOSE_ENOUGH)) * DIGITS_BEYOND
}

function answerOf(brackets: Ends[], finest: number, threshold: number): SolveAnswer {
  const last = brackets.at(-1)!
  const [first] = brackets
  const solution = last.find(({ holds }) => holds)!.value
  const tried = brackets.slice(1).map((bracket, index) => {
    return bracket.find((end) => !brackets[index].includes(end))!
  })
  const spread = spreadAround(brackets)
  return {
    solution,
    meetsFrom: last[1].holds ? 'up' : 'down',
    ...(spread !== undefined && {
      interval: intervalAround({ crossing: crossingIn(last, threshold), spread, solution }, first, finest),
    }),
    isMonotone: tried.every((step) => isBetween(step, first)),
    steps: [...first, ...tried],
  }
}

/** Errors that the measure must change by in a bracket for its slope there to be known well; a narrower one can look steep by chance. */
const CHANGE_FOR_SLOPE = 5

/**
 * How far the solution would move if all were simulated again with another seed, as a standard error: that of the measure over
 * its slope, in the narrowest bracket in which the measure changes by five errors, or else between both ends; undefined where it
 * changes by less than its error even there.
 */
function spreadAround(brackets: Ends[]): number | undefined {
  const error = errorIn(brackets.at(-1)!)
  const wide = brackets.findLast((bracket) => changeIn(bracket) >= CHANGE_FOR_SLOPE * error) ?? brackets[0]
  if (!(changeIn(wide) > error)) return undefined
  return (error * widthOf(wide)) / changeIn(wide)
}

/** Where a straight line between both ends crosses the threshold: the solution is up to a bracket away from it. */
function crossingIn([low, high]: Ends, threshold: number): number {
  return low.value + (widthOf([low, high]) * (threshold - low.measure)) / (high.measure - low.measure)
}

/** Rounds outwards, so that whole numbers do not make the interval narrower, and takes in the solution. */
function intervalAround(
  { crossing, spread, solution }: { crossing: number; spread: number; solution: number },
  [low, high]: Ends,
  finest: number,
): NonNullable<SolveAnswer['interval']> {
  const reach = normalQuantile((1 + LEVEL) / 2) * spread
  const toGrid = (value: number, round: (steps: number) => number) =>
    roundToError(round(value / finest) * finest, 0, finest)
  return {
    // Beyond the ends nothing was simulated.
    low: Math.max(low.value, Math.min(solution, toGrid(crossing - reach, Math.floor))),
    high: Math.min(high.value, Math.max(solution, toGrid(crossing + reach, Math.ceil))),
    level: LEVEL,
    includes: 'Monte Carlo error only',
  }
}

/** Where all runs agree at one end the error there is 0, though that of its neighbour is not. */
function errorIn([low, high]: Ends): number {
  return Math.max(low.mc_error, high.mc_error)
}

function changeIn([low, high]: Ends): number {
  return Math.abs(high.measure - low.measure)
}

function widthOf([low, high]: Ends): number {
  return high.value - low.value
}

/** Errors at which a value beyond those at the ends is no longer taken for chance. */
const CLEARLY = 3

function isBetween({ measure, mc_error }: SolveStep, [low, high]: Ends): boolean {
  const [least, most] = [Math.min(low.measure, high.measure), Math.max(low.measure, high.measure)]
  const error = CLEARLY * Math.max(mc_error, errorIn([low, high]))
  return !(measure < least - error || measure > most + error)
}
