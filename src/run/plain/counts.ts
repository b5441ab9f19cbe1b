// What is counted while a run goes on: by month or by financial year, into the row of the run.
import type { Axes } from '../../model/axes.ts'
import type { CountedMeasure, InterventionMeasure, RowLayout } from '../run-row.ts'

/** The row of a run, and what it takes to find a place in it. */
export interface Counts {
  axes: Axes
  layout: RowLayout
  row: Int32Array
}

/** Returns the index of the month of a day. */
export function monthOf({ monthEnd }: Axes, day: number): number {
  return monthEnd.findIndex((end) => end >= day)
}

/** Returns the index of the financial year of a day. */
export function yearOf({ yearEnd }: Axes, day: number): number {
  return yearEnd.findIndex((end) => end >= day)
}

/** Counts an event of a day at a placement. */
export function count(counts: Counts, measure: CountedMeasure, day: number, placement: number): void {
  countInMonth(counts, measure, monthOf(counts.axes, day), placement)
}

/** Counts a child, or an event, of a month at a placement. */
export function countInMonth(
  { layout, row }: Counts,
  measure: CountedMeasure,
  month: number,
  placement: number,
): void {
  row[layout.offset[measure] + month * layout.placements + placement]++
}

/** Counts an exit of a day for its reason; the last is the 18th birthday. */
export function countReason({ axes, layout, row }: Counts, day: number, reason: number): void {
  row[layout.exitsByReason + monthOf(axes, day) * axes.reasons.length + reason]++
}

/** Counts a return or a published flow of a day, where the scenario has returns and its row a block for them. */
export function countFlow(
  { axes, layout, row }: Counts,
  flow: 'reentries' | 'publishedStarts' | 'publishedCeases',
  day: number,
): void {
  const block = layout[flow]
  if (block !== undefined) row[block + yearOf(axes, day)]++
}

/** Counts what an intervention of the package, by its position in it, did on a day. */
export function countOf(
  { axes, layout, row }: Counts,
  measure: InterventionMeasure,
  position: number,
  day: number,
  by = 1,
): void {
  row[layout.reached[measure] + yearOf(axes, day) * layout.interventions + position] += by
}

/** Counts what a gate of the package's reviews did on a day. */
export function countAtGate(
  { axes, layout, row }: Counts,
  measure: 'decided' | 'waitedDays',
  gate: number,
  day: number,
  by: number,
): void {
  row[layout[measure] + yearOf(axes, day) * layout.gates + gate] += by
}
