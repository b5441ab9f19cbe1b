// paired.arrow as columns: each package less the baseline, in the same run, line by line. What chance has in common for
// both goes out, so that a small effect shows among large numbers.
import { ALL_YEARS } from '../../domain/financial-year.ts'
import type { PackageRuns, RunTable } from '../../run/run-row.ts'
import { centreOf } from '../numbers/centred.ts'
import { describeWholeNumbers, emptyStatistics } from '../numbers/describe-numbers.ts'
import { shareOfRuns } from '../numbers/probability.ts'
import { countsPer, type Unit, valuesOfSeries } from '../numbers/series.ts'
import type { StatisticsColumns } from '../numbers/statistics.ts'
import { lineOfAllYears } from '../whole-horizon.ts'
import { yearLines } from '../year-lines.ts'
import { gatherYearsOnce, type LineValues, valuesOfAllYears, type YearValues } from '../year-values.ts'

/** One row for each package, financial year (or 'all') and line: the package less the baseline, in each run. */
export interface PairedSummary {
  package: string[]
  financial_year: string[]
  line: string[]
  unit: string[]
  statistics: StatisticsColumns
  /** Share of the runs with a difference below 0; NaN where the scenario is only an illustration. */
  p_below_zero: Float64Array
  /** Variance of the difference, as a share of what independent runs would have; NaN where neither varies. */
  variance_ratio: Float64Array
  /** Pearson's, of package and baseline over the runs; NaN where one of them does not vary. */
  correlation: Float64Array
}

/** A line of a financial year, or of all, with its whole number in each run of a package and of the baseline. */
interface PairedLine {
  /** '2017/18', or 'all'. */
  financial_year: string
  line: string
  unit: Unit
  /** [run] */
  own: Float64Array
  before: Float64Array
}

/** Lists the lines of every financial year and then of all, in the order of the package; a line that one lacks is 0 there. */
function pairedLines(
  baseline: RunTable,
  table: RunTable,
  yearsOf: (table: RunTable) => YearValues,
): PairedLine[] {
  const [before, own] = [baseline, table].map((one) => {
    const years = yearsOf(one)
    return [...years, valuesOfAllYears(one, years)]
  })
  return [...table.axes.years, ALL_YEARS].flatMap((financial_year, year) =>
    pairLines(before[year], own[year], financial_year, table.runs),
  )
}

function pairLines(
  ofBaseline: LineValues[],
  ofPackage: LineValues[],
  financial_year: string,
  runs: number,
): PairedLine[] {
  const none = new Float64Array(runs)
  const byName = (lines: LineValues[]) => new Map(lines.map(({ line, values }) => [line, values]))
  const [before, own] = [byName(ofBaseline), byName(ofPackage)]
  const lines = [...ofPackage, ...ofBaseline.filter(({ line }) => !own.has(line))]
  return lines.map(({ line, unit }) => ({
    financial_year,
    line,
    unit,
    own: own.get(line) ?? none,
    before: before.get(line) ?? none,
  }))
}

/** Returns package less baseline in each run, in the whole numbers of a series; a line that one lacks is 0 there. */
export function pairedDifferences(
  baseline: RunTable,
  table: RunTable,
  { line, financial_year }: Pick<PairedLine, 'line' | 'financial_year'>,
): Float64Array {
  const [before, own] = [baseline, table].map((one) => {
    const found =
      financial_year === ALL_YEARS
        ? lineOfAllYears(one, line)
        : yearLines(one, one.axes.years.indexOf(financial_year)).find((other) => other.line === line)
    return found === undefined ? new Float64Array(one.runs) : valuesOfSeries(one, found)
  })
  return differencesOf(own, before)
}

function differencesOf(own: Float64Array, before: Float64Array): Float64Array {
  const differences = new Float64Array(own.length)
  for (let run = 0; run < own.length; run++) differences[run] = own[run] - before[run]
  return differences
}

/** Describes the differences of every package from the baseline; an illustration has no probabilities. */
export function summarisePaired(
  baseline: RunTable,
  packages: PackageRuns[],
  isIllustration = false,
  yearsOf = gatherYearsOnce(),
): PairedSummary {
  const rows = packages.flatMap(({ key, table }) =>
    pairedLines(baseline, table, yearsOf).map((paired) => ({ ...paired, key })),
  )
  const summary = emptySummary(rows)
  rows.forEach((paired, row) => {
    describeRow(paired, summary, row, isIllustration)
  })
  return summary
}

function emptySummary(rows: (PairedLine & { key: string })[]): PairedSummary {
  return {
    package: rows.map(({ key }) => key),
    financial_year: rows.map(({ financial_year }) => financial_year),
    line: rows.map(({ line }) => line),
    unit: rows.map(({ unit }) => unit),
    statistics: emptyStatistics(rows.length),
    p_below_zero: new Float64Array(rows.length),
    variance_ratio: new Float64Array(rows.length),
    correlation: new Float64Array(rows.length),
  }
}

function describeRow(
  { unit, own, before }: PairedLine,
  summary: PairedSummary,
  row: number,
  isIllustration: boolean,
): void {
  const differences = differencesOf(own, before)
  const { variance_ratio, correlation } = pairing(own, before)
  summary.variance_ratio[row] = variance_ratio
  summary.correlation[row] = correlation
  summary.p_below_zero[row] = isIllustration
    ? Number.NaN
    : shareOfRuns(differences, (difference) => difference < 0).probability
  describeWholeNumbers(differences, countsPer(unit), summary.statistics, row)
}

/** What pairing gains: Var(P - B) / (Var P + Var B), 1 for independent runs, and the correlation behind it. */
function pairing(own: Float64Array, before: Float64Array): { variance_ratio: number; correlation: number } {
  const [centreOfOwn, centreOfBefore] = [centreOf(own), centreOf(before)]
  let [ofOwn, ofBefore, ofBoth, ofRests] = [0, 0, 0, 0]
  for (let run = 0; run < own.length; run++) {
    const one = own[run] - centreOfOwn.first - centreOfOwn.mean
    const other = before[run] - centreOfBefore.first - centreOfBefore.mean
    const rest = one - other
    ofOwn += one * one
    ofBefore += other * other
    ofBoth += one * other
    ofRests += rest * rest
  }
  return {
    variance_ratio: ofRests / (ofOwn + ofBefore),
    correlation: ofBoth / Math.sqrt(ofOwn * ofBefore),
  }
}
