// Which row and column of letters stands for which number of children and which day. fan-data.ts -> terminal-fan.ts.
import type { FanData } from '../result/fan-data.ts'

const MOST_ROWS = 12
// So few rows are labelled one and all.
const FEW_ROWS = 4

/** Rows that stand for round numbers of children, `step` apart, the topmost for `top`. */
export interface VerticalScale {
  top: number
  step: number
  rows: number
  /** Numbers are written at the multiples of it. */
  labelStep: number
}

// Each step with the step between labels: both round, and at least two rows from label to label.
const ROUND_STEPS = [
  [1, 2],
  [2, 4],
  [2.5, 5],
  [4, 20],
  [5, 10],
  [10, 20],
]

/** Fits at most twelve rows to all numbers of the fan. */
export function verticalScale({ known, fan }: FanData): VerticalScale {
  const values = [...known.map(({ children }) => children), ...fan.flatMap(({ q10, q90 }) => [q10, q90])]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const least = (high - low) / (MOST_ROWS - 1)
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)))
  const [step, roundLabelStep] = ROUND_STEPS.map((pair) => pair.map((factor) => factor * power)).find(
    ([rounded]) => rounded >= least && Number.isInteger(rounded),
  )!
  // A row shows what is nearest to it; a half goes to the row below, as in rowOf.
  const nearest = (value: number) => Math.ceil(value / step - 0.5) * step
  const top = nearest(high)
  const rows = (top - nearest(low)) / step + 1
  return { top, step, rows, labelStep: rows < FEW_ROWS ? step : roundLabelStep }
}

/** Days from left to right, the first known one to the last simulated one. */
export interface HorizontalScale {
  width: number
  first: number
  daysPerColumn: number
}

/** Fits the days of the fan to the columns. */
export function horizontalScale({ known, fan }: FanData, width: number): HorizontalScale {
  const first = Math.min(fan[0].day, ...known.map(({ day }) => day))
  return { width, first, daysPerColumn: (fan.at(-1)!.day - first) / (width - 1) }
}

/** Returns the column, counted from 0, that a day falls in. */
export function columnOf(day: number, { first, daysPerColumn }: HorizontalScale): number {
  return Math.round((day - first) / daysPerColumn)
}
