// What must be true of the points of an axis before anyone reads what they cost, and what they may cost.
import assert from 'node:assert/strict'
import { fitSlope } from './fit-slope.ts'
import type { Estimate, MeasuredPoint } from './growth-point.ts'
import type { AxisName } from './growth-points.ts'

/** An axis with what its points cost. */
export interface MeasuredAxis {
  name: AxisName
  points: MeasuredPoint[]
}

/** Slopes above it are not linear any more. */
export const LARGEST_SLOPE = 1.15
const STANDARD_ERRORS = 4
/** Opening numbers and places are whole, which moves the care days of a child of a small authority. */
const WHOLE_CHILDREN = 0.01

/** Throws where a point has no care days, or others than the same runs, or as many children or days, have elsewhere. */
export function assertResults({ name, points }: MeasuredAxis): void {
  const [first, ...others] = points
  for (const point of points) assert.ok(point.careDays.mean > 0, `${inWords(point)}: no care days`)
  for (const point of others) SAME[name](point, first)
}

/** What does not change along each axis. */
const SAME: Record<AxisName, (point: MeasuredPoint, first: MeasuredPoint) => void> = {
  runs: sameFirstRuns,
  variants: sameFirstRuns,
  threads: (point, first) => assert.equal(point.rows, first.rows, `${inWords(point)}: other rows`),
  years: (point, first) => assertClose(inWords(point), point.firstYear, first.firstYear, 0),
  children: (point, first) => assertClose(inWords(point), perChild(point), perChild(first), WHOLE_CHILDREN),
}

function sameFirstRuns(point: MeasuredPoint, first: MeasuredPoint): void {
  assert.equal(point.firstRuns, first.firstRuns, `${inWords(point)}: other care days in the first runs`)
}

function perChild({ careDays: { mean, standardError }, children }: MeasuredPoint): Estimate {
  return { mean: mean / children, standardError: standardError / children }
}

function assertClose(name: string, one: Estimate, other: Estimate, known: number): void {
  const allowed =
    STANDARD_ERRORS * Math.hypot(one.standardError, other.standardError) + known * Math.abs(other.mean)
  assert.ok(
    Math.abs(one.mean - other.mean) <= allowed,
    `${name}: care days ${one.mean} are more than ${allowed} from ${other.mean}`,
  )
}

/** Names a point by its sizes. */
export function inWords({ runs, years, children, variants, threads }: MeasuredPoint): string {
  const parts = [`${runs} runs`, `${years} years`, `${children} children`, `${variants} variants`]
  return [...parts, ...(threads ? [`${threads} threads`] : [])].join(', ')
}

/** Slopes of time to simulate, time to summarise, and peak memory along an axis. */
export interface Slopes {
  simulate: number
  summarise: number
  mebibytes: number
}

/** Fits the three slopes of an axis. */
export function slopesOf({ name, points }: MeasuredAxis): Slopes {
  const slope = (cost: keyof Slopes) => fitSlope(points.map((point) => ({ x: point[name]!, y: point[cost] })))
  return { simulate: slope('simulate'), summarise: slope('summarise'), mebibytes: slope('mebibytes') }
}

/** Lists the costs that grow faster than they should, as sentences. */
export function steepCosts(axis: MeasuredAxis): string[] {
  return Object.entries(slopesOf(axis))
    .filter(([, slope]) => slope > LARGEST_SLOPE)
    .map(
      ([cost, slope]) =>
        `${axis.name}: ${cost} grows with a slope of ${slope.toFixed(2)}, at most ${LARGEST_SLOPE}`,
    )
}
