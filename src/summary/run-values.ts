// runs.arrow as columns: the lines of every financial year in every run, for anyone's own analysis.
import type { RunTable } from '../run/run-row.ts'
import { codeRepeated } from './coded-texts.ts'
import { countsPer, gatherSeries } from './series.ts'
import type { RunValues } from './statistics.ts'
import { type YearLine, yearLines } from './year-lines.ts'

/** Lists the value of every line in its unit, in the order of run, financial year and line. */
export function runValues(table: RunTable, variant: string): RunValues {
  const { runs, axes } = table
  const years = axes.years.map((_, year) => yearLines(table, year))
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
    value: valuesByRun(table, years, lines.length),
  }
}

/** Returns every number from 0 up to, not including, `numbers`, each so many times. */
export function eachRepeated(numbers: number, times: number): Int32Array {
  const repeated = new Int32Array(numbers * times)
  for (let number = 0; number < numbers; number++) repeated.fill(number, number * times, (number + 1) * times)
  return repeated
}

/** Gathers a year at a time and puts the values in place, [run][year][line]. */
function valuesByRun(table: RunTable, years: YearLine[][], linesPerRun: number): Float64Array {
  const { runs } = table
  const values = new Float64Array(runs * linesPerRun)
  let first = 0
  for (const lines of years) {
    const columns = new Float64Array(lines.length * runs)
    gatherSeries(table, lines, columns)
    turn(columns, lines, values.subarray(first), linesPerRun)
    first += lines.length
  }
  return values
}

/** Runs whose values are put in place before those of the next line: their places stay in the cache. */
const RUNS_AT_ONCE = 64

/** Writes columns, [line][run], to the places of their runs, in the units of the lines. */
function turn(columns: Float64Array, lines: YearLine[], values: Float64Array, linesPerRun: number): void {
  const runs = columns.length / lines.length
  const counts = lines.map(({ unit }) => countsPer(unit))
  for (let first = 0; first < runs; first += RUNS_AT_ONCE) {
    const end = Math.min(first + RUNS_AT_ONCE, runs)
    for (let line = 0; line < lines.length; line++)
      for (let run = first; run < end; run++)
        values[run * linesPerRun + line] = columns[line * runs + run] / counts[line]
  }
}
