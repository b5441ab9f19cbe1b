// The result of one run as one row of whole numbers. simulateRun writes rows, src/summary reads them.
import type { Axes } from '../model/axes.ts'

/** Measures counted per month and placement, in the order of their blocks in a row; src/summary/months.ts says what each is. */
export const COUNTED_MEASURES = ['children', 'care_days', 'entries', 'exits', 'moves', 'over_places'] as const

/** What a column of a wide number counts in: a cost takes two columns, of 2^30s and of the rest. */
export const WIDE = 2 ** 30

/** Writes a whole number, which may be below 0, into the two columns that begin with the one given. */
export function writeWide(rows: Int32Array, column: number, value: number): void {
  const wide = Math.floor(value / WIDE)
  rows[column] = wide
  rows[column + 1] = value - wide * WIDE
}

/** The most runs that there can be. */
export const MOST_RUNS = 1_000_000

/**
 * What is counted of each intervention, by year: children whom it reached (events it made or prevented), events that found
 * nobody or no room, days of filled posts, and days of places that it added.
 */
export const INTERVENTION_MEASURES = ['cases', 'lapsed', 'postDays', 'placeDays'] as const

export type InterventionMeasure = (typeof INTERVENTION_MEASURES)[number]

export type CountedMeasure = (typeof COUNTED_MEASURES)[number]

/**
 * Where each number of a run stands in its row of Int32: first a block [month][placement] for each counted measure,
 * then a block [month][reason] of exits and a block [year][placement] of weekly prices in whole pence; then, where the
 * scenario has them, a block [month][placement with carers] of usable places, [year][placement with a fixed share] of its
 * pence a week and [month][placement with a fixed share] of the days that it is paid for, [month][placement with a spread of prices] of its cost (see WIDE), blocks [year][payment] of days paid and
 * weekly prices, and [year] of returns and published flows. A package's row has blocks of its interventions behind all that.
 */
export interface RowLayout {
  months: number
  placements: number
  reasons: number
  /** Offset of each measure's block. */
  offset: Record<CountedMeasure, number>
  /** Offset of the block of exits by reason. */
  exitsByReason: number
  /** Offset of the block of prices: cost is care days times these, whatever they are in this run. */
  weeklyPence: number
  /** Offset of the block of places that can be used at the month's end; empty where no placement has carers. */
  usablePlaces: number
  /** Placements with carers, see Axes. */
  carerPlacements: number
  /** Offset of the pence a week of fixed shares, of the days that they are paid for, whoever is there (see fixed-days.ts), and of
   * the cost of placements whose children differ, two columns each. */
  fixedPence: number
  fixedDays: number
  spreadCost: number
  payments: number
  /** Offset of the days paid after care, and of their weekly prices. */
  paidDays: number
  paymentPence: number
  /** Offset of the children who came back, and of starts and ceases as they are published; absent without re-entry. */
  reentries?: number
  publishedStarts?: number
  publishedCeases?: number
  /** Interventions of the package, and the offsets of its blocks [year][intervention], of each measure; none in the baseline. */
  interventions: number
  reached: Record<InterventionMeasure, number>
  /** Offset of the block [year][intervention] of what each costs, two columns each. */
  interventionCost: number
  /** Gates of the package's reviews, and the offsets of their blocks [year][gate]: children decided, and days waited. */
  gates: number
  decided: number
  waitedDays: number
  /** Numbers in a row; the numbers of the baseline come first, in the same places. */
  length: number
}

/** Lays out the rows for the given axes. */
export function rowLayout(
  axes: Pick<
    Axes,
    | 'months'
    | 'placements'
    | 'carerPlacements'
    | 'spreadPlacements'
    | 'fixedPlacements'
    | 'reasons'
    | 'years'
    | 'payments'
    | 'hasReentry'
    | 'interventions'
    | 'gates'
  >,
): RowLayout {
  const block = axes.months.length * axes.placements.length
  const offset = {} as Record<CountedMeasure, number>
  COUNTED_MEASURES.forEach((measure, index) => {
    offset[measure] = index * block
  })
  const exitsByReason = COUNTED_MEASURES.length * block
  const weeklyPence = exitsByReason + axes.months.length * axes.reasons.length
  const usablePlaces = weeklyPence + axes.years.length * axes.placements.length
  const years = axes.years.length
  const fixedPence = usablePlaces + axes.months.length * axes.carerPlacements.length
  const fixedDays = fixedPence + years * axes.fixedPlacements.length
  const spreadCost = fixedDays + axes.months.length * axes.fixedPlacements.length
  const paidDays = spreadCost + 2 * axes.months.length * axes.spreadPlacements.length
  const paymentPence = paidDays + years * axes.payments.length
  const reentries = paymentPence + years * axes.payments.length
  const firstOfPackage = reentries + (axes.hasReentry ? 3 * years : 0)
  const reached = {} as Record<InterventionMeasure, number>
  INTERVENTION_MEASURES.forEach((measure, index) => {
    reached[measure] = firstOfPackage + index * years * axes.interventions.length
  })
  const interventionCost = firstOfPackage + INTERVENTION_MEASURES.length * years * axes.interventions.length
  const decided = interventionCost + 2 * years * axes.interventions.length
  const waitedDays = decided + years * axes.gates.length
  return {
    months: axes.months.length,
    placements: axes.placements.length,
    reasons: axes.reasons.length,
    offset,
    exitsByReason,
    weeklyPence,
    usablePlaces,
    carerPlacements: axes.carerPlacements.length,
    fixedPence,
    fixedDays,
    spreadCost,
    payments: axes.payments.length,
    paidDays,
    paymentPence,
    ...(axes.hasReentry && {
      reentries,
      publishedStarts: reentries + years,
      publishedCeases: reentries + 2 * years,
    }),
    interventions: axes.interventions.length,
    reached,
    interventionCost,
    gates: axes.gates.length,
    decided,
    waitedDays,
    length: waitedDays + years * axes.gates.length,
  }
}

/** All runs of a package: run r has the same children as run r of the baseline, see src/run/variants. */
export interface PackageRuns {
  key: string
  label: string
  table: RunTable
}

/** All runs of the baseline, and of the packages beside it. */
export interface AllRuns extends RunTable {
  packages: PackageRuns[]
}

/** All runs of one variant: run r is `rows.subarray(r * layout.length, (r + 1) * layout.length)`. */
export interface RunTable {
  axes: Axes
  layout: RowLayout
  runs: number
  rows: Int32Array
}
