// Axes of growth whose costs are linear in all that grows, for tests of what is made of them.
import type { MeasuredAxis } from '../../bench/growth-checks.ts'
import type { MeasuredPoint } from '../../bench/growth-point.ts'
import { type AxisName, growthAxes, type Point } from '../../bench/growth-points.ts'

/** 365 care days of each child and year. */
function linearPoint(point: Point): MeasuredPoint {
  const work = point.runs * point.years * point.children * point.variants
  const estimate = (mean: number) => ({ mean, standardError: 0.001 * mean })
  return {
    simulate: 1e-7 * work,
    summarise: 1e-8 * work,
    mebibytes: 1e-5 * work,
    careDays: estimate(365 * point.years * point.children),
    firstYear: estimate(365 * point.children),
    firstRuns: 365 * 700 * 20,
    rows: 'same',
    ...point,
  }
}

/** Makes the named axis of the short form; its last point is changed. */
export function axisWith(name: AxisName, change: Partial<MeasuredPoint> = {}): MeasuredAxis {
  const points = growthAxes('short')
    .find((axis) => axis.name === name)!
    .points.map(linearPoint)
  return { name, points: [...points.slice(0, -1), { ...points.at(-1)!, ...change }] }
}
