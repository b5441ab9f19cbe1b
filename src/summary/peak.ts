// When the number of children is largest, with and without a package, and how often the package makes it smaller.
import type { RunTable } from '../run/run-row.ts'
import { seriesOfMonth } from './months.ts'
import { shareOfRuns } from './probability.ts'
import { gatherSeries } from './series.ts'

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

/** Compares the peak of a package with that of the baseline, run by run, over the ends of the simulated months. */
export function comparePeaks(baseline: RunTable, table: RunTable, isIllustration = false): ComparedPeak {
  const [before, own] = [childrenByMonth(baseline), childrenByMonth(table)]
  const [largestBefore, largest] = [largestByRun(before, table.runs), largestByRun(own, table.runs)]
  const differences = largest.map((value, run) => value - largestBefore[run])
  const { probability, mc_error } = shareOfRuns(differences, (difference) => difference < 0)
  return {
    baseline: peakOf(before, baseline),
    own: peakOf(own, table),
    p_lower: isIllustration ? null : probability,
    mc_error: isIllustration ? null : mc_error,
  }
}

/** [month] the children of each run at its end. */
function childrenByMonth(table: RunTable): Float64Array[] {
  const { runs } = table
  const months = table.axes.months.map((_, month) => seriesOfMonth(table, month, 'children').at(-1)!)
  const columns = new Float64Array(months.length * runs)
  gatherSeries(table, months, columns)
  return months.map((_, month) => columns.subarray(month * runs, (month + 1) * runs))
}

function peakOf(children: Float64Array[], { axes, runs }: RunTable): Peak {
  const sums = children.map((ofMonth) => ofMonth.reduce((sum, count) => sum + count, 0))
  const month = sums.indexOf(Math.max(...sums))
  return { month: axes.months[month], children: sums[month] / runs }
}

function largestByRun(children: Float64Array[], runs: number): Float64Array {
  return Float64Array.from({ length: runs }, (_, run) => Math.max(...children.map((ofMonth) => ofMonth[run])))
}
