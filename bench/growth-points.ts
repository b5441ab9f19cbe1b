// The axes along which growth.ts measures cost, and their points: on each axis one size grows and all others stay.
import type { Form } from './time-beside-kernel.ts'

/** How much is simulated, by growth-point.ts. */
export interface Point {
  runs: number
  years: number
  children: number
  /** The baseline and its packages. */
  variants: number
  /** Absent where the runs are simulated one after another without a pool, so that no start of threads is in the time. */
  threads?: number
}

export type AxisName = keyof Point

/** One size that grows. */
export interface Axis {
  name: AxisName
  /** In ascending order. */
  points: Point[]
}

const VALUES: Record<Exclude<AxisName, 'runs'>, number[]> = {
  years: [1, 2, 5, 10],
  children: [100, 700, 3000, 80_000],
  variants: [1, 2, 4, 8],
  threads: [1, 2],
}

/** Runs of the points of each axis: many children take few runs, and threads many, since they take a while to start. */
const RUNS: Record<
  Form,
  { runs: number[]; years: number; children: number; variants: number; threads: number }
> = {
  full: { runs: [250, 1000, 4000, 16_000], years: 1000, children: 100, variants: 1000, threads: 4000 },
  short: { runs: [25, 100, 400, 1600], years: 100, children: 20, variants: 100, threads: 400 },
}

const BASE = { years: 5, children: 700, variants: 1 }

/** All of England: 80,000 children for five years, 1,000 times. */
export const ENGLAND: Point = { runs: 1000, years: 5, children: 80_000, variants: 1, threads: 2 }

/** Lists the axes with their points; the short form has the same ones with a tenth of the runs or less. */
export function growthAxes(form: Form): Axis[] {
  const { runs, ...runsOf } = RUNS[form]
  const others = Object.entries(VALUES) as [Exclude<AxisName, 'runs'>, number[]][]
  return [
    { name: 'runs', points: runs.map((value) => ({ ...BASE, runs: value })) },
    ...others.map(([name, values]) => ({
      name,
      points: values.map((value): Point => ({ ...BASE, runs: runsOf[name], [name]: value })),
    })),
  ]
}
