// paired.arrow as columns: each package less the baseline, in the same run, line by line. What chance has in common for
// both goes out, so that a small effect shows among large numbers.
import { constantSum, type RowSum } from '../money/row-sum.ts'
import type { PackageRuns, RunTable } from '../run/run-row.ts'
import { centred } from './centred.ts'
import { shareOfRuns } from './probability.ts'
import { countsPer, gatherSeries, type Unit } from './series.ts'
import type { StatisticsColumns } from './statistics.ts'
import { describeWholeNumbers, emptyStatistics, SERIES_AT_ONCE } from './summarise-series.ts'
import { linesOfAllYears } from './whole-horizon.ts'
import { type YearLine, yearLines } from './year-lines.ts'

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

/** A line of a financial year, or of all, in a package and in the baseline. */
export interface PairedLine {
  /** '2017/18', or 'all'. */
  financial_year: string
  line: string
  unit: Unit
  own: RowSum
  baseline: RowSum
}

/** All years together, in the column of financial years. */
export const ALL_YEARS = 'all'

/** Lists the lines of every financial year and then of all, in the order of the package; a line that one lacks is 0 there. */
export function pairedLines(baseline: RunTable, table: RunTable): PairedLine[] {
  const years = table.axes.years.flatMap((financial_year, year) =>
    pairLines(yearLines(baseline, year), yearLines(table, year), financial_year),
  )
  return [...years, ...pairLines(linesOfAllYears(baseline), linesOfAllYears(table), ALL_YEARS)]
}

function pairLines(ofBaseline: YearLine[], ofPackage: YearLine[], financial_year: string): PairedLine[] {
  const none = constantSum(0)
  const sumsOf = (lines: YearLine[]) => new Map(lines.map(({ line, sum }) => [line, sum]))
  const [baseline, own] = [sumsOf(ofBaseline), sumsOf(ofPackage)]
  const lines = [...ofPackage, ...ofBaseline.filter(({ line }) => !own.has(line))]
  return lines.map(({ line, unit }) => ({
    financial_year,
    line,
    unit,
    own: own.get(line) ?? none,
    baseline: baseline.get(line) ?? none,
  }))
}

/** Returns package less baseline of a line in each run, in the whole numbers of a series. */
export function pairedDifferences(
  baseline: RunTable,
  table: RunTable,
  { line, financial_year }: Pick<PairedLine, 'line' | 'financial_year'>,
): Float64Array {
  const lines = pairedLines(baseline, table)
  const wanted = lines.find((one) => one.line === line && one.financial_year === financial_year)!
  const [own, before] = gatherBoth(baseline, table, [wanted])
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
): PairedSummary {
  const rows = packages.flatMap(({ key, table }) =>
    pairedLines(baseline, table).map((paired) => ({ ...paired, key })),
  )
  const summary = emptySummary(rows)
  let first = 0
  for (const { table } of packages) first = describePackage(baseline, table, summary, first, isIllustration)
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

/** Writes the rows of a package from the given one on, and returns the row after the last. */
function describePackage(
  baseline: RunTable,
  table: RunTable,
  summary: PairedSummary,
  firstRow: number,
  isIllustration: boolean,
): number {
  const { runs } = table
  const lines = pairedLines(baseline, table)
  for (let first = 0; first < lines.length; first += SERIES_AT_ONCE) {
    const some = lines.slice(first, first + SERIES_AT_ONCE)
    const [own, before] = gatherBoth(baseline, table, some)
    some.forEach(({ unit }, index) => {
      const of = (columns: Float64Array) => columns.subarray(index * runs, (index + 1) * runs)
      describeRow(of(own), of(before), countsPer(unit), summary, firstRow + first + index, isIllustration)
    })
  }
  return firstRow + lines.length
}

/** The whole numbers of each line, [line][run], in the package and in the baseline. */
function gatherBoth(
  baseline: RunTable,
  table: RunTable,
  lines: PairedLine[],
): [own: Float64Array, before: Float64Array] {
  const columns = [new Float64Array(lines.length * table.runs), new Float64Array(lines.length * table.runs)]
  gatherSeries(
    table,
    lines.map(({ unit, own }) => ({ unit, sum: own })),
    columns[0],
  )
  gatherSeries(
    baseline,
    lines.map(({ unit, baseline: sum }) => ({ unit, sum })),
    columns[1],
  )
  return [columns[0], columns[1]]
}

function describeRow(
  own: Float64Array,
  before: Float64Array,
  counts: number,
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
  describeWholeNumbers(differences, counts, summary.statistics, row)
}

/** What pairing gains: Var(P - B) / (Var P + Var B), 1 for independent runs, and the correlation behind it. */
function pairing(own: Float64Array, before: Float64Array): { variance_ratio: number; correlation: number } {
  const [centredOwn, centredBefore] = [centred(own), centred(before)]
  let [ofOwn, ofBefore, ofBoth, ofRests] = [0, 0, 0, 0]
  for (let run = 0; run < own.length; run++) {
    const [one, other] = [centredOwn[run], centredBefore[run]]
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
