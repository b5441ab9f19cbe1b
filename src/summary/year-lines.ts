// The lines of a financial year: what money was spent on, what it adds up to, and the counts behind it.
// years.ts summarises them over the runs, run-values.ts lists them run by run.
import { costInYear, monthsOfYear } from '../money/placement-cost.ts'
import { joinSums, type RowSum, sumOfColumns } from '../money/row-sum.ts'
import type { CountedMeasure, RunTable } from '../run/run-row.ts'
import type { Series } from './series.ts'

/** What the lines mean, for the description of the column `line`. */
export const LINE_DEFINITIONS = [
  'the key of a placement: its cost',
  'total: all lines in £ added up',
  'entries: children starting to be looked after',
  'exits:<reason>: children ceasing to be looked after',
  'moves: changes of placement within care',
  'children_end: children looked after at the end of the last simulated month of the year',
  'care_days: days of care',
].join('; ')

/** A line of a financial year as a series over the runs. */
export interface YearLine extends Series {
  line: string
}

/** Returns the lines of a financial year in the order of the tables; every year has the same lines. */
export function yearLines(table: RunTable, year: number): YearLine[] {
  const months = monthsOfYear(table, year)
  const costs = table.axes.placements.map((_, placement) => costInYear(table, year, placement))
  return [
    ...costs.map((sum, placement): YearLine => ({ line: table.axes.placements[placement], unit: '£', sum })),
    { line: 'total', unit: '£', sum: joinSums(costs) },
    { line: 'entries', unit: 'children', sum: countIn(table, months, 'entries') },
    ...table.axes.reasons.map((reason, index): YearLine => {
      return { line: `exits:${reason}`, unit: 'children', sum: exitsIn(table, months, index) }
    }),
    { line: 'moves', unit: 'moves', sum: countIn(table, months, 'moves') },
    { line: 'children_end', unit: 'children', sum: countIn(table, months.slice(-1), 'children') },
    { line: 'care_days', unit: 'days', sum: countIn(table, months, 'care_days') },
  ]
}

function countIn({ layout }: RunTable, months: number[], measure: CountedMeasure): RowSum {
  const placements = Array.from({ length: layout.placements }, (_, placement) => placement)
  const columnsOf = (month: number) => {
    return placements.map((placement) => layout.offset[measure] + month * layout.placements + placement)
  }
  return sumOfColumns(months.flatMap(columnsOf))
}

function exitsIn({ layout }: RunTable, months: number[], reason: number): RowSum {
  return sumOfColumns(months.map((month) => layout.exitsByReason + month * layout.reasons + reason))
}
