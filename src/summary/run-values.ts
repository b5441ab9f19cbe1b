// runs.arrow as columns: the lines of every financial year in every run, for anyone's own analysis.
import type { RunTable } from '../run/run-row.ts'
import { codeRepeated } from './coded-texts.ts'
import { countsPer } from './series.ts'
import type { RunValues } from './statistics.ts'
import { gatherYears, type LineValues } from './year-values.ts'

/** Lists the value of every line in its unit, in the order of run, financial year and line; they may have been gathered before. */
export function runValues(table: RunTable, variant: string, years = gatherYears(table)): RunValues {
  const { runs, axes } = table
  const lines = years.flatMap((ofYear, year) =>
    ofYear.map((line) => ({ ...line, financial_year: axes.years[year] })),
  )
  const column = (of: (line: (typeof lines)[number]) => string) => codeRepeated(lines.map(of), runs)
  return {
    variant: column(() => variant),
    run: eachRepeated(runs, lines.length),
    financial_year: column(({ financial_year }) => financial_year),
    line: column(({ line }) => line),
    unit: column(({ unit }) => unit),
    value: valuesByRun(lines, runs),
  }
}

/** Returns every number from 0 up to, not including, `numbers`, each so many times. */
export function eachRepeated(numbers: number, times: number): Int32Array {
  const repeated = new Int32Array(numbers * times)
  for (let number = 0; number < numbers; number++) repeated.fill(number, number * times, (number + 1) * times)
  return repeated
}

/** Runs whose values are put in place before those of the next line: their places stay in the cache. */
const RUNS_AT_ONCE = 64

/** Turns columns by line into [run][line], in the units of the lines. */
function valuesByRun(lines: LineValues[], runs: number): Float64Array {
  const turned = new Float64Array(runs * lines.length)
  const counts = lines.map(({ unit }) => countsPer(unit))
  for (let first = 0; first < runs; first += RUNS_AT_ONCE) {
    const end = Math.min(first + RUNS_AT_ONCE, runs)
    for (let line = 0; line < lines.length; line++) {
      const { values } = lines[line]
      for (let run = first; run < end; run++) turned[run * lines.length + line] = values[run] / counts[line]
    }
  }
  return turned
}
