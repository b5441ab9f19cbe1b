// The lines of every financial year in every run, gathered once for all that is made of them: years.arrow, runs.arrow and
// paired.arrow. RunTable -> columns.
import { hasWholeFactors, joinSums } from '../money/row-sum.ts'
import type { RunTable } from '../run/run-row.ts'
import { gatherSeries, type Unit } from './numbers/series.ts'
import { isAtYearEnd, type YearLine, yearLines } from './year-lines.ts'

/** A line of a financial year, or of all, with its whole number in each run. */
export interface LineValues {
  line: string
  unit: Unit
  /** [run] */
  values: Float64Array
}

/** [year][line] */
export type YearValues = LineValues[][]

/** Gathers the lines of every financial year, in one pass over the rows; what adds lines up is added up from them. */
export function gatherYears(table: RunTable): YearValues {
  const years = table.axes.years.map((_, year) => yearLines(table, year))
  const gathered = gatherLines(
    table,
    years.flat().filter((line) => !addsWhole(line)),
  ).values()
  return years.map((lines) => {
    const own = lines.map((line) => (addsWhole(line) ? undefined : gathered.next().value!.values))
    const valuesOf = (part: { line: string }) => own[lines.findIndex(({ line }) => line === part.line)]!
    return lines.map(({ line, unit, parts }, index) => {
      return { line, unit, values: own[index] ?? added(parts!.map(valuesOf)) }
    })
  })
}

/** Whether a line is a sum of lines that are whole numbers: rounded ones do not add up to the rounded sum. */
function addsWhole({ parts }: YearLine): boolean {
  return parts?.every(({ sum }) => hasWholeFactors(sum)) ?? false
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
  const lines = table.axes.years.map((_, year) => yearLines(table, year))
  return years.at(-1)!.map((_, index) => lineOfAllYears(table, years, lines, index))
}

/** Returns the values of the line `total` of every financial year. */
export function totalsByYear(years: YearValues): Float64Array[] {
  return years.map((lines) => lines.find(({ line }) => line === 'total')!.values)
}

/** Returns the values of the line `total` of all financial years together. */
export function totalsOfAllYears(table: RunTable, years: YearValues): Float64Array {
  const lines = table.axes.years.map((_, year) => yearLines(table, year))
  const index = lines[0].findIndex(({ line }) => line === 'total')
  return lineOfAllYears(table, years, lines, index).values
}

function lineOfAllYears(
  table: RunTable,
  years: YearValues,
  lines: (readonly YearLine[])[],
  index: number,
): LineValues {
  const last = years.at(-1)![index]
  if (isAtYearEnd(last.line)) return last
  const sums = lines.map((ofYear) => ofYear[index].sum)
  // Rounded numbers do not add up to the rounded sum.
  if (!sums.every(hasWholeFactors)) return gatherLines(table, [{ ...last, sum: joinSums(sums) }])[0]
  return { ...last, values: added(years.map((ofYear) => ofYear[index].values)) }
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
