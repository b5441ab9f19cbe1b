// When the number of children is largest, with and without a package, and how often the package makes it smaller.
import type { RunTable } from '../run/run-row.ts'
import { shareOfRuns } from './numbers/probability.ts'

/** The month with the largest mean number of children at its end; the first of them where several have it. */
export interface Peak {
  /** YYYY-MM */
  month: string
  /** Mean number of children at its end. */
  children: number
}

/** The peak with and without a package. */
export interface ComparedPeak {
  baseline: Peak
  own: Peak
  /** Share of the runs whose largest number is smaller with the package; null where the scenario is only an illustration. */
  p_lower: number | null
  /** Monte Carlo standard error of p_lower; null with it. */
  mc_error: number | null
}

/** The children of all placements in some runs, over the ends of the simulated months. */
interface ChildrenByMonth {
  /** [month] of all runs together */
  sums: Float64Array
  /** [run] in the month that has most of them */
  largest: Float64Array
}

/** Compares the peak of a package with that of the baseline, run by run, over the ends of the simulated months. */
export function comparePeaks(
  baseline: RunTable,
  table: RunTable,
  isIllustration = false,
  before = childrenByMonth(baseline),
): ComparedPeak {
  const own = childrenByMonth(table)
  const differences = own.largest.map((value, run) => value - before.largest[run])
  const { probability, mc_error } = shareOfRuns(differences, (difference) => difference < 0)
  return {
    baseline: peakOf(before, baseline),
    own: peakOf(own, table),
    p_lower: isIllustration ? null : probability,
    mc_error: isIllustration ? null : mc_error,
  }
}

/** Adds up the children of all placements, month by month, in one pass over the rows. */
export function childrenByMonth({ layout, rows, runs }: RunTable): ChildrenByMonth {
  const { months, placements, offset, length } = layout
  const sums = new Float64Array(months)
  const largest = new Float64Array(runs)
  for (let run = 0; run < runs; run++) {
    const row = rows.subarray(
      run * length + offset.children,
      run * length + offset.children + months * placements,
    )
    for (let month = 0; month < months; month++) {
      let children = 0
      for (let at = month * placements; at < (month + 1) * placements; at++) children += row[at]
      sums[month] += children
      if (children > largest[run]) largest[run] = children
    }
  }
  return { sums, largest }
}

function peakOf({ sums }: ChildrenByMonth, { axes, runs }: RunTable): Peak {
  const month = sums.indexOf(Math.max(...sums))
  return { month: axes.months[month], children: sums[month] / runs }
}
