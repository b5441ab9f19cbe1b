// How numbers of children change from one March to the next, over all authorities and all years up to an origin: a
// drift and a spread around it that is wider for small numbers. Comes before the forecast with drift of
// naive-forecasts.ts.
import { exponentialOf, logarithm } from '../domain/exact-math.ts'
import { sum } from '../domain/sum.ts'
import { isLargeEnough, type StockHistory } from './known-stocks.ts'

/** A change within a year: the number at its start and that at its end, both above 0. */
export interface YearlyChange {
  before: number
  after: number
}

/**
 * What a year does to a number of children; the variance of its relative change is baseVariance + variancePerChild /
 * number.
 */
export interface Drift {
  /** Relative growth a year; 0.01 is 1 %. */
  growth: number
  /** What numbers of any size have: decisions and demand that all children of an authority share. */
  baseVariance: number
  /** What falls with the number; 1 would be the chance of a Poisson number. */
  variancePerChild: number
}

type Variance = Omit<Drift, 'growth'>

/** A relative change less the drift, squared, and 1 over the number at its start. */
interface Deviation {
  squared: number
  inverse: number
}

const MOST_STEPS = 200
const CLOSE_ENOUGH = 1e-12

/** Lists the changes between one March and the next up to an origin, of numbers above 20 that do not end at 0. */
export function yearlyChanges(histories: readonly StockHistory[], origin: number): YearlyChange[] {
  return histories.flatMap(({ stocks }) =>
    Object.keys(stocks)
      .map(Number)
      .filter((year) => year < origin)
      .map((year) => ({ before: stocks[year], after: stocks[year + 1] }))
      .filter(({ before, after }) => isLargeEnough(before) && after > 0),
  )
}

/**
 * Fits the drift. Growth is the geometric mean of all changes, each authority and year counting the same, since it
 * compounds. The variance is fitted to the squared deviations from it by maximum likelihood, deviations taken as
 * normal: both parts at least 0. Throws a RangeError where there are no changes.
 */
export function fitDrift(changes: readonly YearlyChange[]): Drift {
  if (changes.length === 0) throw new RangeError('no change from one March to the next is known')
  const logs = changes.map(({ before, after }) => logarithm(after / before))
  const growth = exponentialOf(average(logs)) - 1
  const deviations = changes.map(({ before, after }) => ({
    squared: (after / before - 1 - growth) ** 2,
    inverse: 1 / before,
  }))
  return { growth, ...fitVariance(deviations) }
}

/** Returns the variance of the relative change of a number within a year. */
export function varianceOfChange({ baseVariance, variancePerChild }: Variance, stock: number): number {
  return baseVariance + variancePerChild / stock
}

/**
 * Maximum likelihood by scoring: weighted least squares of the squared deviations on 1 and 1 / number, each weighted by
 * its precision under the last fit, 1 / variance², over and over. Plain least squares would hang on the smallest
 * authority.
 */
function fitVariance(deviations: Deviation[]): Variance {
  let fit: Variance = { baseVariance: average(deviations.map(({ squared }) => squared)), variancePerChild: 0 }
  for (let step = 0; step < MOST_STEPS; step++) {
    const last = fit
    if (deviations.some(({ inverse }) => varianceOfChange(last, 1 / inverse) === 0)) return last
    fit = weightedFit(deviations, (inverse) => 1 / varianceOfChange(last, 1 / inverse) ** 2)
    if (isClose(fit, last)) return fit
  }
  return fit
}

function weightedFit(deviations: Deviation[], weightAt: (inverse: number) => number): Variance {
  let [ones, inverses, squares, values, products] = [0, 0, 0, 0, 0]
  for (const { squared, inverse } of deviations) {
    const weight = weightAt(inverse)
    ones += weight
    inverses += weight * inverse
    squares += weight * inverse * inverse
    values += weight * squared
    products += weight * squared * inverse
  }
  const determinant = ones * squares - inverses * inverses
  // Numbers that are all the same cannot tell the two parts apart.
  if (determinant <= CLOSE_ENOUGH * ones * squares)
    return { baseVariance: values / ones, variancePerChild: 0 }
  const baseVariance = (values * squares - products * inverses) / determinant
  const variancePerChild = (products * ones - values * inverses) / determinant
  if (baseVariance < 0) return { baseVariance: 0, variancePerChild: products / squares }
  if (variancePerChild < 0) return { baseVariance: values / ones, variancePerChild: 0 }
  return { baseVariance, variancePerChild }
}

function isClose(one: Variance, other: Variance): boolean {
  const near = (left: number, right: number) => Math.abs(left - right) <= CLOSE_ENOUGH * Math.abs(right)
  return near(one.baseVariance, other.baseVariance) && near(one.variancePerChild, other.variancePerChild)
}

function average(values: number[]): number {
  return sum(values) / values.length
}
