// How cost grows with a size: the slope of a line through the logarithms of both. 1 is linear, 0 no growth at all.
import { linearRegression } from 'simple-statistics'

/** Fits y proportional to x to the power of the slope, by least squares on logarithms; needs two sizes, all positive. */
export function fitSlope(points: readonly { x: number; y: number }[]): number {
  if (points.some(({ x, y }) => !(x > 0 && y > 0)))
    throw new Error('A slope on logarithms needs positive numbers')
  return linearRegression(points.map(({ x, y }) => [Math.log(x), Math.log(y)])).m
}
