// runs.arrow as columns: the lines of every financial year in every run, for anyone's own analysis.
import type { RunTable } from '../run/run-row.ts'
import { codeRepeated, joinCoded } from './numbers/coded-texts.ts'
import { countsPer } from './numbers/series.ts'
import type { RunValues } from './numbers/statistics.ts'
import type { NamedRuns } from './variants.ts'
import { gatherYears, type LineValues, type YearValues } from './year-values.ts'

/** Lists the value of every line in its unit, in the order of run, financial year and line; they may have been gathered before. */
export function runValues(table: RunTable, variant: string, years = gatherYears(table)): RunValues {
  return runValuesOf([{ variant, table }], () => years)
}

/** Lists the values of variants one after the other, each as runValues does. */
export function runValuesOf(variants: NamedRuns[], yearsOf: (table: RunTable) => YearValues): RunValues {
  const parts = variants.map(({ variant, table }) => ({
    lines: yearsOf(table).flatMap((lines, year) =>
      lines.map((line) => ({ ...line, variant, financial_year: table.axes.years[year] })),
    ),
    runs: table.runs,
  }))
  const column = (of: (line: (typeof parts)[number]['lines'][number]) => string) =>
    joinCoded(parts.map(({ lines, runs }) => codeRepeated(lines.map(of), runs)))
  const rows = parts.reduce((sum, { lines, runs }) => sum + lines.length * runs, 0)
  // Written in place: the numbers of large results are most of the memory that a summary takes.
  const [run, value] = [new Int32Array(rows), new Float64Array(rows)]
  let from = 0
  for (const { lines, runs } of parts) {
    repeatEach(lines.length, run.subarray(from, from + lines.length * runs))
    writeByRun(lines, value.subarray(from, from + lines.length * runs))
    from += lines.length * runs
  }
  return {
    variant: column(({ variant }) => variant),
    run,
    financial_year: column(({ financial_year }) => financial_year),
    line: column(({ line }) => line),
    unit: column(({ unit }) => unit),
    value,
  }
}

/** Fills numbers with 0, 1, 2 and so on, each so many times, and returns them. */
export function repeatEach(times: number, numbers: Int32Array): Int32Array {
  for (let from = 0; from < numbers.length; from += times) numbers.fill(from / times, from, from + times)
  return numbers
}

/** Runs whose values are put in place before those of the next line: their places stay in the cache. */
const RUNS_AT_ONCE = 64

/** Turns columns by line into [run][line], in the units of the lines. */
function writeByRun(lines: LineValues[], turned: Float64Array): void {
  const runs = turned.length / lines.length
  const counts = lines.map(({ unit }) => countsPer(unit))
  for (let first = 0; first < runs; first += RUNS_AT_ONCE) {
    const end = Math.min(first + RUNS_AT_ONCE, runs)
    for (let line = 0; line < lines.length; line++) {
      const { values } = lines[line]
      for (let run = first; run < end; run++) turned[run * lines.length + line] = values[run] / counts[line]
    }
  }
}
