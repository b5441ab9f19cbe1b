// runs.arrow as columns: the lines of every financial year in every run, for anyone's own analysis.
import type { RunTable } from '../run/run-row.ts'
import { countsPer, gatherSeries } from './series.ts'
import type { RunValues } from './statistics.ts'
import { type YearLine, yearLines } from './year-lines.ts'

/** Lists the value of every line in its unit, in the order of run, financial year and line. */
export function runValues(table: RunTable, variant: string): RunValues {
  const years = table.axes.years.map((_, year) => yearLines(table, year))
  const lines = years.flatMap((ofYear, year) => ofYear.map((line) => ({ ...line, year })))
  const length = table.runs * lines.length
  return {
    variant: new Array<string>(length).fill(variant),
    run: Int32Array.from({ length }, (_, row) => Math.floor(row / lines.length)),
    financial_year: Array.from({ length }, (_, row) => table.axes.years[lines[row % lines.length].year]),
    line: Array.from({ length }, (_, row) => lines[row % lines.length].line),
    unit: Array.from({ length }, (_, row) => lines[row % lines.length].unit),
    value: valuesByRun(table, years),
  }
}

/** Gathers a year at a time and puts the values in place, [run][year][line]. */
function valuesByRun(table: RunTable, years: YearLine[][]): Float64Array {
  const { runs } = table
  const linesPerRun = years.reduce((count, lines) => count + lines.length, 0)
  const values = new Float64Array(runs * linesPerRun)
  let first = 0
  for (const lines of years) {
    const columns = new Float64Array(lines.length * runs)
    gatherSeries(table, lines, columns)
    lines.forEach(({ unit }, index) => {
      const counts = countsPer(unit)
      for (let run = 0; run < runs; run++)
        values[run * linesPerRun + first + index] = columns[index * runs + run] / counts
    })
    first += lines.length
  }
  return values
}
