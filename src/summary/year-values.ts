// The lines of every financial year in every run, gathered once for all that is made of them: years.arrow, runs.arrow and
// paired.arrow. RunTable -> columns.
import { hasWholeFactors, joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import { gatherSeries, type Unit } from './series.ts'
import { type YearLine, yearLines } from './year-lines.ts'

/** A line of a financial year, or of all, with its whole number in each run. */
export interface LineValues {
  line: string
  unit: Unit
  /** [run] */
  values: Float64Array
}

/** [year][line] */
export type YearValues = LineValues[][]

/** Gathers the lines of every financial year. */
export function gatherYears(table: RunTable): YearValues {
  return table.axes.years.map((_, year) => gatherLines(table, yearLines(table, year)))
}

/** Returns a function that gathers the years of a table when it is first asked for them. */
export function gatherYearsOnce(): (table: RunTable) => YearValues {
  const gathered = new Map<RunTable, YearValues>()
  return (table) => {
    const years = gathered.get(table) ?? gatherYears(table)
    gathered.set(table, years)
    return years
  }
}

/** Adds up the lines of all financial years; the children at the end are those of the last. */
export function valuesOfAllYears(table: RunTable, years: YearValues): LineValues[] {
  const sums = table.axes.years.map((_, year) => yearLines(table, year))
  return years.at(-1)!.map((last, index) => {
    if (last.line === 'children_end') return last
    const ofYears = sums.map((lines) => lines[index].sum)
    // Rounded numbers do not add up to the rounded sum.
    if (!ofYears.every(hasWholeFactors)) return gatherLines(table, [{ ...last, sum: joinSums(ofYears) }])[0]
    return { ...last, values: added(years.map((lines) => lines[index].values)) }
  })
}

function gatherLines(table: RunTable, lines: YearLine[]): LineValues[] {
  const { runs } = table
  const columns = new Float64Array(lines.length * runs)
  gatherSeries(table, lines, columns)
  return lines.map(({ line, unit }, index) => {
    return { line, unit, values: columns.subarray(index * runs, (index + 1) * runs) }
  })
}

function added(columns: Float64Array[]): Float64Array {
  const sums = new Float64Array(columns[0].length)
  for (const column of columns) for (let run = 0; run < sums.length; run++) sums[run] += column[run]
  return sums
}
