// What each package comes to: children and cost against the baseline year by year, its saving, the peak, and its reviews.
// Paired summary and rows -> terminal, manifest and JSON.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { InterventionLine } from '../../model/axes.ts'
import type { Programme } from '../../model/packages/programme.ts'
import type { AllRuns, PackageRuns, RunTable } from '../../run/run-row.ts'
import { statisticsOfWholeNumbers } from '../numbers/describe-numbers.ts'
import { countsPer } from '../numbers/series.ts'
import { type Statistics, statisticsAt } from '../numbers/statistics.ts'
import { type ComparedPeak, childrenByMonth, comparePeaks } from '../peak.ts'
import { gatherYearsOnce, totalsByYear, totalsOfAllYears, type YearValues } from '../year-values.ts'
import type { Arithmetic } from './arithmetic.ts'
import { type ReviewResult, reviewResults } from './binding-gate.ts'
import type { Displacement } from './displacement.ts'
import type { PairedSummary } from './paired.ts'
import { type PaybackResult, paybackResults, poundsBeforeStart } from './payback.ts'

/** A line of a package less that of the baseline in the same run. */
export interface Difference extends Statistics {
  /** Share of the runs in which the package has less; null where the scenario is only an illustration. */
  p_below_zero: number | null
  /** Monte Carlo standard error of p_below_zero; null with it. */
  p_error: number | null
  /** Variance of the difference, as a share of what independent runs would have; NaN where neither varies. */
  variance_ratio: number
}

/** Differences of a financial year. */
export interface YearDifference {
  /** '2017/18', or 'all'; the children at the end of all years are those of the last. */
  financial_year: string
  children_end: Difference
  /** £ */
  total: Difference
}

export interface PackageResult {
  package: string
  label: string
  /** Keys, in the package's order. */
  interventions: string[]
  /** Of the interventions, in the same order. */
  intervention_labels: string[]
  /** The ways in which their savings count, each once. */
  counts_as: InterventionLine['saving'][]
  /** At the end of the last year. */
  children_end: Difference
  /** Cost in £ of all years together. */
  total: Difference
  /** £ that all years together cost less, run by run; its P80 is the P20 of the difference of the cost. */
  saving: Statistics
  years: YearDifference[]
  /** When the savings exceed the costs, by both definitions. */
  payback: PaybackResult[]
  /** £ that the council paid for it before the start: in its payback, and in no cost; absent where nothing. */
  paid_before_start?: number
  peak: ComparedPeak
  reviews: ReviewResult[]
  /** Absent where no placement has limits, or none was asked for. */
  displacement?: Displacement
  /** Absent where no arithmetic of the council is printed, or the package has several interventions. */
  arithmetic?: Arithmetic
}

/** Gathers the results of all packages, in the order of the paired summary; years may have been gathered before. */
export function packageResults(
  summary: PairedSummary,
  baseline: AllRuns,
  programme: Programme,
  isIllustration = false,
  yearsOf = gatherYearsOnce(),
): PackageResult[] {
  const totalsOf = (table: RunTable) => totalsByYear(yearsOf(table))
  const children = childrenByMonth(baseline)
  return baseline.packages.map((one) => {
    const years = yearDifferences(summary, one)
    const { children_end, total } = years.at(-1)!
    return {
      package: one.key,
      label: one.label,
      interventions: one.table.axes.interventions.map(({ key }) => key),
      intervention_labels: one.table.axes.interventions.map(({ label }) => label),
      counts_as: [...new Set(one.table.axes.interventions.map(({ saving }) => saving))],
      children_end,
      total,
      saving: savingOf(baseline, one.table, yearsOf),
      years,
      payback: paybackResults(baseline, one.table, isIllustration, totalsOf),
      ...beforeStart(one.table),
      peak: comparePeaks(baseline, one.table, isIllustration, children),
      reviews: reviewResults(one, programme),
    }
  })
}

function beforeStart(table: RunTable): Pick<PackageResult, 'paid_before_start'> {
  const pounds = poundsBeforeStart(table)
  return pounds > 0 ? { paid_before_start: pounds } : {}
}

function yearDifferences(summary: PairedSummary, { key, table }: PackageRuns): YearDifference[] {
  const rowOf = (line: string, year: string) =>
    summary.line.findIndex(
      (name, row) => name === line && summary.financial_year[row] === year && summary.package[row] === key,
    )
  return [...table.axes.years, ALL_YEARS].map((financial_year) => ({
    financial_year,
    children_end: differenceAt(summary, rowOf('children_end', financial_year), table.runs),
    total: differenceAt(summary, rowOf('total', financial_year), table.runs),
  }))
}

function differenceAt(summary: PairedSummary, row: number, runs: number): Difference {
  const probability = summary.p_below_zero[row]
  const isKnown = !Number.isNaN(probability)
  return {
    ...statisticsAt(summary.statistics, row),
    p_below_zero: isKnown ? probability : null,
    p_error: isKnown ? Math.sqrt((probability * (1 - probability)) / runs) : null,
    variance_ratio: summary.variance_ratio[row],
  }
}

/** Puts the displacement of each package into its result; without any, the results stay as they are. */
export function withDisplacement(results: PackageResult[], measured: Displacement[]): PackageResult[] {
  return results.map((result, index) =>
    measured[index] === undefined ? result : { ...result, displacement: measured[index] },
  )
}

/** Describes £ that all years of a package cost less than those of the baseline, run by run. */
function savingOf(baseline: RunTable, own: RunTable, yearsOf: (table: RunTable) => YearValues): Statistics {
  const [before, after] = [baseline, own].map((table) => totalsOfAllYears(table, yearsOf(table)))
  return statisticsOfWholeNumbers(
    before.map((cost, run) => cost - after[run]),
    countsPer('£'),
  )
}
